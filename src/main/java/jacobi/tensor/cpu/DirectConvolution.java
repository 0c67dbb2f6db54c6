package jacobi.tensor.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Convolution with steps of one, as products of the filters with the image itself: in an image with its margin, what
 * the windows of a row see at one of their elements lies in one run, so the rows of the matrix of windows need not be
 * copied, only found. Windows that start so far right that they wrap around into the next line are computed too and
 * left out.
 *
 * @param <A> {@code float[]} or {@code double[]}, whose loops are {@link Kernels}
 */
final class DirectConvolution<A> {
    /** Images computed as one piece of work, and whose weight gradients are summed as one. */
    private static final int IMAGES = 16, SUMMED = 64;

    /** Filters up to which their weight gradient is summed along lines. */
    private static final int FEW_FILTERS = 8;

    /**
     * Numbers of images, and gradients of four filters, that are gone through together: they fit the first-level cache.
     */
    private static final int TOGETHER = 8192;

    private final Window w;

    /** Sides of an image with its margin, and numbers of it. */
    private final int height, width, image;

    /** Windows in lines as wide as the image with its margin; from the first to the last that counts. */
    private final int places;

    /** Where each element of a window lies, from the window's start. */
    private final int[] offsets;

    private final Kernels<A> kernels;

    private final Panels<A> panels;

    /** {@link #places} up to a full tile. */
    private final int wide;

    private final A padded;

    private DirectConvolution(Kernels<A> kernels, Window w) {
        this.kernels = kernels;
        this.w = w;
        panels = kernels.panels();
        height = w.height() + 2 * w.rowPadding();
        width = w.width() + 2 * w.columnPadding();
        image = w.channels() * height * width;
        places = (w.outHeight() - 1) * width + w.outWidth();
        wide = (places + panels.wide - 1) / panels.wide * panels.wide;
        offsets = new int[w.size()];
        for (int r = 0; r < offsets.length; r++) {
            offsets[r] = (r / (w.rows() * w.columns()) * height + r / w.columns() % w.rows() * w.rowDilation()) * width
                    + r % w.columns() * w.columnDilation();
        }
        padded = kernels.array(Math.max(image, offsets[offsets.length - 1] + wide));
    }

    /** Whether this way serves: steps of one. */
    static boolean serves(Window w) {
        return w.rowStride() == 1 && w.columnStride() == 1 && w.size() > 0 && w.places() > 0;
    }

    /**
     * Images {@code imageStep} apart convolved; {@code out}, images of it {@code outStep} apart, becomes that and the
     * bias of each filter, if there is one.
     */
    static <A> void convolve(
            Kernels<A> kernels,
            Window w,
            int batch,
            int filters,
            A x,
            int xAt,
            int imageStep,
            A weight,
            int weightAt,
            A bias,
            int biasAt,
            A out,
            int outAt,
            int outStep) {
        Cores.run((batch + IMAGES - 1) / IMAGES, piece -> {
            DirectConvolution<A> c = new DirectConvolution<>(kernels, w);
            int[][] rows = c.stretches();
            // Whole tiles of rows, of which the last repeat the last filter: sums of part of a tile would have to be
            // copied.
            int[] filterRows = multiples((filters + 3) / 4 * 4, filters, w.size());
            A sums = kernels.array(filterRows.length * c.wide);
            for (int i = piece * IMAGES; i < Math.min((piece + 1) * IMAGES, batch); i++) {
                c.pad(x, xAt + i * imageStep, c.padded, 0);
                for (int f = 0; f < filters; f++) {
                    kernels.fill(sums, f * c.wide, (f + 1) * c.wide, bias, biasAt + f);
                }
                for (int p = 0, k = 0; k < rows.length; p += rows[k++].length) {
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
                }
                c.copyLines(filters, sums, out, outAt + i * outStep);
            }
        });
    }

    /**
     * Adds the gradient of the filters. Pieces are summed in their order, so that the result does not depend on the
     * threads.
     */
    static <A> void addWeightGradient(
            Kernels<A> kernels,
            Window w,
            int batch,
            int filters,
            A grad,
            int gradAt,
            int gradStep,
            A x,
            int xAt,
            int imageStep,
            A weightGrad,
            int weightGradAt) {
        int pieces = (batch + SUMMED - 1) / SUMMED, n = filters * w.size();
        List<A> sums = new ArrayList<>(Collections.nCopies(pieces, null));
        Cores.run(pieces, piece -> {
            DirectConvolution<A> c = new DirectConvolution<>(kernels, w);
            int from = piece * SUMMED, some = Math.min(SUMMED, batch - from);
            int g = gradAt + from * gradStep, i = xAt + from * imageStep;
            A sum = filters <= FEW_FILTERS
                    ? c.sumsAlongLines(some, filters, grad, g, gradStep, x, i, imageStep)
                    : c.sumsByFilters(some, filters, grad, g, gradStep, x, i, imageStep);
            sums.set(piece, sum);
        });
        for (A sum : sums) {
            kernels.add(sum, 0, weightGrad, weightGradAt, n);
        }
    }

    /**
     * Sums, over some images and all places, of each filter's gradient times each element of the window there,
     * (filters, size): along the lines of the images, which vectors then see 16 at a time however few filters there
     * are. For 6 filters of 5 x 5 it takes a third of the time of {@link #sumsByFilters}, for 16 as long.
     */
    private A sumsAlongLines(int batch, int filters, A grad, int gradAt, int gradStep, A x, int xAt, int imageStep) {
        int size = w.size(), chains = PlainTile.CHAINS, run = (places + chains - 1) / chains * chains;
        int[] columns = elements(), rows = multiples((filters + 1) / 2 * 2, filters, run);
        int together = Math.min(batch, Math.max(1, TOGETHER / (image + 4 * run))), steps = run / chains;
        A images = kernels.array(together * image + run), lines = kernels.array(together * filters * run);
        A sums = kernels.array(rows.length * columns.length * chains);
        for (int from = 0; from < batch; from += together) {
            int some = Math.min(together, batch - from);
            int[] lineAt = new int[some * steps], imageAt = new int[lineAt.length];
            for (int i = 0, p = 0; i < some; i++) {
                pad(x, xAt + (from + i) * imageStep, images, i * image);
                spread(filters, grad, gradAt + (from + i) * gradStep, lines, i * filters * run, run);
                for (int s = 0; s < run; s += chains, p++) {
                    lineAt[p] = i * filters * run + s;
                    imageAt[p] = i * image + s;
                }
            }
            panels.runs(lines, rows, lineAt, images, columns, imageAt, sums);
        }
        A all = kernels.sums(sums, chains), out = kernels.array(filters * size);
        for (int f = 0; f < filters; f++) {
            kernels.copy(all, f * columns.length, out, f * size, size);
        }
        return out;
    }

    /**
     * As {@link #sumsAlongLines}: the products of the matrices of windows with the gradients, of which all filters of a
     * place lie beside each other.
     */
    private A sumsByFilters(int batch, int filters, A grad, int gradAt, int gradStep, A x, int xAt, int imageStep) {
        int size = w.size(), tile = filters > panels.wide / 2 ? panels.wide : (filters + 15) / 16 * 16;
        int columns = (filters + tile - 1) / tile * tile, deep = Matrices.depth(places);
        int[] rows = elements(), gradRows = multiples(places, places, tile);
        A turned = kernels.array(places * columns), sums = kernels.array(rows.length * columns);
        for (int i = 0; i < batch; i++) {
            pad(x, xAt + i * imageStep, padded, 0);
            turn(filters, grad, gradAt + i * gradStep, turned, tile);
            for (int p = 0; p < places; p += deep) {
                panels.tiles(
                        rows.length,
                        columns,
                        Math.min(deep, places - p),
                        padded,
                        p,
                        rows,
                        turned,
                        p * tile,
                        places * tile,
                        gradRows,
                        sums,
                        0,
                        columns);
            }
        }
        A out = kernels.array(filters * size);
        kernels.transpose(filters, size, sums, 0, 1, columns, out, 0, size);
        return out;
    }

    /** The offsets up to a multiple of four, the last repeated. */
    private int[] elements() {
        int[] all = Arrays.copyOf(offsets, (offsets.length + 3) / 4 * 4);
        Arrays.fill(all, offsets.length, all.length, offsets[offsets.length - 1]);
        return all;
    }

    /** The offsets, cut into the stretches of the depth that are summed in one chain. */
    private int[][] stretches() {
        int deep = Matrices.depth(offsets.length), n = (offsets.length + deep - 1) / deep;
        int[][] rows = new int[n][];
        for (int k = 0; k < n; k++) {
            rows[k] = Arrays.copyOfRange(offsets, k * deep, Math.min((k + 1) * deep, offsets.length));
        }
        return rows;
    }

    /** Where {@code count} rows begin, the last repeated up to {@code n}. */
    private static int[] multiples(int n, int count, int step) {
        int[] table = new int[n];
        for (int i = 0; i < n; i++) {
            table[i] = Math.min(i, count - 1) * step;
        }
        return table;
    }

    /** Copies an image into its margin, which is 0. */
    private void pad(A x, int at, A out, int outAt) {
        if (image == w.image()) {
            kernels.copy(x, at, out, outAt, image);
            return;
        }
        for (int c = 0; c < w.channels(); c++) {
            for (int r = 0; r < w.height(); r++) {
                kernels.copy(
                        x,
                        at + (c * w.height() + r) * w.width(),
                        out,
                        outAt + (c * height + r + w.rowPadding()) * width + w.columnPadding(),
                        w.width());
            }
        }
    }

    private void copyLines(int filters, A sums, A out, int at) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, o = at; f < filters; f++) {
            for (int i = 0; i < lines; i++, o += length) {
                kernels.copy(sums, f * wide + i * width, out, o, length);
            }
        }
    }

    /**
     * Copies an image's gradients into lines as wide as the image with its margin, {@code run} numbers a filter; those
     * of wrapping windows stay 0.
     */
    private void spread(int filters, A grad, int at, A out, int outAt, int run) {
        int lines = w.outHeight(), length = w.outWidth();
        for (int f = 0, g = at; f < filters; f++) {
            for (int i = 0; i < lines; i++, g += length) {
                int o = outAt + f * run + i * width;
                kernels.copy(grad, g, out, o, length);
            }
        }
    }

    /**
     * Gradients of all filters beside each other, place by place, a tile's width of filters after the other; those of
     * wrapping windows stay 0.
     */
    private void turn(int filters, A grad, int at, A turned, int tile) {
        int lines = w.outHeight(), length = w.outWidth(), area = w.places();
        for (int f = 0; f < filters; f += tile) {
            for (int i = 0; i < lines; i++) {
                int o = f * places + i * width * tile, some = Math.min(tile, filters - f);
                kernels.transpose(length, some, grad, at + f * area + i * length, 1, area, turned, o, tile);
            }
        }
    }
}
