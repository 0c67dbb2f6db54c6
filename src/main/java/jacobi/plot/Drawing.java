package jacobi.plot;

import jacobi.plot.axis.Ticks;
import jacobi.plot.data.Numbers;
import jacobi.plot.mark.Area;
import jacobi.plot.mark.Arrow;
import jacobi.plot.mark.Band;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.ErrorBars;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Note;
import jacobi.plot.mark.Rule;
import jacobi.plot.mark.Scatter;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/**
 * The words that draw: lines, points, bars, images, contours, arrows, text. Numbers may be arrays, lists or tensors.
 *
 * <p>What was drawn last can be changed by the words that follow: {@code axes.plot(x, y).label("sin").color("red")}.
 */
public abstract sealed class Drawing<T extends Drawing<T>> extends Fields<T> permits Axes, Figure {
    private static final IntFunction<Format> PLAIN = series -> Format.of("-");

    /** A line through values over 0, 1, 2 and so on; several series, several lines. */
    public T plot(Object y) {
        return lines(null, y, PLAIN);
    }

    /** Lines of {@code y} over {@code x}: one x serves all series, or there are as many x as y. */
    public T plot(Object x, Object y) {
        return lines(x, y, PLAIN);
    }

    /** As {@link #plot(Object, Object)}, with matplotlib's format strings, taken in turn. */
    public T plot(Object x, Object y, String... formats) {
        return lines(x, y, inTurn(formats));
    }

    /** The graph of a function over {@code x}. */
    public T plot(Object x, DoubleUnaryOperator function) {
        return lines(x, values(x, function), PLAIN);
    }

    /** The graph of a function over {@code x}, in a format as {@code "r--"}. */
    public T plot(Object x, DoubleUnaryOperator function, String format) {
        return lines(x, values(x, function), inTurn(format));
    }

    /** A line across the frame at {@code y}. */
    public T axhline(double y) {
        target().add(new Rule(y, true, new Look(target().nextColor())));
        return self();
    }

    /** A line across the frame at {@code y}, in a format as {@code "k--"}. */
    public T axhline(double y, String format) {
        target().add(new Rule(y, true, Look.of(Format.of(format), "#000000")));
        return self();
    }

    /** A line up the frame at {@code x}. */
    public T axvline(double x) {
        target().add(new Rule(x, false, new Look(target().nextColor())));
        return self();
    }

    /** A line up the frame at {@code x}, in a format as {@code "k--"}. */
    public T axvline(double x, String format) {
        target().add(new Rule(x, false, Look.of(Format.of(format), "#000000")));
        return self();
    }

    /** A line in steps: each value holds from the x before to its own. */
    public T step(Object x, Object y) {
        return step(x, y, "pre");
    }

    /** A line in steps; each value holds up to its x ({@code "pre"}), from its x on ({@code "post"}) or around it ({@code "mid"}). */
    public T step(Object x, Object y, String where) {
        double[] xs = Numbers.vector(x, "x");
        double[] ys = nonEmpty(Numbers.series(y, "y"), "y").get(0);
        sameLength("step", "x", xs, "y", ys);
        target().add(Steps.line(xs, ys, where, new Look(target().nextColor())));
        return self();
    }

    /** A point at each x and y. */
    public T scatter(Object x, Object y) {
        return scatter(x, y, 36.0);
    }

    /** A point at each x and y; {@code s} is their area in square points, one for all or one for each. */
    public T scatter(Object x, Object y, Object s) {
        return scatter(x, y, s, null);
    }

    /** A point at each x and y; the numbers {@code c} give each a colour of viridis. */
    public T scatter(Object x, Object y, Object s, Object c) {
        double[] xs = nonEmpty(List.of(Numbers.vector(x, "x")), "x").get(0);
        double[] ys = Numbers.vector(y, "y");
        sameLength("scatter", "x", xs, "y", ys);
        double[] sizes = Numbers.vector(s, "s");
        if (sizes.length != 1) {
            sameLength("scatter", "x", xs, "s", sizes);
        }
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.sqrt(sizes[i]);
        }
        double[] values = c == null ? null : Numbers.vector(c, "c");
        if (values != null) {
            sameLength("scatter", "x", xs, "c", values);
        }
        Look look = new Look(target().nextColor()).order(1);
        target().add(new Scatter(xs, ys, sizes, values, ColorMap.named("viridis"), look));
        return self();
    }

    /** Bars of these heights at these x, or over these names, 0.8 wide. */
    public T bar(Object x, Object heights) {
        return bar(x, heights, 0.8);
    }

    /** Bars of these heights at these x, or over these names. */
    public T bar(Object x, Object heights, double width) {
        return bars(x, heights, width, true);
    }

    /** Bars that lie, of these lengths at these y, or beside these names. */
    public T barh(Object y, Object lengths) {
        return bars(y, lengths, 0.8, false);
    }

    private T bars(Object places, Object heights, double width, boolean upright) {
        List<String> names = Categories.of(places);
        double[] ends =
                nonEmpty(List.of(Numbers.vector(heights, "height")), "height").get(0);
        double[] middle = names == null ? Numbers.vector(places, upright ? "x" : "y") : indices(names.size());
        sameLength(upright ? "bar" : "barh", upright ? "x" : "y", middle, "height", ends);
        if (names != null) {
            Ticks ticks = Ticks.at(middle, names);
            if (upright) {
                target().state.xTicks = ticks;
            } else {
                target().state.yTicks = ticks;
            }
        }
        double[] from = middle.clone();
        double[] to = middle.clone();
        for (int i = 0; i < middle.length; i++) {
            from[i] -= width / 2;
            to[i] += width / 2;
        }
        target().add(new Bars(from, to, new double[ends.length], ends, upright, new Look(target().nextColor())));
        return self();
    }

    /** How many values fall into each of 10 equal bins; several series stand side by side. */
    public T hist(Object values) {
        return hist(values, 10);
    }

    /** How many values fall into each bin; {@code bins} is how many equal ones, or the edges between them. */
    public T hist(Object values, Object bins) {
        List<double[]> series = nonEmpty(Numbers.series(values, "x"), "x");
        double[] edges = Histogram.edges(series, bins);
        for (int i = 0; i < series.size(); i++) {
            Look look = new Look(target().nextColor());
            target().add(Histogram.bars(series.get(i), edges, i, series.size(), look));
        }
        return self();
    }

    /** The area between a line and zero. */
    public T fillBetween(Object x, Object y) {
        return fillBetween(x, y, 0.0);
    }

    /** The area between two lines over the same x; a single number is a level line. */
    public T fillBetween(Object x, Object y1, Object y2) {
        double[] xs = nonEmpty(List.of(Numbers.vector(x, "x")), "x").get(0);
        double[] low = level(y1, "y1", xs);
        double[] high = level(y2, "y2", xs);
        target().add(new Band(xs, low, high, new Look(target().nextColor())));
        return self();
    }

    private static double[] level(Object y, String name, double[] xs) {
        double[] ys = Numbers.vector(y, name);
        if (Numbers.depth(y, name) == 0) {
            double[] level = new double[xs.length];
            Arrays.fill(level, ys[0]);
            return level;
        }
        sameLength("fillBetween", "x", xs, name, ys);
        return ys;
    }

    /** A line of y over x with a bar of {@code yerr} up and down at each point; one error may serve all. */
    public T errorbar(Object x, Object y, Object yerr) {
        return errorbar(x, y, yerr, "-");
    }

    /** As {@link #errorbar(Object, Object, Object)}, in a format as {@code "o"}. */
    public T errorbar(Object x, Object y, Object yerr, String format) {
        double[] xs = nonEmpty(List.of(Numbers.vector(x, "x")), "x").get(0);
        double[] ys = Numbers.vector(y, "y");
        sameLength("errorbar", "x", xs, "y", ys);
        double[] errors = Numbers.vector(yerr, "yerr");
        if (errors.length != 1) {
            sameLength("errorbar", "y", ys, "yerr", errors);
        }
        double[] low = ys.clone();
        double[] high = ys.clone();
        for (int i = 0; i < ys.length; i++) {
            low[i] -= errors[errors.length == 1 ? 0 : i];
            high[i] += errors[errors.length == 1 ? 0 : i];
        }
        Look look = Look.of(Format.of(format), target().nextColor());
        Look bars = new Look(look.color);
        target().add(new ErrorBars(xs, low, high, bars));
        target().add(new Line(xs, ys, look));
        return self();
    }

    /** Text that begins at a point; mathematics between dollar signs. */
    public T text(double x, double y, String text) {
        target().add(new Note(text, x, y, null, Canvas.Anchor.START, new Look("#000000")));
        return self();
    }

    /** Text beside a point. */
    public T annotate(String text, double x, double y) {
        return text(x, y, text);
    }

    /** Text that begins at ({@code textX}, {@code textY}) with an arrow to the point ({@code x}, {@code y}) it is about. */
    public T annotate(String text, double x, double y, double textX, double textY) {
        double[] target = {x, y};
        target().add(new Note(text, textX, textY, target, Canvas.Anchor.START, new Look("#000000")));
        return self();
    }

    /** An arrow from point to point. */
    public T arrow(double x1, double y1, double x2, double y2) {
        target().add(new Arrow(x1, y1, x2, y2, new Look(target().nextColor())));
        return self();
    }

    /** A filled polygon with these corners, as x and y in turn. */
    public T polygon(double... corners) {
        if (corners.length < 6 || corners.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "polygon: expected x and y of three corners or more, found " + corners.length + " numbers");
        }
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = corners[2 * i];
            ys[i] = corners[2 * i + 1];
        }
        target().add(new Area(xs, ys, new Look(target().nextColor())));
        return self();
    }

    /** Format strings for the series, in turn; plain lines without any. */
    static IntFunction<Format> inTurn(String... formats) {
        List<Format> all = Arrays.stream(formats).map(Format::of).toList();
        return all.isEmpty() ? PLAIN : series -> all.get(series % all.size());
    }

    static double[] values(Object x, DoubleUnaryOperator function) {
        double[] y = Numbers.vector(x, "x");
        for (int i = 0; i < y.length; i++) {
            y[i] = function.applyAsDouble(y[i]);
        }
        return y;
    }

    /** Draws as d2l's plot pairs them: y alone stands over 0, 1, 2, and one x is used for every y. */
    final T lines(Object x, Object y, IntFunction<Format> formats) {
        List<double[]> ys = nonEmpty(Numbers.series(y, "y"), "y");
        List<double[]> xs = new ArrayList<>(x == null ? List.of() : Numbers.series(x, "x"));
        if (xs.isEmpty()) {
            ys.forEach(series -> xs.add(indices(series.length)));
        } else if (xs.size() == 1) {
            while (xs.size() < ys.size()) {
                xs.add(xs.get(0));
            }
        } else if (ys.size() == 1) {
            ys = new ArrayList<>(ys);
            while (ys.size() < xs.size()) {
                ys.add(ys.get(0));
            }
        }
        if (xs.size() != ys.size()) {
            throw new IllegalArgumentException("plot: expected one x for all series or as many x as y, found "
                    + xs.size() + " x and " + ys.size() + " y");
        }
        String several = ys.size() > 1 ? "[%s]" : "";
        for (int i = 0; i < ys.size(); i++) {
            sameLength("plot", "x" + several.formatted(i), xs.get(i), "y" + several.formatted(i), ys.get(i));
        }
        for (int i = 0; i < ys.size(); i++) {
            Format format = formats.apply(i);
            Look look = Look.of(format, format.color() == null ? target().nextColor() : null);
            target().add(new Line(xs.get(i), ys.get(i), look));
        }
        return self();
    }

    static double[] indices(int count) {
        double[] indices = new double[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        return indices;
    }

    static List<double[]> nonEmpty(List<double[]> series, String name) {
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).length == 0) {
                throw new IllegalArgumentException(name + (series.size() > 1 ? "[" + i + "]" : "")
                        + ": expected at least one number, found an empty series");
            }
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException(name + ": expected at least one series, found an empty list");
        }
        return series;
    }

    static void sameLength(String word, String first, double[] a, String second, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(word + ": " + first + " has " + count(a) + " and " + second + " has "
                    + count(b) + "; expected as many of one as of the other");
        }
    }

    private static String count(double[] values) {
        return values.length == 1 ? "1 value" : values.length + " values";
    }
}
