package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Exponential and logarithm on stretches of arrays.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified. The results are the same to the bit on
 * every processor and JVM.
 */
public final class Exponentials {
    /** From here on vectors pay. */
    private static final int LONG = 32;

    private static final Takeover FLOAT_VECTORS = raceFloat(), DOUBLE_VECTORS = raceDouble();

    private Exponentials() {}

    /** e to the power of every element, within 1 ulp. */
    public static void exp(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) FloatLanes.exp(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = FloatFunctions.exp(x[xAt + i]);
    }

    /** e to the power of every element, less 1, within 2 ulp also near 0. */
    public static void expm1(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) FloatLanes.expm1(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = FloatFunctions.expm1(x[xAt + i]);
    }

    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    public static void log(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) FloatLanes.log(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = FloatFunctions.log(x[xAt + i]);
    }

    private static Takeover raceFloat() {
        float[] x = new float[256], out = new float[256];
        Arrays.fill(x, 1);
        return new Takeover(
                () -> {
                    for (int i = 0; i < x.length; i++) out[i] = FloatFunctions.exp(x[i]);
                    for (int i = 0; i < x.length; i++) out[i] = FloatFunctions.expm1(x[i]);
                    for (int i = 0; i < x.length; i++) out[i] = FloatFunctions.log(x[i]);
                },
                () -> {
                    FloatLanes.exp(x, 0, out, 0, x.length);
                    FloatLanes.expm1(x, 0, out, 0, x.length);
                    FloatLanes.log(x, 0, out, 0, x.length);
                });
    }

    /** e to the power of every element, within 1 ulp. */
    public static void exp(double[] x, int xAt, double[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && DOUBLE_VECTORS.done()) DoubleLanes.exp(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = DoubleFunctions.exp(x[xAt + i]);
    }

    /** e to the power of every element, less 1, within 2 ulp also near 0. */
    public static void expm1(double[] x, int xAt, double[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && DOUBLE_VECTORS.done()) DoubleLanes.expm1(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = DoubleFunctions.expm1(x[xAt + i]);
    }

    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    public static void log(double[] x, int xAt, double[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && DOUBLE_VECTORS.done()) DoubleLanes.log(x, xAt, out, outAt, n);
        else for (int i = 0; i < n; i++) out[outAt + i] = DoubleFunctions.log(x[xAt + i]);
    }

    private static Takeover raceDouble() {
        double[] x = new double[256], out = new double[256];
        Arrays.fill(x, 1);
        return new Takeover(
                () -> {
                    for (int i = 0; i < x.length; i++) out[i] = DoubleFunctions.exp(x[i]);
                    for (int i = 0; i < x.length; i++) out[i] = DoubleFunctions.expm1(x[i]);
                    for (int i = 0; i < x.length; i++) out[i] = DoubleFunctions.log(x[i]);
                },
                () -> {
                    DoubleLanes.exp(x, 0, out, 0, x.length);
                    DoubleLanes.expm1(x, 0, out, 0, x.length);
                    DoubleLanes.log(x, 0, out, 0, x.length);
                });
    }
}
