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

    /**
     * Gradient of {@link #relu(float[], int, float[], int, int)}: 0 where {@code y <= 0}, else {@code grad}, also
     * beside NaN. {@code y} may be the input or the result of relu.
     */
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

    /** Gradient of {@link Exponentials#sigmoid} from its result {@code y}: {@code grad * y * (1 - y)}. */
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

    /** log(1 + e^x) of every element, without overflow. */
    public static void softplus(float[] x, int xAt, float[] out, int outAt, int n) {
        float[] e = new float[Math.min(BLOCK, n)];
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), from = xAt + i, o = outAt + i;
            for (int j = 0; j < length; j++) {
                e[j] = -Math.abs(x[from + j]);
            }
            Exponentials.exp(e, 0, e, 0, length);
            Exponentials.log1p(e, 0, e, 0, length);
            for (int j = 0; j < length; j++) {
                out[o + j] = Math.max(x[from + j], 0) + e[j];
            }
        }
    }

    /** Gradient of {@link Exponentials#tanh} from its result {@code y}: {@code grad * (1 - y * y)}. */
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
    /**
     * Gradient of {@link Exponentials#silu}: {@code grad * s * (1 + x * (1 - s))}, s being the logistic function of x.
     */
    public static void siluGrad(float[] grad, int gradAt, float[] x, int xAt, float[] out, int outAt, int n) {
        float[] s = new float[Math.min(BLOCK, n)];
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), g = gradAt + i, from = xAt + i, o = outAt + i;
            Exponentials.sigmoid(x, from, s, 0, length);
            Passes.siluGrad(grad, g, x, from, s, out, o, length);
        }
    }

    /**
     * Gradient of {@link #softplus(float[], int, float[], int, int)}: {@code grad} times the logistic function of x.
     */
    public static void softplusGrad(float[] grad, int gradAt, float[] x, int xAt, float[] out, int outAt, int n) {
        float[] s = new float[Math.min(BLOCK, n)];
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), g = gradAt + i, o = outAt + i;
            Exponentials.sigmoid(x, xAt + i, s, 0, length);
            Arithmetic.mul(grad, g, s, 0, out, o, length);
        }
    }

    /** x where it is positive, else {@code alpha * (e^x - 1)}. */
    public static void elu(float[] x, int xAt, double alpha, float[] out, int outAt, int n) {
        float[] e = new float[Math.min(BLOCK, n)];
        float a = (float) alpha;
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), from = xAt + i, o = outAt + i;
            // Above 0 the exponential is that of 0, and gives nothing.
            Arithmetic.minimum(x, from, 0, e, 0, length);
            Exponentials.expm1(e, 0, e, 0, length);
            Passes.elu(x, from, e, a, out, o, length);
        }
    }

    /**
     * Gradient of {@link #elu(float[], int, double, float[], int, int)}: {@code grad} where x is positive, else {@code
     * alpha * e^x} times it.
     */
    public static void eluGrad(
            float[] grad, int gradAt, float[] x, int xAt, double alpha, float[] out, int outAt, int n) {
        float[] e = new float[Math.min(BLOCK, n)];
        float a = (float) alpha;
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), g = gradAt + i, from = xAt + i, o = outAt + i;
            Arithmetic.minimum(x, from, 0, e, 0, length);
            Exponentials.exp(e, 0, e, 0, length);
            Passes.eluGrad(grad, g, x, from, e, a, out, o, length);
        }
    }

    /** x where it is positive, else {@code slope} times it. */
    public static void leakyRelu(float[] x, int xAt, double slope, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        Passes.leakyRelu(x, xAt, (float) slope, out, outAt, n);
    }

    /**
     * Gradient of {@link #leakyRelu(float[], int, double, float[], int, int)}: {@code grad} where x is positive, else
     * {@code slope} times it.
     */
    public static void leakyReluGrad(
            float[] grad, int gradAt, float[] x, int xAt, double slope, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(gradAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        Passes.leakyReluGrad(grad, gradAt, x, xAt, (float) slope, out, outAt, n);
    }
    // end for
}
