package jacobi.tensor.cpu;

import java.util.Objects;

/** Choices between two numbers by a condition, element by element. Only {@code out} is modified. */
public final class Choice {
    /** From here on vectors pay. */
    private static final int LONG = 64;

    private static final float[] ZERO_ONE = {0, 1};

    private static final Takeover VECTORS = race();

    private Choice() {}

    /**
     * Elements of a where the condition holds, else of b; they are {@code aStep} and {@code bStep} apart, and a step 0
     * repeats one number.
     */
    public static void choose(
            boolean[] condition,
            int at,
            float[] a,
            int aAt,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            float[] out,
            int outAt,
            int n) {
        Objects.checkFromIndexSize(at, n, condition.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n < LONG || (aStep & ~1 | bStep & ~1) != 0 || !VECTORS.done()) {
            plain(condition, at, a, aAt, aStep, b, bAt, bStep, out, outAt, n);
            return;
        }
        Objects.checkFromIndexSize(aAt, aStep == 0 ? 1 : n, a.length);
        Objects.checkFromIndexSize(bAt, bStep == 0 ? 1 : n, b.length);
        float[] x = aStep == 0 ? ChoiceLanes.repeated(a[aAt]) : a, y = bStep == 0 ? ChoiceLanes.repeated(b[bAt]) : b;
        ChoiceLanes.choose(
                condition, at, x, aStep == 0 ? 0 : aAt, -aStep, y, bStep == 0 ? 0 : bAt, -bStep, out, outAt, n);
    }

    /** 1 where the condition holds, else 0. */
    static void number(boolean[] condition, int at, float[] out, int outAt, int n) {
        choose(condition, at, ZERO_ONE, 1, 0, ZERO_ONE, 0, 0, out, outAt, n);
    }

    static void plain(
            boolean[] condition,
            int at,
            float[] a,
            int aAt,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            float[] out,
            int outAt,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = condition[at + i] ? a[aAt + i * aStep] : b[bAt + i * bStep];
        }
    }

    private static Takeover race() {
        float[] x = new float[256], y = new float[256], out = new float[256];
        boolean[] condition = new boolean[256];
        for (int i = 0; i < condition.length; i++) {
            condition[i] = Integer.bitCount(i) % 2 == 0;
        }
        return new Takeover(
                () -> plain(condition, 0, x, 0, 1, y, 0, 1, out, 0, x.length),
                () -> ChoiceLanes.choose(condition, 0, x, 0, -1, y, 0, -1, out, 0, x.length));
    }
}
