package jacobi.tensor.cpu;

/**
 * Activation functions of networks on stretches of arrays, each with its gradient below it.
 *
 * <p>Offsets, lengths and aliasing are those of {@link Arithmetic}; only {@code out} is modified.
 */
public final class Activations {
    private Activations() {}

    /** The larger of 0 and {@code x}, element by element; NaN stays. */
    public static void relu(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = Math.max(x[xAt + i], 0);
    }

    /** Gradient of {@link #relu(float[], int, float[], int, int)}: {@code grad} where {@code y > 0}, else 0. {@code y} may be the input or the result of relu. */
    public static void reluGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = y[yAt + i] > 0 ? grad[gradAt + i] : 0;
    }

    /** Logistic function 1 / (1 + exp(-x)) of every element, within 2 ulp. */
    public static void sigmoid(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = (float) (1 / (1 + Math.exp(-x[xAt + i])));
    }

    /** Gradient of {@link #sigmoid(float[], int, float[], int, int)} from its result {@code y}: {@code grad * y * (1 - y)}. */
    public static void sigmoidGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            float v = y[yAt + i];
            out[outAt + i] = grad[gradAt + i] * (1 - v) * v;
        }
    }

    /** Hyperbolic tangent of every element, within 2 ulp. */
    public static void tanh(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = (float) Math.tanh(x[xAt + i]);
    }

    /** Gradient of {@link #tanh(float[], int, float[], int, int)} from its result {@code y}: {@code grad * (1 - y * y)}. */
    public static void tanhGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            float v = y[yAt + i];
            out[outAt + i] = grad[gradAt + i] * (1 - v * v);
        }
    }

    /** The larger of 0 and {@code x}, element by element; NaN stays. */
    public static void relu(double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = Math.max(x[xAt + i], 0);
    }

    /** Gradient of {@link #relu(double[], int, double[], int, int)}: {@code grad} where {@code y > 0}, else 0. {@code y} may be the input or the result of relu. */
    public static void reluGrad(double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = y[yAt + i] > 0 ? grad[gradAt + i] : 0;
    }

    /** Logistic function 1 / (1 + exp(-x)) of every element, within 2 ulp. */
    public static void sigmoid(double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = (1 / (1 + Math.exp(-x[xAt + i])));
    }

    /** Gradient of {@link #sigmoid(double[], int, double[], int, int)} from its result {@code y}: {@code grad * y * (1 - y)}. */
    public static void sigmoidGrad(double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            double v = y[yAt + i];
            out[outAt + i] = grad[gradAt + i] * (1 - v) * v;
        }
    }

    /** Hyperbolic tangent of every element, within 2 ulp. */
    public static void tanh(double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) out[outAt + i] = Math.tanh(x[xAt + i]);
    }

    /** Gradient of {@link #tanh(double[], int, double[], int, int)} from its result {@code y}: {@code grad * (1 - y * y)}. */
    public static void tanhGrad(double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            double v = y[yAt + i];
            out[outAt + i] = grad[gradAt + i] * (1 - v * v);
        }
    }
}
