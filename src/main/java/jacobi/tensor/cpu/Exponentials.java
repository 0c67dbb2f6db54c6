package jacobi.tensor.cpu;

/**
 * Exponential and logarithm on stretches of arrays.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified.
 */
public final class Exponentials {
    private Exponentials() {}

    /** e to the power of every element, within 1 ulp. */
    public static void exp(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = (float) Math.exp(x[xAt + i]);
    }

    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    public static void log(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = (float) Math.log(x[xAt + i]);
    }

    /** e to the power of every element, within 1 ulp. */
    public static void exp(double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = Math.exp(x[xAt + i]);
    }

    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    public static void log(double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = Math.log(x[xAt + i]);
    }
}
