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

    /** Numbers of images, and gradients of four filters, that are gone through together: they fit the first-level cache. */
    private static final int TOGETHER = 8192;

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

    /** Images {@code imageStep} apart convolved; {@code out}, images of it {@code outStep} apart, becomes that and the bias of each filter, if there is one. */
    static void convolve(
            Window w,
            int batch,
            int filters,
            double[] x,
            int xAt,
            int imageStep,
            double[] weight,
            int weightAt,
            double[] bias,
            int biasAt,
            double[] out,
            int outAt,
            int outStep) {
        Cores.run((batch + IMAGES - 1) / IMAGES, piece -> {
            DoubleConvolution c = new DoubleConvolution(w);
            int[][] rows = c.stretches();
            // Whole tiles of rows, of which the last repeat the last filter: sums of part of a tile would have to be
            // copied.
            int[] filterRows = multiples((filters + 3) / 4 * 4, filters, w.size());
            double[] sums = new double[filterRows.length * c.wide];
            for (int i = piece * IMAGES; i < Math.min((piece + 1) * IMAGES, batch); i++) {
                c.pad(x, xAt + i * imageStep, c.padded, 0);
                for (int f = 0; f < filters; f++)
                    Arrays.fill(sums, f * c.wide, (f + 1) * c.wide, bias == null ? 0 : bias[biasAt + f]);
                for (int p = 0, k = 0; k < rows.length; p += rows[k++].length)
                    c.panels.tiles(
                            filterRows.length,
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
                c.copyLines(filters, sums, out, outAt + i * outStep);
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
        int pieces = (batch + SUMMED - 1) / SUMMED, size = w.size(), chains = PlainTile.CHAINS;
        double[][] sums = new double[pieces][];
        Cores.run(pieces, piece -> {
            DoubleConvolution c = new DoubleConvolution(w);
            int run = (c.places + chains - 1) / chains * chains,
                    from = piece * SUMMED,
                    to = Math.min(from + SUMMED, batch);
            int together = Math.max(1, TOGETHER / (c.image + 4 * run));
            int[] offsets = Arrays.copyOf(c.offsets, (size + 3) / 4 * 4),
                    rows = multiples((filters + 1) / 2 * 2, filters, run);
            Arrays.fill(offsets, size, offsets.length, c.offsets[size - 1]);
            double[] images = new double[together * c.image + run], lines = new double[together * filters * run];
            double[] sum = new double[rows.length * offsets.length * chains];
            for (int i = from; i < to; i += together) {
                int some = Math.min(together, to - i), steps = run / chains;
                int[] lineAt = new int[some * steps], imageAt = new int[lineAt.length];
                for (int k = 0; k < some; k++) {
                    c.pad(x, xAt + (i + k) * imageStep, images, k * c.image);
                    c.spread(filters, grad, gradAt + (i + k) * gradStep, lines, k * filters * run, run);
                    for (int s = 0; s < steps; s++) {
                        lineAt[k * steps + s] = k * filters * run + s * chains;
                        imageAt[k * steps + s] = k * c.image + s * chains;
                    }
                }
                c.panels.runs(lines, rows, lineAt, images, offsets, imageAt, sum);
            }
            sums[piece] = sum;
        });
        int columns = (size + 3) / 4 * 4;
        for (double[] sum : sums)
            for (int f = 0; f < filters; f++)
                for (int r = 0; r < size; r++) {
                    double total = 0;
                    for (int k = 0; k < chains; k++) total += sum[(f * columns + r) * chains + k];
                    weightGrad[weightGradAt + f * size + r] += total;
                }
    }

    /** The offsets, cut into the stretches of the depth that are summed in one chain. */
    private int[][] stretches() {
        int deep = Matrices.depth(offsets.length), n = (offsets.length + deep - 1) / deep;
        int[][] rows = new int[n][];
        for (int k = 0; k < n; k++)
            rows[k] = Arrays.copyOfRange(offsets, k * deep, Math.min((k + 1) * deep, offsets.length));
        return rows;
    }

    /** Where {@code count} rows begin, the last repeated up to {@code n}. */
    private static int[] multiples(int n, int count, int step) {
        int[] table = new int[n];
        for (int i = 0; i < n; i++) table[i] = Math.min(i, count - 1) * step;
        return table;
    }

    /** Copies an image into its margin, which is 0. */
    private void pad(double[] x, int at, double[] out, int outAt) {
        if (image == w.image()) {
            System.arraycopy(x, at, out, outAt, image);
            return;
        }
        for (int c = 0; c < w.channels(); c++)
            for (int r = 0; r < w.height(); r++)
                System.arraycopy(
                        x,
                        at + (c * w.height() + r) * w.width(),
                        out,
                        outAt + (c * height + r + w.rowPadding()) * width + w.columnPadding(),
                        w.width());
    }

    private void copyLines(int filters, double[] sums, double[] out, int at) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, o = at; f < filters; f++)
            for (int i = 0; i < lines; i++, o += length) System.arraycopy(sums, f * wide + i * width, out, o, length);
    }

    /** Copies an image's gradients into lines as wide as the image with its margin, {@code run} numbers a filter; those of wrapping windows stay 0. */
    private void spread(int filters, double[] grad, int at, double[] out, int outAt, int run) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, g = at; f < filters; f++)
            for (int i = 0; i < lines; i++, g += length) {
                int o = outAt + f * run + i * width;
                System.arraycopy(grad, g, out, o, length);
            }
    }
}
