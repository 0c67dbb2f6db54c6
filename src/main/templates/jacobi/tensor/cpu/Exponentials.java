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

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Exponentials() {}

    // for float, double:
    /** e to the power of every element, within 1 ulp. */
    public static void exp(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) {
            FloatFunctionLanes.exp(x, xAt, out, outAt, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = FloatFunctions.exp(x[xAt + i]);
            }
        }
    }

    /** e to the power of every element, less 1, within 2 ulp also near 0. */
    public static void expm1(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) {
            FloatFunctionLanes.expm1(x, xAt, out, outAt, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = FloatFunctions.expm1(x[xAt + i]);
            }
        }
    }

    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    public static void log(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && FLOAT_VECTORS.done()) {
            FloatFunctionLanes.log(x, xAt, out, outAt, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = FloatFunctions.log(x[xAt + i]);
            }
        }
    }

    private static Takeover raceFloat() {
        float[] x = new float[256], out = new float[256];
        Arrays.fill(x, 1);
        return new Takeover(
                () -> {
                    for (int i = 0; i < x.length; i++) {
                        out[i] = FloatFunctions.exp(x[i]);
                    }
                    for (int i = 0; i < x.length; i++) {
                        out[i] = FloatFunctions.expm1(x[i]);
                    }
                    for (int i = 0; i < x.length; i++) {
                        out[i] = FloatFunctions.log(x[i]);
                    }
                },
                () -> {
                    FloatFunctionLanes.exp(x, 0, out, 0, x.length);
                    FloatFunctionLanes.expm1(x, 0, out, 0, x.length);
                    FloatFunctionLanes.log(x, 0, out, 0, x.length);
                });
    }
    // end for
}
