package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.Extent;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counts of values in bins.
 *
 * @param edges the edges of the bins
 * @param density whether areas add up to 1
 * @param cumulative whether each bin counts those before it
 * @param stacked whether series stand on one another
 */
record Histogram(double[] edges, boolean density, boolean cumulative, boolean stacked) {
    /** How much of a bin several series fill together. */
    private static final double FILLED = 0.8;

    /** The edges of the bins: those given, or as many equal bins over all values or a range. */
    static double[] edges(List<double[]> series, Object bins, Object range) {
        if (GivenNumbers.depth(bins, "bins") == 1) {
            double[] edges = GivenNumbers.vector(bins, "bins");
            for (int i = 1; i < edges.length; i++) {
                if (!(edges[i] > edges[i - 1])) {
                    throw new IllegalArgumentException(
                            say("plot.histogram.edges-increasing", "before", edges[i - 1], "after", edges[i]));
                }
            }
            if (edges.length < 2) {
                throw new IllegalArgumentException(say("plot.histogram.two-edges", "found", edges.length));
            }
            return edges;
        }
        double count = GivenNumbers.vector(bins, "bins")[0];
        if (!(count >= 1) || count != Math.rint(count) || count > 100_000) {
            throw new IllegalArgumentException(say("plot.histogram.bins", "found", bins));
        }
        Span span = range == null ? Span.EMPTY : AxesWords.limits("range", range);
        for (int i = 0; range == null && i < series.size(); i++) {
            span = span.with(Span.of(series.get(i), Scale.LINEAR));
        }
        if (span.isEmpty()) {
            throw new IllegalArgumentException(say("plot.histogram.no-finite-value"));
        }
        if (span.length() == 0) {
            span = new Span(span.lo() - 0.5, span.hi() + 0.5);
        }
        double[] edges = new double[(int) count + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = span.lo() + span.length() * i / count;
        }
        edges[edges.length - 1] = span.hi();
        return edges;
    }

    /** The number of the bin a value falls into, or −1. The last bin holds its upper edge too. */
    static int bin(double[] edges, double value) {
        int bins = edges.length - 1;
        if (!(value >= edges[0] && value <= edges[bins])) {
            return -1;
        }
        int at = Arrays.binarySearch(edges, value);
        return Math.min(bins - 1, at >= 0 ? at : -at - 2);
    }

    /** The marks of all series, in their order. */
    List<Mark> marks(
            List<double[]> series, List<double[]> weights, String type, boolean upright, Supplier<Look> looks) {
        List<Mark> marks = new ArrayList<>();
        List<double[]> heights = heights(series, weights);
        boolean steps = type.startsWith("step");
        for (int i = 0; i < series.size(); i++) {
            double[] base = stacked && i > 0 ? heights.get(i - 1) : new double[edges.length - 1];
            marks.add(
                    steps
                            ? outline(heights.get(i), base, type.equals("stepfilled"), upright, looks.get())
                            : bars(
                                    heights.get(i),
                                    base,
                                    stacked ? 0 : i,
                                    stacked ? 1 : series.size(),
                                    upright,
                                    looks.get()));
        }
        return marks;
    }

    /** How high the bars of each series reach. */
    private List<double[]> heights(List<double[]> series, List<double[]> weights) {
        int bins = edges.length - 1;
        List<double[]> all = new ArrayList<>();
        double[] below = new double[bins];
        for (int i = 0; i < series.size(); i++) {
            double[] counts = new double[bins];
            double sum = 0;
            for (int j = 0; j < series.get(i).length; j++) {
                int bin = bin(edges, series.get(i)[j]);
                if (bin >= 0) {
                    double weight = weights == null ? 1 : weights.get(i)[j];
                    counts[bin] += weight;
                    sum += weight;
                }
            }
            all.add(counts);
            if (density && !stacked) {
                normalise(counts, sum);
            }
        }
        if (density && stacked) {
            double sum = all.stream().flatMapToDouble(Arrays::stream).sum();
            all.forEach(counts -> normalise(counts, sum));
        }
        for (double[] counts : all) {
            for (int bin = 0; cumulative && bin < bins; bin++) {
                counts[bin] *= density ? edges[bin + 1] - edges[bin] : 1;
                counts[bin] += bin == 0 ? 0 : counts[bin - 1];
            }
            if (stacked) {
                for (int bin = 0; bin < bins; bin++) {
                    counts[bin] += below[bin];
                }
                below = counts;
            }
        }
        return all;
    }

    private void normalise(double[] counts, double sum) {
        for (int bin = 0; bin < counts.length && sum != 0; bin++) {
            counts[bin] /= sum * (edges[bin + 1] - edges[bin]);
        }
    }

    private Bars bars(double[] heights, double[] base, int index, int of, boolean upright, Look look) {
        int bins = edges.length - 1;
        double[] from = new double[bins];
        double[] to = new double[bins];
        for (int i = 0; i < bins; i++) {
            double width = edges[i + 1] - edges[i];
            double part = of == 1 ? width : width * FILLED / of;
            from[i] = of == 1 ? edges[i] : edges[i] + width * (1 - FILLED) / 2 + part * index;
            to[i] = from[i] + part;
        }
        return new Bars(from, to, base, heights, upright, look);
    }

    /** The border of the bars of a series, without lines between them. */
    private Mark outline(double[] heights, double[] base, boolean filled, boolean upright, Look look) {
        int bins = edges.length - 1;
        double[] along = new double[4 * bins + 2];
        double[] up = new double[4 * bins + 2];
        int at = 0;
        along[at] = edges[0];
        up[at++] = base[0];
        for (int i = 0; i < bins; i++) {
            along[at] = edges[i];
            up[at++] = heights[i];
            along[at] = edges[i + 1];
            up[at++] = heights[i];
        }
        along[at] = edges[bins];
        up[at++] = base[bins - 1];
        if (!filled) {
            double[] x = Arrays.copyOf(along, at);
            double[] y = Arrays.copyOf(up, at);
            return upright ? new Line(x, y, Extent.BOTTOM, look) : new Line(y, x, Extent.LEFT, look);
        }
        for (int i = bins - 1; i > 0; i--) {
            along[at] = edges[i];
            up[at++] = base[i];
            along[at] = edges[i];
            up[at++] = base[i - 1];
        }
        double[] x = Arrays.copyOf(along, at);
        double[] y = Arrays.copyOf(up, at);
        Patch area = upright
                ? Patch.polygon(x, y).standing(Extent.BOTTOM)
                : Patch.polygon(y, x).standing(Extent.LEFT);
        return area.facecolor(look.color);
    }
}
