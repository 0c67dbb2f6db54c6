package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.Arithmetic.SHORT;

import java.util.Objects;

/**
 * Activation functions of networks on stretches of arrays, each with its gradient below it.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified.
 */
public final class ActivationLoops {
    /** Elements that pass through several loops while they are in the first-level cache. */
    private static final int BLOCK = 2048;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private ActivationLoops() {}

    // for float, double and either:
    private static Takeover raceFloat() {
        float[] x = new float[1024], out = new float[1024];
        return new Takeover(
                () -> {
                    for (int i = 0; i < x.length; i++) {
                        out[i] = x[i] <= 0 ? 0 : x[i];
                    }
                },
                () -> FloatLanes.reluGrad(x, 0, x, 0, out, 0, x.length));
    }

    /** The larger of 0 and {@code x}, element by element; NaN stays. */
    public static void relu(float[] x, int xAt, float[] out, int outAt, int n) {
        Arithmetic.maximum(x, xAt, 0, out, outAt, n);
    }

    /** Gradient of {@link #relu(float[], int, float[], int, int)}: 0 where {@code y <= 0}, else {@code grad}, also beside NaN. {@code y} may be the input or the result of relu. */
    public static void reluGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(gradAt, n, grad.length);
        Objects.checkFromIndexSize(yAt, n, y.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= SHORT && FLOAT_VECTORS.done()) {
            FloatLanes.reluGrad(grad, gradAt, y, yAt, out, outAt, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = y[yAt + i] <= 0 ? 0 : grad[gradAt + i];
            }
        }
    }

    /** Logistic function 1 / (1 + exp(-x)) of every element, within 3 ulp; 0 where exp(-x) is infinite. */
    public static void sigmoid(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), o = outAt + i;
            Arithmetic.neg(x, xAt + i, out, o, length);
            Exponentials.exp(out, o, out, o, length);
            for (int j = o; j < o + length; j++) {
                out[j] = 1 / (1 + out[j]);
            }
        }
    }

    /** Gradient of {@link #sigmoid(float[], int, float[], int, int)} from its result {@code y}: {@code grad * y * (1 - y)}. */
    public static void sigmoidGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        if (gradAt == outAt && yAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = grad[i] * (1 - y[i]) * y[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = grad[gradAt + i] * (1 - y[yAt + i]) * y[yAt + i];
            }
        }
    }

    /** log(1 + x) of every element, within 3 ulp also near 0; {@code out} may be {@code x}. */
    public static void log1p(float[] x, int xAt, float[] out, int outAt, int n) {
        float[] u = new float[Math.min(BLOCK, n)];
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), from = xAt + i, o = outAt + i;
            for (int j = 0; j < length; j++) {
                u[j] = 1 + x[from + j];
            }
            Exponentials.log(u, 0, u, 0, length);
            for (int j = 0; j < length; j++) {
                // What rounding 1 + x lost enters to first order; where the logarithm is infinite there is nothing to
                // mend.
                float v = x[from + j], sum = 1 + v, lost = (v - (sum - 1)) / sum;
                out[o + j] = v == 0 ? v : lost != lost ? u[j] : u[j] + lost;
            }
        }
    }

    /** log(1 + e^x) of every element, without overflow. */
    public static void softplus(float[] x, int xAt, float[] out, int outAt, int n) {
        float[] e = new float[Math.min(BLOCK, n)];
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), from = xAt + i, o = outAt + i;
            for (int j = 0; j < length; j++) {
                e[j] = -Math.abs(x[from + j]);
            }
            Exponentials.exp(e, 0, e, 0, length);
            log1p(e, 0, e, 0, length);
            for (int j = 0; j < length; j++) {
                out[o + j] = Math.max(x[from + j], 0) + e[j];
            }
        }
    }

    /** Hyperbolic tangent of every element, (e^2x - 1) / (e^2x + 1), within 3 ulp. */
    public static void tanh(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), o = outAt + i;
            Arithmetic.add(x, xAt + i, x, xAt + i, out, o, length);
            // Beyond 20 the result is 1 in every digit, and e^2x stays finite.
            for (int j = o; j < o + length; j++) {
                out[j] = Math.max(-40, Math.min(40, out[j]));
            }
            Exponentials.expm1(out, o, out, o, length);
            for (int j = o; j < o + length; j++) {
                out[j] = out[j] / (out[j] + 2);
            }
        }
    }

    /** Gradient of {@link #tanh(float[], int, float[], int, int)} from its result {@code y}: {@code grad * (1 - y * y)}. */
    public static void tanhGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        if (gradAt == outAt && yAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = grad[i] * (1 - y[i] * y[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = grad[gradAt + i] * (1 - y[yAt + i] * y[yAt + i]);
            }
        }
    }
    // end for
}
