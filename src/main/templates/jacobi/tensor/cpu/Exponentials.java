package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Exponential, logarithm, and what is made of one of them in the same pass, on stretches of arrays.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified. The results are the
 * same to the bit on every processor and JVM.
 */
public final class Exponentials {
    /** From here on vectors pay. */
    private static final int LONG = 32;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Exponentials() {}

    // for float, double:
    // for f of exp, expm1, log, log1p, sigmoid, silu, tanh:
    // where exp:
    /** e to the power of every element, within 1 ulp. */
    // end for
    // where expm1:
    /** e to the power of every element, less 1, within 2 ulp also near 0. */
    // end for
    // where log:
    /** Natural logarithm of every element, within 1 ulp; -Infinity at 0, NaN below. */
    // end for
    // where log1p:
    /** log(1 + x) of every element, within 3 ulp also near 0. */
    // end for
    // where sigmoid:
    /** Logistic function 1 / (1 + exp(-x)) of every element, within 3 ulp; 0 where exp(-x) is infinite. */
    // end for
    // where silu:
    /** x times its logistic function, of every element, within 3 ulp. */
    // end for
    // where tanh:
    /** Hyperbolic tangent of every element, within 3 ulp. */
    // end for
    public static void $f(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        int done = n >= LONG && FLOAT_VECTORS.done() ? FloatFunctionLanes.$f(x, xAt, out, outAt, n) : 0;
        $fPlainly(x, xAt + done, out, outAt + done, n - done);
    }

    static void $fPlainly(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = FloatFunctions.$f(x[xAt + i]);
        }
    }
    // end for

    private static Takeover raceFloat() {
        float[] x = new float[256], out = new float[256];
        Arrays.fill(x, 1);
        return new Takeover(
                () -> {
                    // for f of exp, expm1, log, log1p, sigmoid, silu, tanh:
                    $fPlainly(x, 0, out, 0, x.length);
                    // end for
                },
                () -> {
                    // for f of exp, expm1, log, log1p, sigmoid, silu, tanh:
                    FloatFunctionLanes.$f(x, 0, out, 0, x.length);
                    // end for
                });
    }
    // end for
}
