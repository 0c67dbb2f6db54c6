package jacobi.tensor.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Convolution as products of the filters with the image itself, laid out as {@link PaddedImages}. Windows that start so
 * far right that they wrap around into the next line are computed too and left out.
 *
 * @param <A> {@code float[]} or {@code double[]}, whose loops are {@link Kernels}
 */
final class DirectConvolution<A> {
    /** Images computed as one piece of work, and whose weight gradients are summed as one. */
    private static final int IMAGES = 16, SUMMED = 64;

    /** Filters, or elements of a window, up to which the weight gradient is summed along lines. */
    private static final int FEW_FILTERS = 8, FEW_ELEMENTS = 16;

    /**
     * Numbers of images, and gradients of four filters, that are gone through together: they fit the first-level cache.
     */
    private static final int TOGETHER = 8192;

    private final Kernels<A> kernels;
    private final Panels<A> panels;
    private final Window w;
    private final PaddedImages seen;

    /** Where the first window sees each of its elements. */
    private final int[] offsets;

    /** From the first window to the last. */
    private final int places;

    private DirectConvolution(Kernels<A> kernels, Window w) {
        this.kernels = kernels;
        this.w = w;
        panels = kernels.panels();
        int[] rows = steps(w.rows(), -w.rowPadding(), w.rowDilation());
        int[] columns = steps(w.columns(), -w.columnPadding(), w.columnDilation());
        seen = new PaddedImages(
                w.channels(),
                w.height(),
                w.width(),
                new PaddedAxis(w.height(), w.rowStride(), w.outHeight(), rows),
                new PaddedAxis(w.width(), w.columnStride(), w.outWidth(), columns));
        places = seen.span(w.outHeight(), w.outWidth());
        offsets = new int[w.size()];
        for (int c = 0, i = 0; c < w.channels(); c++) {
            for (int row : rows) {
                for (int column : columns) {
                    offsets[i++] = seen.offset(c, row, column);
                }
            }
        }
    }

    private static int[] steps(int n, int from, int step) {
        int[] steps = new int[n];
        for (int i = 0; i < n; i++) {
            steps[i] = from + i * step;
        }
        return steps;
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
        DirectConvolution<A> c = new DirectConvolution<>(kernels, w);
        Part<A> whole = new Part<>(weight, weightAt, c.offsets, w.outHeight(), w.outWidth(), 0, w.outWidth(), 1);
        products(
                kernels,
                c.seen,
                List.of(whole),
                batch,
                filters,
                x,
                xAt,
                imageStep,
                bias,
                biasAt,
                out,
                outAt,
                outStep,
                w.places());
    }

    /**
     * Gradient of {@link #convolve} for the images: where windows move by more than one, every second row or column
     * sees other elements of the filters, and is a convolution of the gradient by itself.
     */
    static <A> void inputGradient(
            Kernels<A> kernels,
            Window w,
            int batch,
            int filters,
            A grad,
            int gradAt,
            int gradStep,
            A weight,
            int weightAt,
            A xGrad,
            int xGradAt,
            int imageStep) {
        List<Every> down = Every.nth(w.height(), w.rowPadding(), w.rowStride(), w.rows(), w.rowDilation());
        List<Every> across = Every.nth(w.width(), w.columnPadding(), w.columnStride(), w.columns(), w.columnDilation());
        if (down.isEmpty() || across.isEmpty() || filters == 0) {
            return;
        }
        PaddedImages seen = new PaddedImages(
                filters,
                w.outHeight(),
                w.outWidth(),
                Every.axis(w.outHeight(), down),
                Every.axis(w.outWidth(), across));
        List<Part<A>> parts = new ArrayList<>();
        for (Every rows : down) {
            for (Every columns : across) {
                int depth = rows.elements.length * columns.elements.length * filters, area = w.rows() * w.columns();
                A turned = kernels.array(w.channels() * depth);
                int[] offsets = new int[depth];
                int at = 0;
                for (int r = 0; r < rows.elements.length; r++) {
                    for (int s = 0; s < columns.elements.length; s++, at += filters) {
                        int element = weightAt + rows.elements[r] * w.columns() + columns.elements[s];
                        kernels.transpose(w.channels(), filters, weight, element, area, w.size(), turned, at, depth);
                        for (int f = 0; f < filters; f++) {
                            offsets[at + f] = seen.offset(f, rows.seen[r], columns.seen[s]);
                        }
                    }
                }
                int to = rows.first * w.width() + columns.first, line = w.rowStride() * w.width();
                parts.add(new Part<>(turned, 0, offsets, rows.count, columns.count, to, line, w.columnStride()));
            }
        }
        products(
                kernels,
                seen,
                parts,
                batch,
                w.channels(),
                grad,
                gradAt,
                gradStep,
                null,
                0,
                xGrad,
                xGradAt,
                imageStep,
                w.height() * w.width());
    }

    /**
     * Every n-th row or column of images, which the same elements of windows see that move by n.
     *
     * @param first of them, that of the image
     * @param count how many there are
     * @param elements rows or columns of the window that see them
     * @param seen for each element the window that sees the first with it; below 0 or after the last, there is none
     */
    private record Every(int first, int count, int[] elements, int[] seen) {
        static List<Every> nth(int extent, int padding, int n, int size, int dilation) {
            List<Every> all = new ArrayList<>();
            for (int e = 0; e < size; e++) {
                int remainder = e * dilation % n;
                int from = Math.max(0, Math.floorDiv(padding - remainder + n - 1, n));
                int count = Math.floorDiv(padding + extent - remainder + n - 1, n) - from;
                int[] elements = IntStream.range(0, size)
                        .filter(k -> k * dilation % n == remainder)
                        .toArray();
                if (elements[0] == e && count > 0) {
                    int[] seen = Arrays.stream(elements)
                            .map(k -> from - k * dilation / n)
                            .toArray();
                    all.add(new Every(remainder + from * n - padding, count, elements, seen));
                }
            }
            return all;
        }

        /** The axis of the gradient that all of them see. */
        static PaddedAxis axis(int extent, List<Every> all) {
            int count = all.stream().mapToInt(Every::count).max().getAsInt();
            int[] seen = all.stream().flatMapToInt(e -> Arrays.stream(e.seen)).toArray();
            return new PaddedAxis(extent, 1, count, seen);
        }
    }

    /**
     * Windows that are computed as one product, and where their results belong.
     *
     * @param weight numbers of the filters for what a window sees, from {@code at} on, one filter's after the other's
     * @param offsets where the first window sees them
     * @param rows windows from top to bottom
     * @param columns windows from left to right
     * @param to where the first one's result belongs in a plane of results
     * @param line from there to the result of the window below
     * @param step from there to that of the window beside
     */
    private record Part<A>(A weight, int at, int[] offsets, int rows, int columns, int to, int line, int step) {}

    /** Products of filters, {@code plane} numbers of results from one to the next, with what windows see of images. */
    private static <A> void products(
            Kernels<A> kernels,
            PaddedImages seen,
            List<Part<A>> parts,
            int batch,
            int filters,
            A x,
            int xAt,
            int imageStep,
            A bias,
            int biasAt,
            A out,
            int outAt,
            int outStep,
            int plane) {
        // Whole tiles of rows, of which the last are 0: sums of part of a tile would have to be copied.
        int rows = (filters + 3) / 4 * 4;
        List<A> columns = new ArrayList<>();
        for (Part<A> part : parts) {
            int depth = part.offsets.length;
            A turned = kernels.array(depth * rows);
            kernels.transpose(depth, filters, part.weight, part.at, 1, depth, turned, 0, rows);
            columns.add(turned);
        }
        Cores.run((batch + IMAGES - 1) / IMAGES, piece -> {
            Panels<A> panels = kernels.panels();
            int span = 0, last = 0;
            for (Part<A> part : parts) {
                span = Math.max(span, panels.whole(seen.span(part.rows, part.columns)));
                last = Math.max(last, Arrays.stream(part.offsets).max().orElse(0));
            }
            A padded = kernels.array(Math.max(seen.size() + panels.wide, last + span)),
                    sums = kernels.array(rows * span);
            for (int i = piece * IMAGES; i < Math.min((piece + 1) * IMAGES, batch); i++) {
                seen.copy(panels, x, xAt + i * imageStep, padded, 0);
                for (int k = 0; k < parts.size(); k++) {
                    Part<A> part = parts.get(k);
                    int n = panels.whole(seen.span(part.rows, part.columns));
                    for (int f = 0; f < filters; f++) {
                        kernels.fill(sums, f * n, (f + 1) * n, bias, biasAt + f);
                    }
                    int p = 0;
                    for (int[] stretch : stretches(part.offsets)) {
                        panels.tiles(
                                rows,
                                n,
                                stretch.length,
                                columns.get(k),
                                p * rows,
                                multiples(stretch.length, stretch.length, rows),
                                true,
                                padded,
                                0,
                                panels.wide,
                                stretch,
                                sums,
                                0,
                                n);
                        p += stretch.length;
                    }
                    for (int f = 0, o = outAt + i * outStep + part.to; f < filters; f++, o += plane) {
                        panels.copyLines(
                                part.rows,
                                part.columns,
                                sums,
                                f * n,
                                seen.across().pitch,
                                1,
                                out,
                                o,
                                part.line,
                                part.step);
                    }
                }
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
        if (n == 0) {
            return;
        }
        List<A> sums = new ArrayList<>(Collections.nCopies(pieces, null));
        Cores.run(pieces, piece -> {
            DirectConvolution<A> c = new DirectConvolution<>(kernels, w);
            int from = piece * SUMMED, some = Math.min(SUMMED, batch - from);
            int g = gradAt + from * gradStep, i = xAt + from * imageStep;
            A sum = filters <= FEW_FILTERS || w.size() <= FEW_ELEMENTS
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
     * are. For 6 filters of 5 x 5 it takes a third of the time of {@link #sumsByFilters}, for 16 as long; for 3 x 3
     * of one channel two thirds, however many.
     */
    private A sumsAlongLines(int batch, int filters, A grad, int gradAt, int gradStep, A x, int xAt, int imageStep) {
        int size = w.size(),
                image = seen.size(),
                chains = PlainTile.CHAINS,
                run = (places + chains - 1) / chains * chains;
        int[] columns = elements(), rows = multiples((filters + 1) / 2 * 2, filters, run);
        int together = Math.min(batch, Math.max(1, TOGETHER / (image + 4 * run))), steps = run / chains;
        A images = kernels.array((together - 1) * image + reach(run)), lines = kernels.array(together * filters * run);
        A sums = kernels.array(rows.length * columns.length * chains);
        for (int from = 0; from < batch; from += together) {
            int some = Math.min(together, batch - from);
            int[] lineAt = new int[some * steps], imageAt = new int[lineAt.length];
            for (int i = 0, p = 0; i < some; i++) {
                seen.copy(panels, x, xAt + (from + i) * imageStep, images, i * image);
                int g = gradAt + (from + i) * gradStep;
                for (int f = 0, l = i * filters * run; f < filters; f++, g += w.places(), l += run) {
                    // Those of wrapping windows stay 0.
                    panels.copyLines(
                            w.outHeight(), w.outWidth(), grad, g, w.outWidth(), 1, lines, l, seen.across().pitch, 1);
                }
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
        int columns = (filters + tile - 1) / tile * tile, area = w.places(), run = (area + 1) * tile;
        int[] rows = elements(), gradRows = new int[places];
        for (int p = 0, line = seen.across().pitch; p < places; p++) {
            // Wrapping windows have a gradient of 0, after all others.
            gradRows[p] = (p % line < w.outWidth() ? p / line * w.outWidth() + p % line : area) * tile;
        }
        int[][] stretches = stretches(gradRows);
        A padded = kernels.array(reach(places)), turned = kernels.array(columns / tile * run);
        A sums = kernels.array(rows.length * columns);
        for (int i = 0; i < batch; i++) {
            seen.copy(panels, x, xAt + i * imageStep, padded, 0);
            for (int f = 0, g = gradAt + i * gradStep, to = 0; f < filters; f += tile, g += tile * area, to += run) {
                kernels.transpose(area, Math.min(tile, filters - f), grad, g, 1, area, turned, to, tile);
            }
            int p = 0;
            for (int[] stretch : stretches) {
                panels.tiles(
                        rows.length,
                        columns,
                        stretch.length,
                        padded,
                        p,
                        rows,
                        false,
                        turned,
                        0,
                        run,
                        stretch,
                        sums,
                        0,
                        columns);
                p += stretch.length;
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

    /** Numbers of images that windows reach which look at {@code n} places one after the other. */
    private int reach(int n) {
        return Math.max(seen.size() + panels.wide, Arrays.stream(offsets).max().orElse(0) + n);
    }

    /** Rows of a matrix cut into the stretches of the depth that are summed in one chain. */
    private static int[][] stretches(int[] rows) {
        int deep = Math.max(1, Matrices.depth(rows.length)), n = (rows.length + deep - 1) / deep;
        int[][] stretches = new int[n][];
        for (int k = 0; k < n; k++) {
            stretches[k] = Arrays.copyOfRange(rows, k * deep, Math.min((k + 1) * deep, rows.length));
        }
        return stretches;
    }

    /** Where {@code count} rows begin, the last repeated up to {@code n}. */
    private static int[] multiples(int n, int count, int step) {
        int[] table = new int[n];
        for (int i = 0; i < n; i++) {
            table[i] = Math.min(i, count - 1) * step;
        }
        return table;
    }
}
