package jacobi.tensor.cpu;

import java.util.Objects;

/**
 * Sine and cosine on stretches of arrays of floats.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified. The results are the
 * same to the bit on every processor and JVM.
 */
public final class Trigonometry {
    /** From here on vectors pay. */
    private static final int LONG = 32;

    private static final Takeover VECTORS = race();

    private Trigonometry() {}

    /** Sine of every element, within 2 ulp. */
    public static void sin(float[] x, int xAt, float[] out, int outAt, int n) {
        wave(0, x, xAt, out, outAt, n);
    }

    /** Cosine of every element, within 2 ulp. */
    public static void cos(float[] x, int xAt, float[] out, int outAt, int n) {
        wave(1, x, xAt, out, outAt, n);
    }

    private static void wave(int quarters, float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && VECTORS.done()) {
            FloatFunctionLanes.wave(quarters, x, xAt, out, outAt, n);
        } else {
            plain(quarters, x, xAt, out, outAt, n);
        }
    }

    /** Sine (0 quarters of a turn) or cosine (1). */
    static void plain(int quarters, float[] x, int xAt, float[] out, int outAt, int n) {
        if (quarters == 0) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = FloatFunctions.sin(x[xAt + i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = FloatFunctions.cos(x[xAt + i]);
            }
        }
    }

    private static Takeover race() {
        float[] x = new float[256], out = new float[256];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return new Takeover(
                () -> plain(0, x, 0, out, 0, x.length), () -> FloatFunctionLanes.wave(0, x, 0, out, 0, x.length));
    }
}
