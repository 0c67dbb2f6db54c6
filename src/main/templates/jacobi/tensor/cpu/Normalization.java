package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Numbers moved to mean 0 and variance 1: along the rows of matrices (layer normalisation), and channel by channel
 * (batch normalisation) of (batch, channels, places), each with its gradient below it. Row-major, no gaps; only what is
 * named last is modified.
 */
public final class Normalization {
    /** Numbers that stay in the first cache while a loop after the other goes over their rows. */
    private static final int NEAR = 2048;

    private Normalization() {}

    private static int together(int columns) {
        return Math.max(1, NEAR / Math.max(1, columns));
    }

    // for float, double and either:
    /**
     * Every row moved and scaled.
     *
     * @param weight scales of the columns, or null
     * @param bias moves of the columns, or null
     * @param mean the rows' means, modified
     * @param scale 1 / √(variance + eps) of the rows, modified
     */
    public static void rows(
            float[] x,
            int xAt,
            float[] weight,
            int wAt,
            float[] bias,
            int bAt,
            double eps,
            int from,
            int to,
            int columns,
            float[] mean,
            float[] scale,
            float[] out) {
        Objects.checkFromIndexSize(xAt + from * columns, (to - from) * columns, x.length);
        Objects.checkFromIndexSize(from * columns, (to - from) * columns, out.length);
        float[] w = weight, b = bias, d = new float[columns], room = Chains.roomFloat(columns);
        if (weight == null) {
            w = new float[wAt + columns];
            Arrays.fill(w, 1);
        }
        if (bias == null) {
            b = new float[bAt + columns];
        }
        int some = together(columns);
        for (int first = from; first < to; first += some) {
            int last = Math.min(to, first + some);
            for (int r = first; r < last; r++) {
                mean[r] = Chains.sum(x, xAt + r * columns, columns, room) / columns;
            }
            for (int r = first; r < last; r++) {
                float squares = Chains.squares(x, xAt + r * columns, mean[r], columns, d, room);
                scale[r] = (float) (1 / Math.sqrt(squares / columns + eps));
            }
            for (int r = first; r < last; r++) {
                Passes.normal(x, xAt + r * columns, mean[r], scale[r], w, wAt, b, bAt, out, r * columns, columns);
            }
        }
    }

    /**
     * Gradients of {@link #rows(float[], int, float[], int, float[], int, double, int, int, int, float[], float[],
     * float[])}.
     *
     * @param gRow how far gradients of rows are apart: 0 if they are all alike
     * @param dWeight what some rows give to the weights is added here, from place 0 on; modified
     * @param dBias what they give to the moves; modified
     */
    public static void rowsGrad(
            float[] grad,
            int gAt,
            int gRow,
            float[] x,
            int xAt,
            float[] weight,
            int wAt,
            int from,
            int to,
            int columns,
            float[] mean,
            float[] scale,
            float[] dWeight,
            float[] dBias,
            float[] out) {
        float[] h = new float[columns], z = new float[columns], w = weight;
        float[] room = new float[4 * Chains.COUNT];
        if (weight == null) {
            w = new float[wAt + columns];
            Arrays.fill(w, 1);
        }
        int some = together(columns);
        float[] sums = new float[2 * some];
        for (int first = from; first < to; first += some) {
            int last = Math.min(to, first + some);
            Chains.normalSums(
                    x, xAt, grad, gAt, gRow, w, wAt, mean, scale, first, last, columns, dWeight, dBias, z, h, room,
                    sums);
            for (int r = first; r < last; r++) {
                int o = r * columns;
                float a = sums[2 * (r - first)] / columns, b = sums[2 * (r - first) + 1] / columns;
                Passes.turnedBack(x, xAt + o, grad, gAt + r * gRow, w, wAt, mean[r], scale[r], a, b, out, o, columns);
            }
        }
    }

    /** Mean and variance of channel c over the batch and all places, the variance divided by their number. */
    public static void moments(float[] x, int xAt, Channels in, int c, float[] mean, float[] variance) {
        double sum = 0, squares = 0;
        int places = in.places();
        float[] room = Chains.roomFloat(places);
        for (int b = 0; b < in.batch(); b++) {
            sum += Chains.sum(x, xAt + in.at(b, c), places, room);
        }
        float m = (float) (sum / in.numbers());
        float[] d = new float[places];
        for (int b = 0; b < in.batch(); b++) {
            Arithmetic.sub(x, xAt + in.at(b, c), m, d, 0, places);
            squares += Chains.dot(d, 0, d, 0, places, room);
        }
        mean[c] = m;
        variance[c] = (float) (squares / in.numbers());
    }

    /** Channel c times a factor plus a term. */
    public static void channel(float[] x, int xAt, Channels in, int c, float factor, float term, float[] out) {
        int places = in.places();
        for (int b = 0; b < in.batch(); b++) {
            int o = in.at(b, c), i = xAt + o;
            for (int k = 0; k < places; k++) {
                out[o + k] = x[i + k] * factor + term;
            }
        }
    }

    /** Sum of the gradient of channel c, and of it times (x − mean). */
    public static void channelSums(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            Channels in,
            int c,
            float[] mean,
            float[] sums,
            float[] products) {
        double sum = 0, product = 0;
        int places = in.places();
        float[] room = Chains.roomFloat(places), d = new float[places];
        for (int b = 0; b < in.batch(); b++) {
            int at = in.at(b, c);
            Arithmetic.sub(x, xAt + at, mean[c], d, 0, places);
            sum += Chains.sum(grad, gAt + at, places, room);
            product += Chains.dot(grad, gAt + at, d, 0, places, room);
        }
        sums[c] = (float) sum;
        products[c] = (float) product;
    }

    /** Gradient with respect to x of channel c: factor · (grad − a − (x − mean) · b). */
    public static void channelGrad(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            Channels in,
            int c,
            float mean,
            float factor,
            float a,
            float b,
            float[] out) {
        float f = factor, constant = factor * (mean * b - a), slope = factor * b;
        int places = in.places();
        for (int n = 0; n < in.batch(); n++) {
            int o = in.at(n, c), g = gAt + o, i = xAt + o;
            for (int k = 0; k < places; k++) {
                out[o + k] = grad[g + k] * f - x[i + k] * slope + constant;
            }
        }
    }
    // end for
}
