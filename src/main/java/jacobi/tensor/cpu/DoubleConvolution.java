package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * Convolution with steps of one, as products of the filters with the image itself: in an image with its margin, what the windows of a row see at one
 * of their elements lies in one run, so the rows of the matrix of windows need not be copied, only found. Windows that start so far right
 * that they wrap around into the next line are computed too and left out.
 */
final class DoubleConvolution {
    /** Images computed as one piece of work, and weight gradients summed in one chain. */
    private static final int IMAGES = 16, SUMMED = 64;

    private final Window w;

    /** Sides of an image with its margin, and numbers of it. */
    private final int height, width, image;

    /** Windows in lines as wide as the image with its margin; from the first to the last that counts. */
    private final int places;

    /** Where each element of a window lies, from the window's start. */
    private final int[] offsets;

    private final DoublePanels panels = DoublePanels.own();

    /** {@link #places} up to a full tile. */
    private final int wide;

    private final double[] padded;

    private DoubleConvolution(Window w) {
        this.w = w;
        height = w.height() + 2 * w.rowPadding();
        width = w.width() + 2 * w.columnPadding();
        image = w.channels() * height * width;
        places = (w.outHeight() - 1) * width + w.outWidth();
        wide = (places + panels.wide - 1) / panels.wide * panels.wide;
        offsets = new int[w.size()];
        for (int r = 0; r < offsets.length; r++)
            offsets[r] = (r / (w.rows() * w.columns()) * height + r / w.columns() % w.rows() * w.rowDilation()) * width
                    + r % w.columns() * w.columnDilation();
        padded = new double[Math.max(image, offsets[offsets.length - 1] + wide)];
    }

    /** Whether this way serves: steps of one. */
    static boolean serves(Window w) {
        return w.rowStride() == 1 && w.columnStride() == 1 && w.size() > 0 && w.places() > 0;
    }

    /** Images {@code imageStep} apart convolved and added to {@code out}, images of it {@code outStep} apart. */
    static void add(
            Window w,
            int batch,
            int filters,
            double[] x,
            int xAt,
            int imageStep,
            double[] weight,
            int weightAt,
            double[] out,
            int outAt,
            int outStep) {
        Cores.run((batch + IMAGES - 1) / IMAGES, piece -> {
            DoubleConvolution c = new DoubleConvolution(w);
            int[][] rows = c.stretches();
            int[] filterRows = multiples(filters, w.size());
            double[] sums = new double[filters * c.wide];
            for (int i = piece * IMAGES; i < Math.min((piece + 1) * IMAGES, batch); i++) {
                c.pad(x, xAt + i * imageStep);
                Arrays.fill(sums, 0);
                for (int p = 0, k = 0; k < rows.length; p += rows[k++].length)
                    c.panels.tiles(
                            filters,
                            c.wide,
                            rows[k].length,
                            weight,
                            weightAt + p,
                            filterRows,
                            c.padded,
                            0,
                            c.panels.wide,
                            rows[k],
                            sums,
                            0,
                            c.wide);
                c.addLines(filters, sums, out, outAt + i * outStep);
            }
        });
    }

    /** Adds the gradient of the filters. Pieces are summed in their order, so that the result does not depend on the threads. */
    static void addWeightGradient(
            Window w,
            int batch,
            int filters,
            double[] grad,
            int gradAt,
            int gradStep,
            double[] x,
            int xAt,
            int imageStep,
            double[] weightGrad,
            int weightGradAt) {
        int pieces = (batch + SUMMED - 1) / SUMMED, size = w.size();
        double[][] sums = new double[pieces][];
        Cores.run(pieces, piece -> {
            DoubleConvolution c = new DoubleConvolution(w);
            int tile = c.panels.wide, columns = (filters + tile - 1) / tile * tile;
            int deep = Matrices.depth(c.places);
            int[] gradRows = multiples(c.places, tile);
            double[] turned = new double[c.places * columns], sum = new double[size * filters];
            for (int i = piece * SUMMED; i < Math.min((piece + 1) * SUMMED, batch); i++) {
                c.pad(x, xAt + i * imageStep);
                c.turn(filters, grad, gradAt + i * gradStep, turned, tile);
                for (int p = 0; p < c.places; p += deep)
                    c.panels.tiles(
                            size,
                            filters,
                            Math.min(deep, c.places - p),
                            c.padded,
                            p,
                            c.offsets,
                            turned,
                            p * tile,
                            c.places * tile,
                            gradRows,
                            sum,
                            0,
                            filters);
            }
            sums[piece] = sum;
        });
        for (double[] sum : sums)
            for (int f = 0; f < filters; f++)
                for (int r = 0; r < size; r++) weightGrad[weightGradAt + f * size + r] += sum[r * filters + f];
    }

    /** The offsets, cut into the stretches of the depth that are summed in one chain. */
    private int[][] stretches() {
        int deep = Matrices.depth(offsets.length), n = (offsets.length + deep - 1) / deep;
        int[][] rows = new int[n][];
        for (int k = 0; k < n; k++)
            rows[k] = Arrays.copyOfRange(offsets, k * deep, Math.min((k + 1) * deep, offsets.length));
        return rows;
    }

    private static int[] multiples(int n, int step) {
        int[] table = new int[n];
        for (int i = 0; i < n; i++) table[i] = i * step;
        return table;
    }

    private void pad(double[] x, int at) {
        if (image == w.image()) {
            System.arraycopy(x, at, padded, 0, image);
            return;
        }
        for (int c = 0; c < w.channels(); c++)
            for (int r = 0; r < w.height(); r++)
                System.arraycopy(
                        x,
                        at + (c * w.height() + r) * w.width(),
                        padded,
                        (c * height + r + w.rowPadding()) * width + w.columnPadding(),
                        w.width());
    }

    private void addLines(int filters, double[] sums, double[] out, int at) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, o = at; f < filters; f++)
            for (int i = 0; i < lines; i++, o += length) {
                int s = f * wide + i * width;
                for (int j = 0; j < length; j++) out[o + j] += sums[s + j];
            }
    }

    /** Gradients of all filters beside each other, place by place, a tile's width of filters after the other; those of wrapping windows stay 0. */
    private void turn(int filters, double[] grad, int at, double[] turned, int tile) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, g = at; f < filters; f++) {
            int o = f / tile * places * tile + f % tile;
            for (int i = 0; i < lines; i++)
                for (int j = 0; j < length; j++) turned[o + (i * width + j) * tile] = grad[g++];
        }
    }
}
