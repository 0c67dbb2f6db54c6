package jacobi.tensor.cpu;

import java.util.Objects;

/**
 * Numbers moved to mean 0 and variance 1: along the rows of matrices (layer normalisation), and channel by channel
 * (batch normalisation) of (batch, channels, places), each with its gradient below it. Row-major, no gaps; only what is
 * named last is modified.
 */
public final class Normalization {
    private Normalization() {}

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
        float[] room = Chains.roomFloat(columns);
        for (int r = from; r < to; r++) {
            int i = xAt + r * columns, o = r * columns;
            float m = Chains.sum(x, i, columns, room) / columns;
            Passes.sub(x, i, m, out, o, columns);
            float s = (float) (1 / Math.sqrt(Chains.dot(out, o, out, o, columns, room) / columns + eps));
            mean[r] = m;
            scale[r] = s;
            if (weight == null) {
                Arithmetic.mul(out, o, s, out, o, columns);
            } else {
                Passes.weighted(weight, wAt, s, out, o, columns);
            }
            if (bias != null) {
                Arithmetic.add(out, o, bias, bAt, out, o, columns);
            }
        }
    }

    /**
     * Gradients of {@link #rows(float[], int, float[], int, float[], int, double, int, int, int, float[], float[],
     * float[])}.
     *
     * @param dWeight what some rows give to the weights is added here, from place 0 on; modified
     * @param dBias what they give to the moves; modified
     */
    public static void rowsGrad(
            float[] grad,
            int gAt,
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
        float[] h = new float[columns], z = new float[columns], room = Chains.roomFloat(columns), factors = weight;
        if (weight == null) {
            factors = new float[wAt + columns];
            java.util.Arrays.fill(factors, 1);
        }
        for (int r = from; r < to; r++) {
            int g = gAt + r * columns, o = r * columns;
            Passes.normalRow(x, xAt + o, grad, g, factors, wAt, mean[r], scale[r], z, h, dWeight, dBias, columns);
            float a = Chains.sum(h, 0, columns, room) / columns, b = Chains.dot(h, 0, z, 0, columns, room) / columns;
            Passes.turnedBack(h, z, a, b, scale[r], out, o, columns);
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
