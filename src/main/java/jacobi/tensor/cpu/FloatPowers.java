package jacobi.tensor.cpu;

/**
 * Powers of floats, by logarithm and exponential in double precision, which leave an error far below that of rounding
 * to a float.
 */
public final class FloatPowers {
    /** Elements whose logarithms are kept at a time. */
    private static final int BLOCK = 512;

    private FloatPowers() {}

    /**
     * a to the power b as C and PyTorch define it: unlike Java's, 1 to any power is 1, NaN included, and so is -1 to an
     * infinite power.
     */
    public static double pow(double a, double b) {
        return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
    }

    /**
     * Every element of a to the power of one of b; operands are {@code aStep} and {@code bStep} apart, and a step 0
     * repeats one number. Offsets and aliasing are those of {@link Arithmetic}.
     */
    public static void pow(
            float[] a, int aAt, int aStep, float[] b, int bAt, int bStep, float[] out, int outAt, int n) {
        double[] x = new double[Math.min(n, BLOCK)];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from), p = aAt + from * aStep, q = bAt + from * bStep;
            for (int i = 0; i < length; i++) {
                x[i] = a[p + i * aStep];
            }
            Exponentials.log(x, 0, x, 0, length);
            for (int i = 0; i < length; i++) {
                x[i] *= b[q + i * bStep];
            }
            Exponentials.exp(x, 0, x, 0, length);
            for (int i = 0; i < length; i++) {
                float base = a[p + i * aStep], exponent = b[q + i * bStep];
                boolean plain = base > 0 && base < Float.POSITIVE_INFINITY && Math.abs(exponent) <= Float.MAX_VALUE;
                out[outAt + from + i] = (float) (plain ? x[i] : pow(base, exponent));
            }
        }
    }
}
