package jacobi.tensor.cpu;

import java.util.Objects;

/** Softmax and its logarithm along the rows of matrices (row-major, no gaps). Only {@code out} is modified. */
public final class Softmax {
    /** Elements whose exponentials are kept at a time. */
    private static final int BLOCK = 4096;

    private Softmax() {}

    // for float, double and either:
    /** exp(x) divided by its sum, for every row of a (rows, columns) matrix; {@code out} may be {@code x}. */
    public static void softmax(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        int step = Math.max(1, BLOCK / Math.max(1, columns));
        float[] sums = new float[Math.min(rows, step)];
        for (int from = 0; from < rows; from += step) {
            int some = Math.min(step, rows - from), o = outAt + from * columns;
            lessMaximum(x, xAt + from * columns, out, o, some, columns);
            Exponentials.exp(out, o, out, o, some * columns);
            Reductions.sumRows(out, o, some, columns, sums, 0);
            for (int i = 0; i < some; i++, o += columns) {
                Passes.div(out, o, sums[i], out, o, columns);
            }
        }
    }

    /** As {@link #softmax(float[], int, float[], int, int, int)}, for every column. */
    public static void softmaxColumns(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        float[] most = new float[columns], sums = new float[columns];
        Reductions.maxColumns(x, xAt, rows, columns, most, 0);
        for (int i = 0, o = outAt; i < rows; i++, o += columns) {
            Arithmetic.sub(x, xAt + i * columns, most, 0, out, o, columns);
            Exponentials.exp(out, o, out, o, columns);
        }
        Reductions.sumColumns(out, outAt, rows, columns, sums, 0);
        for (int i = 0, o = outAt; i < rows; i++, o += columns) {
            Passes.divide(out, o, sums, columns);
        }
    }

    /** Logarithm of softmax, x - logsumexp(x), for every row; {@code out} may be {@code x}. */
    public static void logSoftmax(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        int step = Math.max(1, BLOCK / Math.max(1, columns));
        float[] e = new float[Math.min(rows, step) * columns];
        for (int from = 0; from < rows; from += step) {
            int some = Math.min(step, rows - from), o = outAt + from * columns;
            lessMaximum(x, xAt + from * columns, out, o, some, columns);
            Exponentials.exp(out, o, e, 0, some * columns);
            for (int i = 0; i < some; i++, o += columns) {
                float s = Reductions.sum(e, i * columns, columns);
                Passes.sub(out, o, FloatFunctions.log(s), out, o, columns);
            }
        }
    }

    /**
     * Gradient of {@link #softmax(float[], int, float[], int, int, int)} from its result y: {@code y * (grad - Σ grad
     * y)} for every row.
     */
    public static void softmaxGrad(
            float[] grad, int gAt, float[] y, int yAt, float[] out, int outAt, int rows, int columns) {
        Objects.checkFromIndexSize(gAt, rows * columns, grad.length);
        Objects.checkFromIndexSize(yAt, rows * columns, y.length);
        float[] room = Chains.roomFloat(columns);
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            float part = Chains.dot(grad, gAt + o, y, yAt + o, columns, room);
            Passes.turned(grad, gAt + o, y, yAt + o, part, out, outAt + o, columns);
        }
    }

    /**
     * Gradient of {@link #logSoftmax(float[], int, float[], int, int, int)} from its result y: {@code grad - exp(y) Σ
     * grad} for every row.
     */
    public static void logSoftmaxGrad(
            float[] grad, int gAt, float[] y, int yAt, float[] out, int outAt, int rows, int columns) {
        Objects.checkFromIndexSize(gAt, rows * columns, grad.length);
        float[] room = Chains.roomFloat(columns);
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            float sum = Chains.sum(grad, gAt + o, columns, room);
            Exponentials.exp(y, yAt + o, out, outAt + o, columns);
            Passes.lessScaled(grad, gAt + o, out, outAt + o, sum, out, outAt + o, columns);
        }
    }

    /**
     * Every row less its largest number, so that exp neither overflows nor loses all of them; a row of infinities gives
     * NaN, as PyTorch's.
     */
    private static void lessMaximum(float[] x, int xAt, float[] out, int outAt, int rows, int columns) {
        Objects.checkFromIndexSize(outAt, rows * columns, out.length);
        for (int i = 0, o = 0; i < rows; i++, o += columns) {
            Passes.sub(x, xAt + o, Reductions.max(x, xAt + o, columns), out, outAt + o, columns);
        }
    }
    // end for
}
