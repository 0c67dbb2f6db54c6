package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.ColoredCells;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Mesh;
import jacobi.plot.mark.Shades;
import jacobi.plot.style.ColorMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of points in the cells of a net over the plane. */
final class Nets {
    private Nets() {}

    /** Rectangular cells. */
    static Mark squares(
            double[] x,
            double[] y,
            Object bins,
            Object range,
            String cmap,
            boolean density,
            String norm,
            double vmin,
            double vmax) {
        double[] counts = GivenNumbers.vector(bins, "bins");
        if (counts.length > 2) {
            throw new IllegalArgumentException(say("plot.histogram.cells-across-and-up", "found", counts.length));
        }
        double[][] ends = range == null ? new double[2][] : GivenNumbers.matrix(range, "range");
        if (ends.length != 2) {
            throw new IllegalArgumentException(say("plot.histogram.range-of-both", "found", ends.length));
        }
        double[] across = Histogram.edges(List.of(x), counts[0], ends[0]);
        double[] up = Histogram.edges(List.of(y), counts[counts.length - 1], ends[1]);
        double[][] cells = new double[up.length - 1][across.length - 1];
        int points = 0;
        for (int i = 0; i < x.length; i++) {
            int column = Histogram.bin(across, x[i]);
            int row = Histogram.bin(up, y[i]);
            if (column >= 0 && row >= 0) {
                cells[row][column]++;
                points++;
            }
        }
        if (density) {
            double area = (across[1] - across[0]) * (up[1] - up[0]);
            for (double[] row : cells) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= points * area;
                }
            }
        }
        Shades shades = Shades.of(ColorMap.named(cmap), ImageWords.range(cells, norm), vmin, vmax, norm);
        return new Mesh(across, up, cells, shades, new Look("C0"));
    }

    /** Hexagons that stand on a corner, in rows of which every second is moved by half a cell. */
    static Mark hexagons(
            double[] x, double[] y, int size, String cmap, String bins, int least, double vmin, double vmax) {
        if (size < 1) {
            throw new IllegalArgumentException(say("plot.hexbin.gridsize", "found", size));
        }
        Span across = padded(Span.of(x, Scale.LINEAR));
        Span up = padded(Span.of(y, Scale.LINEAR));
        int rows = Math.max(1, (int) (size / Math.sqrt(3)));
        double wide = across.length() / size;
        double high = up.length() / rows;
        Map<Long, Integer> counts = new TreeMap<>();
        if (least <= 0) {
            for (int i = 0; i <= size; i++) {
                for (int j = 0; j <= rows; j++) {
                    counts.put(key(i, j, false), 0);
                    if (i < size && j < rows) {
                        counts.put(key(i, j, true), 0);
                    }
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            double a = (x[i] - across.lo()) / wide;
            double b = (y[i] - up.lo()) / high;
            if (!Double.isFinite(a + b)) {
                continue;
            }
            double toEven = distance(a - Math.rint(a), b - Math.rint(b));
            double toOdd = distance(a - Math.floor(a) - 0.5, b - Math.floor(b) - 0.5);
            long key = toEven < toOdd
                    ? key((long) Math.rint(a), (long) Math.rint(b), false)
                    : key((long) Math.floor(a), (long) Math.floor(b), true);
            counts.merge(key, 1, Integer::sum);
        }
        counts.values().removeIf(count -> count < least);
        int n = counts.size();
        double[] middleX = new double[n];
        double[] middleY = new double[n];
        double[] values = new double[n];
        int at = 0;
        for (Map.Entry<Long, Integer> cell : counts.entrySet()) {
            boolean odd = (cell.getKey() & 1) == 1;
            long i = (cell.getKey() >> 1) / STRIDE;
            long j = (cell.getKey() >> 1) % STRIDE;
            middleX[at] = across.lo() + (i + (odd ? 0.5 : 0)) * wide;
            middleY[at] = up.lo() + (j + (odd ? 0.5 : 0)) * high;
            values[at++] = cell.getValue();
        }
        double[] shapeX = {wide / 2, wide / 2, 0, -wide / 2, -wide / 2, 0};
        double[] shapeY = {-high / 6, high / 6, high / 3, high / 6, -high / 6, -high / 3};
        double[][] all = {n == 0 ? new double[] {0} : Arrays.copyOf(values, n)};
        Shades shades = Shades.of(ColorMap.named(cmap), ImageWords.range(all, bins), vmin, vmax, bins);
        return new ColoredCells(middleX, middleY, shapeX, shapeY, values, shades, new Look("C0"));
    }

    private static final long STRIDE = 1 << 20;

    private static long key(long i, long j, boolean odd) {
        return (i * STRIDE + j) << 1 | (odd ? 1 : 0);
    }

    /**
     * The distance of a place from the middle of a hexagon, where a row is the root of three times as high as a cell is
     * wide.
     */
    private static double distance(double a, double b) {
        return a * a + 3 * b * b;
    }

    private static Span padded(Span span) {
        if (span.isEmpty()) {
            throw new IllegalArgumentException(say("plot.hexbin.no-finite-point"));
        }
        return span.length() == 0 ? new Span(span.lo() - 0.5, span.hi() + 0.5) : span;
    }
}
