package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.axis.Ticks;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.ErrorBars;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that draw bars, counts and how values are spread. */
public abstract sealed class Statistics<T extends Drawing<T>> extends Shapes<T> permits Surfaces {
    private static final double BAR = 0.8;

    /** Bars of these heights at these x, or over these names, 0.8 wide. */
    public T bar(Object x, Object heights) {
        return bar(x, heights, BAR);
    }

    /** Bars of these heights at these x, or over these names. */
    public T bar(Object x, Object heights, double width) {
        return bar(x, heights, width, null, "center", null, null, 2, null);
    }

    /**
     * Bars.
     *
     * @param x where they stand: numbers, names or dates
     * @param width how wide they are, one for all or one for each
     * @param bottom where they begin; zero if null, one for all or one for each: bars on bars are stacked
     * @param align {@code "center"} if x is their middle, {@code "edge"} if it is their left edge
     * @param color a colour for all or one for each in turn
     * @param yerr how uncertain the heights are, one for all or one for each
     * @param capsize half the width of the ends of error bars, in points
     */
    public T bar(
            Object x,
            @Also("height") Object heights,
            @Default("0.8") Object width,
            @Default("null") Object bottom,
            @Default("\"center\"") String align,
            @Default("null") Object color,
            @Default("null") Object yerr,
            @Default("2") double capsize,
            @Default("null") List<String> tickLabel) {
        return bars("bar", x, heights, width, bottom, align, color, yerr, capsize, tickLabel, true);
    }

    /** Bars that lie, of these lengths at these y, or beside these names. */
    public T barh(Object y, Object lengths) {
        return barh(y, lengths, BAR, null, "center", null, null, 2, null);
    }

    /** Bars that lie, as {@link #bar(Object, Object, Object, Object, String, Object, Object, double, List)}. */
    public T barh(
            Object y,
            @Also("width") Object lengths,
            @Default("0.8") Object height,
            @Default("null") Object left,
            @Default("\"center\"") String align,
            @Default("null") Object color,
            @Default("null") Object xerr,
            @Default("2") double capsize,
            @Default("null") List<String> tickLabel) {
        return bars("barh", y, lengths, height, left, align, color, xerr, capsize, tickLabel, false);
    }

    private T bars(
            String word,
            Object places,
            Object lengths,
            Object widths,
            Object feet,
            String align,
            Object color,
            Object errors,
            double capsize,
            List<String> labels,
            boolean upright) {
        AxisState axis = upright ? target().state.x : target().state.y;
        BarChart chart = new BarChart(word, upright, axis, places, lengths, widths, feet, align);
        if (labels != null) {
            axis.ticks = ticksAt(chart.places(), labels, "tickLabel");
        }
        List<String> colors = color == null ? List.of() : names(color, "color");
        Look look = new Look(colors.size() == 1 ? colors.get(0) : target().nextColor());
        target().add(chart.marks(colors, look, errors, capsize));
        return self();
    }

    private static Ticks ticksAt(double[] at, List<String> labels, String name) {
        if (labels.size() != at.length) {
            throw new IllegalArgumentException(
                    say("plot.bars.label-for-each", "name", name, "bars", at.length, "found", labels.size()));
        }
        return Ticks.at(at, labels);
    }

    /** The number of each bar drawn last at its end. */
    public T barLabel() {
        return barLabel("%g", null, "edge", 2, 8);
    }

    /**
     * A text at each bar drawn last.
     *
     * @param fmt how numbers are written, as {@code "%.1f"}; {@code "%g"} for what is short
     * @param labels texts in place of the numbers
     * @param labelType {@code "edge"} at the ends, {@code "center"} in the middles of the bars
     * @param padding the room between a bar and its text, in points
     */
    public T barLabel(
            @Default("\"%g\"") String fmt,
            @Default("null") List<String> labels,
            @Default("\"edge\"") String labelType,
            @Default("2") double padding,
            @Default("8") @Also("size") double fontsize) {
        if (!(target().last("barLabel") instanceof Bars bars)) {
            throw new IllegalStateException(say(
                    "plot.bars.drawn-last", "kind", target().last("barLabel").kind()));
        }
        boolean edge = oneOf("labelType", labelType, "edge", "center").equals("edge");
        BarLabels texts = new BarLabels(bars, target().lastMarks("barLabel"), fmt, labels);
        List<Mark> notes = texts.notes(edge, padding, positive("fontsize", fontsize));
        // The bars stay what was drawn last: their colours may still be set.
        target().state.marks.addAll(target().state.lastFrom, notes);
        target().state.lastFrom += notes.size();
        return self();
    }

    /** How many values fall into each of 10 equal bins; several series stand side by side. */
    public T hist(Object values) {
        return hist(values, 10);
    }

    /** How many values fall into each bin; {@code bins} is how many equal ones, or the edges between them. */
    public T hist(Object values, Object bins) {
        return hist(values, bins, null, false, null, false, "bar", "vertical", false, false);
    }

    /**
     * How many values fall into each bin.
     *
     * @param x one series or several
     * @param bins how many equal bins, or the edges between them
     * @param range two numbers, the ends of equal bins; null for the least and the greatest value
     * @param density whether the area of all bars is 1
     * @param weights what each value counts, in the form of x; null for one
     * @param cumulative whether each bar counts the bins before it, too
     * @param histtype {@code "bar"}, {@code "barstacked"}, {@code "step"} or {@code "stepfilled"}
     * @param orientation {@code "vertical"} or {@code "horizontal"}
     * @param log whether counts have a logarithmic axis
     * @param stacked whether series stand on one another instead of side by side
     */
    public T hist(
            Object x,
            @Default("10") Object bins,
            @Default("null") Object range,
            @Default("false") boolean density,
            @Default("null") Object weights,
            @Default("false") boolean cumulative,
            @Default("\"bar\"") String histtype,
            @Default("\"vertical\"") String orientation,
            @Default("false") boolean log,
            @Default("false") boolean stacked) {
        List<double[]> series = nonEmpty(GivenNumbers.series(x, "x"), "x");
        List<double[]> weighted = weights == null ? null : GivenNumbers.series(weights, "weights");
        for (int i = 0; weighted != null && i < series.size(); i++) {
            if (weighted.size() != series.size()) {
                throw new IllegalArgumentException(
                        say("plot.histogram.weights", "series", series.size(), "found", weighted.size()));
            }
            Drawing.sameLength("hist", "x", series.get(i), "weights", weighted.get(i));
        }
        boolean upright =
                oneOf("orientation", orientation, "vertical", "horizontal").equals("vertical");
        oneOf("histtype", histtype, "bar", "barstacked", "step", "stepfilled");
        Histogram histogram = new Histogram(
                Histogram.edges(series, bins, range), density, cumulative, stacked || histtype.equals("barstacked"));
        target().add(histogram.marks(series, weighted, histtype, upright, () -> new Look(target().nextColor())));
        if (log) {
            AxisState counts = upright ? target().state.y : target().state.x;
            counts.scale = jacobi.plot.axis.Scale.LOG;
        }
        return self();
    }

    /** How many points fall into each cell of a net, as colours. */
    public T hist2d(Object x, Object y) {
        return hist2d(x, y, 10, null, false, "viridis", null, Double.NaN, Double.NaN);
    }

    /**
     * How many points fall into each cell of a net, as colours.
     *
     * @param bins how many cells in each direction, or two numbers for both
     * @param range two rows, the ends of x and the ends of y; null for the least and the greatest values
     * @param density whether the volume over all cells is 1
     * @param norm {@code "linear"}, or {@code "log"} for colours that change with powers of ten
     */
    public T hist2d(
            Object x,
            Object y,
            @Default("10") Object bins,
            @Default("null") Object range,
            @Default("false") boolean density,
            @Default("\"viridis\"") String cmap,
            @Default("null") String norm,
            @Default("Double.NaN") double vmin,
            @Default("Double.NaN") double vmax) {
        double[][] points = points("hist2d", x, y);
        target().add(Nets.squares(points[0], points[1], bins, range, cmap, density, norm, vmin, vmax));
        return self();
    }

    /** How many points fall into each hexagon of a net, as colours. */
    public T hexbin(Object x, Object y) {
        return hexbin(x, y, 100, "viridis", null, 0, Double.NaN, Double.NaN);
    }

    /**
     * How many points fall into each hexagon of a net, as colours.
     *
     * @param gridsize how many hexagons across
     * @param bins {@code "log"} for colours that change with powers of ten, else null
     * @param mincnt the least number of points for which a hexagon is drawn
     */
    public T hexbin(
            Object x,
            Object y,
            @Default("100") int gridsize,
            @Default("\"viridis\"") String cmap,
            @Default("null") String bins,
            @Default("0") int mincnt,
            @Default("Double.NaN") double vmin,
            @Default("Double.NaN") double vmax) {
        double[][] points = points("hexbin", x, y);
        target().add(Nets.hexagons(points[0], points[1], gridsize, cmap, bins, mincnt, vmin, vmax));
        return self();
    }

    private static double[][] points(String word, Object x, Object y) {
        double[] xs = nonEmpty(List.of(GivenNumbers.vector(x, "x")), "x").get(0);
        double[] ys = GivenNumbers.vector(y, "y");
        Drawing.sameLength(word, "x", xs, "y", ys);
        return new double[][] {xs, ys};
    }

    /** A line of y over x with a bar of {@code yerr} up and down at each point; one error may serve all. */
    public T errorbar(Object x, Object y, Object yerr) {
        return errorbar(x, y, yerr, "-");
    }

    /** As {@link #errorbar(Object, Object, Object)}, in a format as {@code "o"}. */
    public T errorbar(Object x, Object y, Object yerr, String format) {
        return errorbar(x, y, yerr, null, format, null, 1.5, 2);
    }

    /**
     * A line with error bars.
     *
     * @param yerr how uncertain y is: one for all, one for each, or two rows, down and up; null for no bars
     * @param xerr how uncertain x is
     * @param fmt the format of the line; {@code "none"} for bars alone
     * @param ecolor the colour of the bars, or null for the line's
     * @param capsize half the width of the ends of the bars, in points
     */
    public T errorbar(
            Object x,
            Object y,
            @Default("null") Object yerr,
            @Default("null") Object xerr,
            @Default("\"-\"") String fmt,
            @Default("null") String ecolor,
            @Default("1.5") double elinewidth,
            @Default("2") double capsize) {
        double[] xs =
                nonEmpty(List.of(Coordinates.of(target().state.x, x, "x")), "x").get(0);
        double[] ys = GivenNumbers.vector(y, "y");
        Drawing.sameLength("errorbar", "x", xs, "y", ys);
        boolean bare = fmt.equals("none") || fmt.isBlank();
        Look look = Look.of(Format.of(bare ? "-" : fmt), target().nextColor());
        List<ErrorBars> errors = new ArrayList<>();
        if (yerr != null) {
            double[][] reach = ErrorReach.of("errorbar", yerr, "y", ys, "yerr");
            errors.add(new ErrorBars(xs, reach[0], reach[1], true, capsize, bars(look, ecolor, elinewidth)));
        }
        if (xerr != null) {
            double[][] reach = ErrorReach.of("errorbar", xerr, "x", xs, "xerr");
            errors.add(new ErrorBars(ys, reach[0], reach[1], false, capsize, bars(look, ecolor, elinewidth)));
        }
        if (errors.isEmpty() && bare) {
            throw new IllegalArgumentException(say("plot.errors.none"));
        }
        List<Mark> marks = new ArrayList<>(errors);
        if (!bare) {
            marks.add(new Line(xs, ys, errors, look));
        }
        target().add(marks);
        return self();
    }

    private static Look bars(Look line, String color, double width) {
        Look look = new Look(color == null ? line.color : Colors.named(color));
        look.width = positive("elinewidth", width);
        return look;
    }

    /** A box from the lower to the upper quarter of the values of each series, with its median, and whiskers. */
    public T boxplot(Object x) {
        return boxplot(x, null, true, 1.5, null, false, true, false, null);
    }

    /**
     * A box for each series.
     *
     * @param labels a name for each
     * @param vert whether boxes stand
     * @param whis how far whiskers reach at the most beyond a box, in parts of its height
     * @param widths how wide boxes are, one for all or one for each
     * @param showmeans whether means are marked
     * @param showfliers whether values beyond the whiskers are drawn
     * @param patchArtist whether boxes are filled
     * @param positions where they stand; 1, 2 and so on if null
     */
    public T boxplot(
            Object x,
            @Default("null") @Also("tickLabels") List<String> labels,
            @Default("true") boolean vert,
            @Default("1.5") double whis,
            @Default("null") Object widths,
            @Default("false") boolean showmeans,
            @Default("true") boolean showfliers,
            @Default("false") boolean patchArtist,
            @Default("null") Object positions) {
        List<double[]> series = nonEmpty(GivenNumbers.series(x, "x"), "x");
        double[] at = places(series, positions, labels, vert);
        double[] wide = Drawing.level("boxplot", widths == null ? (Object) BoxPlot.width(at) : widths, "widths", at);
        target().add(new BoxPlot(vert, whis, showmeans, showfliers, patchArtist).marks(series, at, wide));
        return self();
    }

    /** The spread of each series as a shape that is as wide as values are frequent. */
    public T violinplot(Object dataset) {
        return violinplot(dataset, null, true, 0.5, false, true, false);
    }

    /**
     * The spread of each series as a shape that is as wide as values are frequent, found with Gaussian kernels of
     * Scott's width.
     *
     * @param positions where they stand; 1, 2 and so on if null
     * @param widths how wide each is at its widest
     */
    public T violinplot(
            Object dataset,
            @Default("null") Object positions,
            @Default("true") boolean vert,
            @Default("0.5") double widths,
            @Default("false") boolean showmeans,
            @Default("true") boolean showextrema,
            @Default("false") boolean showmedians) {
        List<double[]> series = nonEmpty(GivenNumbers.series(dataset, "dataset"), "dataset");
        double[] at = places(series, positions, null, vert);
        String color = target().nextColor();
        target().add(Violin.marks(
                series, at, positive("widths", widths), vert, color, showmeans, showextrema, showmedians));
        return self();
    }

    private double[] places(List<double[]> series, Object positions, List<String> labels, boolean vert) {
        double[] at = positions == null
                ? Arrays.stream(Drawing.indices(series.size())).map(i -> i + 1).toArray()
                : GivenNumbers.vector(positions, "positions");
        if (at.length != series.size()) {
            throw new IllegalArgumentException(
                    say("plot.boxes.positions", "series", series.size(), "found", at.length));
        }
        AxisState axis = vert ? target().state.x : target().state.y;
        if (labels != null) {
            axis.ticks = ticksAt(at, labels, "labels");
        } else if (positions == null) {
            axis.ticks = Ticks.at(at, List.of());
        }
        return at;
    }

    /** Parts of a whole as slices of a disc. */
    public T pie(Object x) {
        return pie(x, null, null, null, null, 0, 1, true);
    }

    /**
     * Parts of a whole as slices of a disc, against the clock from the right.
     *
     * @param explode how far each is moved outwards, in radii
     * @param labels a name beside each
     * @param colors the colours in turn
     * @param autopct how the share of each is written on it, as {@code "%.0f%%"}; null for not at all
     * @param startangle how far the first is turned against the clock, in degrees
     */
    public T pie(
            Object x,
            @Default("null") Object explode,
            @Default("null") List<String> labels,
            @Default("null") Object colors,
            @Default("null") String autopct,
            @Default("0") double startangle,
            @Default("1") double radius,
            @Default("true") boolean counterclock) {
        double[] parts = nonEmpty(List.of(GivenNumbers.vector(x, "x")), "x").get(0);
        double[] out = explode == null ? new double[parts.length] : GivenNumbers.vector(explode, "explode");
        Drawing.sameLength("pie", "x", parts, "explode", out);
        if (labels != null && labels.size() != parts.length) {
            throw new IllegalArgumentException(say("plot.pie.names", "parts", parts.length, "found", labels.size()));
        }
        List<String> paints = colors == null ? null : names(colors, "colors");
        target().add(new Pie(positive("radius", radius), startangle, counterclock)
                .marks(
                        parts,
                        out,
                        labels,
                        autopct,
                        i -> paints == null ? target().nextColor() : paints.get(i % paints.size())));
        target().state.equal = true;
        target().state.framed = false;
        return limits(1.25 * radius);
    }

    private T limits(double reach) {
        xlim(-reach, reach);
        return ylim(-reach, reach);
    }

    static List<double[]> nonEmpty(List<double[]> series, String name) {
        return Drawing.nonEmpty(series, name);
    }
}
