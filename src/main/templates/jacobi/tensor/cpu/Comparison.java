package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Comparisons of numbers, element by element; nothing but NE holds where NaN takes part. Only {@code out} is modified.
 */
public enum Comparison {
    EQ,
    NE,
    LT,
    LE;

    /** From here on vectors pay. */
    private static final int LONG = 64;

    // for float, double, long:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    // for float, double, long:
    /**
     * Compares {@code n} elements of a from {@code aAt} on, {@code aStep} apart, with those of b; a step 0 repeats one
     * number.
     */
    public void run(float[] a, int aAt, int aStep, float[] b, int bAt, int bStep, boolean[] out, int outAt, int n) {
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n < LONG || (aStep & ~1 | bStep & ~1) != 0 || !FLOAT_VECTORS.done()) {
            plain(a, aAt, aStep, b, bAt, bStep, out, outAt, n);
            return;
        }
        Objects.checkFromIndexSize(aAt, aStep == 0 ? 1 : n, a.length);
        Objects.checkFromIndexSize(bAt, bStep == 0 ? 1 : n, b.length);
        float[] x = aStep == 0 ? ChoiceLanes.repeated(a[aAt]) : a, y = bStep == 0 ? ChoiceLanes.repeated(b[bAt]) : b;
        ChoiceLanes.compare(this, x, aStep == 0 ? 0 : aAt, -aStep, y, bStep == 0 ? 0 : bAt, -bStep, out, outAt, n);
    }

    void plain(float[] a, int aAt, int aStep, float[] b, int bAt, int bStep, boolean[] out, int outAt, int n) {
        switch (this) {
            case EQ -> {
                for (int i = 0; i < n; i++) {
                    out[outAt + i] = a[aAt + i * aStep] == b[bAt + i * bStep];
                }
            }
            case NE -> {
                for (int i = 0; i < n; i++) {
                    out[outAt + i] = a[aAt + i * aStep] != b[bAt + i * bStep];
                }
            }
            case LT -> {
                for (int i = 0; i < n; i++) {
                    out[outAt + i] = a[aAt + i * aStep] < b[bAt + i * bStep];
                }
            }
            case LE -> {
                for (int i = 0; i < n; i++) {
                    out[outAt + i] = a[aAt + i * aStep] <= b[bAt + i * bStep];
                }
            }
        }
    }

    private static Takeover raceFloat() {
        float[] x = new float[256], y = new float[256];
        boolean[] out = new boolean[256];
        Arrays.fill(x, 1);
        return new Takeover(
                () -> {
                    for (Comparison c : values()) {
                        c.plain(x, 0, 1, y, 0, 1, out, 0, x.length);
                    }
                },
                () -> {
                    for (Comparison c : values()) {
                        ChoiceLanes.compare(c, x, 0, -1, y, 0, -1, out, 0, x.length);
                    }
                });
    }
    // end for
}
