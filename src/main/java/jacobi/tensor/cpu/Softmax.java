package jacobi.tensor.cpu;

/** Softmax and its logarithm along the rows of matrices (row-major, no gaps), each with its gradient. Only {@code out} is modified. */
public final class Softmax {
    private Softmax() {}

    /** exp(x) divided by its sum, for every row of a (rows, columns) matrix; {@code out} may be {@code x}. */
    public static void softmax(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            Arithmetic.sub(x, xAt + o, Reductions.max(x, xAt + o, columns), out, outAt + o, columns);
            Exponentials.exp(out, outAt + o, out, outAt + o, columns);
            Arithmetic.mul(out, outAt + o, 1 / Reductions.sum(out, outAt + o, columns), out, outAt + o, columns);
        }
    }

    /** Gradient of softmax from its result {@code y}: {@code y * (grad - sum(grad * y))}, row by row. */
    public static void softmaxGrad(
            float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int rows, int columns) {
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            float s = Reductions.dot(grad, gradAt + o, y, yAt + o, columns);
            for (int j = o; j < o + columns; j++) out[outAt + j] = y[yAt + j] * (grad[gradAt + j] - s);
        }
    }

    /** Logarithm of softmax, x - logsumexp(x), for every row; {@code out} may be {@code x}. */
    public static void logSoftmax(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        float[] e = new float[columns];
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            float max = Reductions.max(x, xAt + o, columns);
            Arithmetic.sub(x, xAt + o, max, e, 0, columns);
            Exponentials.exp(e, 0, e, 0, columns);
            float logSum = (float) Math.log(Reductions.sum(e, 0, columns));
            for (int j = o; j < o + columns; j++) out[outAt + j] = x[xAt + j] - max - logSum;
        }
    }

    /** Gradient of log-softmax from its result {@code y}: {@code grad - exp(y) * sum(grad)}, row by row. */
    public static void logSoftmaxGrad(
            float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int rows, int columns) {
        float[] e = new float[columns];
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            float s = Reductions.sum(grad, gradAt + o, columns);
            Exponentials.exp(y, yAt + o, e, 0, columns);
            for (int j = 0; j < columns; j++) out[outAt + o + j] = grad[gradAt + o + j] - e[j] * s;
        }
    }

    /** exp(x) divided by its sum, for every row of a (rows, columns) matrix; {@code out} may be {@code x}. */
    public static void softmax(double[] x, int xAt, double[] out, int outAt, int rows, int columns) {
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            Arithmetic.sub(x, xAt + o, Reductions.max(x, xAt + o, columns), out, outAt + o, columns);
            Exponentials.exp(out, outAt + o, out, outAt + o, columns);
            Arithmetic.mul(out, outAt + o, 1 / Reductions.sum(out, outAt + o, columns), out, outAt + o, columns);
        }
    }

    /** Gradient of softmax from its result {@code y}: {@code y * (grad - sum(grad * y))}, row by row. */
    public static void softmaxGrad(
            double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int rows, int columns) {
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            double s = Reductions.dot(grad, gradAt + o, y, yAt + o, columns);
            for (int j = o; j < o + columns; j++) out[outAt + j] = y[yAt + j] * (grad[gradAt + j] - s);
        }
    }

    /** Logarithm of softmax, x - logsumexp(x), for every row; {@code out} may be {@code x}. */
    public static void logSoftmax(double[] x, int xAt, double[] out, int outAt, int rows, int columns) {
        double[] e = new double[columns];
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            double max = Reductions.max(x, xAt + o, columns);
            Arithmetic.sub(x, xAt + o, max, e, 0, columns);
            Exponentials.exp(e, 0, e, 0, columns);
            double logSum = Math.log(Reductions.sum(e, 0, columns));
            for (int j = o; j < o + columns; j++) out[outAt + j] = x[xAt + j] - max - logSum;
        }
    }

    /** Gradient of log-softmax from its result {@code y}: {@code grad - exp(y) * sum(grad)}, row by row. */
    public static void logSoftmaxGrad(
            double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int rows, int columns) {
        double[] e = new double[columns];
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            double s = Reductions.sum(grad, gradAt + o, columns);
            Exponentials.exp(y, yAt + o, e, 0, columns);
            for (int j = 0; j < columns; j++) out[outAt + o + j] = grad[gradAt + o + j] - e[j] * s;
        }
    }
}
