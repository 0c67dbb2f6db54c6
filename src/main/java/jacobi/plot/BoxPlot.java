package jacobi.plot;

import jacobi.plot.mark.Dots;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Patch;
import jacobi.plot.mark.Scatter;
import jacobi.plot.mark.Segments;
import jacobi.plot.style.Dash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boxes from the lower to the upper quartile of values, after Tukey, with whiskers to the furthest values that are no
 * further than {@code whis} times the height of the box, as matplotlib draws them.
 */
record BoxPlot(boolean upright, double whis, boolean means, boolean fliers, boolean filled) {
    /** How wide boxes are at these places, as in matplotlib: less where they stand close together. */
    static double width(double[] at) {
        double spread =
                Arrays.stream(at).max().orElse(0) - Arrays.stream(at).min().orElse(0);
        return Math.max(0.15, Math.min(0.5, 0.15 * spread));
    }

    List<Mark> marks(List<double[]> series, double[] at, double[] widths) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            box(marks, series.get(i), at[i], widths[i]);
        }
        return marks;
    }

    private void box(List<Mark> marks, double[] values, double at, double width) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return;
        }
        double low = quantile(sorted, 0.25);
        double high = quantile(sorted, 0.75);
        double reach = whis * (high - low);
        double bottom =
                Arrays.stream(sorted).filter(v -> v >= low - reach).min().orElse(low);
        double top = Arrays.stream(sorted).filter(v -> v <= high + reach).max().orElse(high);
        bottom = Math.min(bottom, low);
        top = Math.max(top, high);
        double left = at - width / 2;
        Patch box = upright
                ? Patch.rectangle(left, low, width, high - low, 0)
                : Patch.rectangle(low, left, high - low, width, 0);
        marks.add(box.facecolor(filled ? "C0" : "none").edgecolor("k"));
        Look thin = new Look("#000000");
        thin.width = 1;
        marks.add(new Segments(
                new double[] {at, at}, new double[] {low, high}, new double[] {bottom, top}, upright, thin));
        double half = width / 4;
        marks.add(new Segments(
                new double[] {bottom, top},
                new double[] {at - half, at - half},
                new double[] {at + half, at + half},
                !upright,
                thin));
        Look median = new Look("C1");
        median.width = 1;
        marks.add(new Segments(
                new double[] {quantile(sorted, 0.5)},
                new double[] {left},
                new double[] {left + width},
                !upright,
                median));
        if (means) {
            marks.add(points(at, new double[] {Arrays.stream(sorted).average().orElse(0)}, '^', "C2"));
        }
        double lo = bottom;
        double hi = top;
        double[] beyond = Arrays.stream(sorted).filter(v -> v < lo || v > hi).toArray();
        if (fliers && beyond.length > 0) {
            double[] places = new double[beyond.length];
            Arrays.fill(places, at);
            Look ring = new Look("#000000").order(2);
            ring.edge = ring.color;
            ring.filled = false;
            Dots rings = Dots.alike(6, ring);
            marks.add(upright ? new Scatter(places, beyond, rings) : new Scatter(beyond, places, rings));
        }
    }

    private Mark points(double at, double[] values, char marker, String color) {
        double[] places = new double[values.length];
        Arrays.fill(places, at);
        Look look = new Look(color);
        look.marker = marker;
        look.dash = Dash.NONE;
        return upright ? new Line(places, values, look) : new Line(values, places, look);
    }

    /** The value that a share of the sorted values is below, between neighbours in proportion. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int i = (int) Math.floor(place);
        return i + 1 >= sorted.length ? sorted[i] : sorted[i] + (place - i) * (sorted[i + 1] - sorted[i]);
    }
}
