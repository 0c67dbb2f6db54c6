package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.Numbers;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.Look;
import java.util.Arrays;
import java.util.List;

/** Counts of values in bins. */
final class Histogram {
    /** How much of a bin several series fill together. */
    private static final double FILLED = 0.8;

    private Histogram() {}

    /** The edges of the bins: those given, or as many equal bins over all values. */
    static double[] edges(List<double[]> series, Object bins) {
        if (Numbers.depth(bins, "bins") == 1) {
            double[] edges = Numbers.vector(bins, "bins");
            for (int i = 1; i < edges.length; i++) {
                if (!(edges[i] > edges[i - 1])) {
                    throw new IllegalArgumentException(
                            "bins: expected increasing edges, found " + edges[i - 1] + " before " + edges[i]);
                }
            }
            if (edges.length < 2) {
                throw new IllegalArgumentException("bins: expected two edges or more, found " + edges.length);
            }
            return edges;
        }
        double count = Numbers.vector(bins, "bins")[0];
        if (!(count >= 1) || count != Math.rint(count) || count > 100_000) {
            throw new IllegalArgumentException(
                    "bins: expected how many bins, 1 or more, or their edges, found " + bins);
        }
        Span span = Span.EMPTY;
        for (double[] values : series) {
            span = span.with(Span.of(values, Scale.LINEAR));
        }
        if (span.isEmpty()) {
            throw new IllegalArgumentException("hist: expected finite values, found none");
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

    /** The bars of one series of several. The last bin holds its upper edge too. */
    static Bars bars(double[] values, double[] edges, int index, int of, Look look) {
        int bins = edges.length - 1;
        double[] counts = new double[bins];
        for (double value : values) {
            if (value >= edges[0] && value <= edges[bins]) {
                int at = Arrays.binarySearch(edges, value);
                counts[Math.min(bins - 1, at >= 0 ? at : -at - 2)]++;
            }
        }
        double[] from = new double[bins];
        double[] to = new double[bins];
        for (int i = 0; i < bins; i++) {
            double width = edges[i + 1] - edges[i];
            double part = of == 1 ? width : width * FILLED / of;
            from[i] = of == 1 ? edges[i] : edges[i] + width * (1 - FILLED) / 2 + part * index;
            to[i] = from[i] + part;
        }
        return new Bars(from, to, new double[bins], counts, true, look);
    }
}
