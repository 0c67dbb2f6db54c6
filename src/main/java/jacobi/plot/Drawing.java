package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Band;
import jacobi.plot.mark.Dots;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Scatter;
import jacobi.plot.mark.Shades;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Format;
import jacobi.plot.style.Marker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/**
 * The words that draw: lines, points, bars, images, contours, arrows, text. Numbers may be arrays, lists or tensors.
 *
 * <p>What was drawn last can be changed by the words that follow: {@code axes.plot(x, y).label("sin").color("red")}.
 */
public abstract sealed class Drawing<T extends Drawing<T>> extends Surfaces<T> permits Axes, Figure {
    private static final IntFunction<Format> PLAIN = series -> Format.of("-");

    /** A line through values over 0, 1, 2 and so on; several series, several lines. */
    public T plot(Object y) {
        return lines(null, y, PLAIN);
    }

    /**
     * Lines of {@code y} over {@code x}: one x serves all series, or there are as many x as y. A format in place of
     * y, as {@code "o"}, is for values over 0, 1, 2 and so on.
     */
    public T plot(Object x, Object y) {
        return y instanceof String format ? lines(null, x, inTurn(format)) : lines(x, y, PLAIN);
    }

    /** As {@link #plot(Object, Object)} in a format; or, of three axes, a line through points of space. */
    public T plot(Object x, Object y, Object z) {
        return z instanceof String format ? plot(x, y, new String[] {format}) : plot3d(x, y, z, "-");
    }

    /** As {@link #plot(Object, Object)} in two formats; or, of three axes, a line or points of space in one. */
    public T plot(Object x, Object y, Object z, String format) {
        return z instanceof String first ? plot(x, y, new String[] {first, format}) : plot3d(x, y, z, format);
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

    /** A line in steps: each value holds from the x before to its own. */
    public T step(Object x, Object y) {
        return step(x, y, "-", "pre");
    }

    /** A line in steps in a format as {@code "r--"}, or where it steps as below. */
    public T step(Object x, Object y, String format) {
        return List.of("pre", "post", "mid").contains(format) ? step(x, y, "-", format) : step(x, y, format, "pre");
    }

    /**
     * A line in steps.
     *
     * @param where {@code "pre"} if each value holds up to its x, {@code "post"} if from its x on, {@code "mid"} if
     *     around it
     */
    public T step(Object x, Object y, @Default("\"-\"") @Also("fmt") String format, @Default("\"pre\"") String where) {
        double[] xs = Coordinates.of(target().state.x, x, "x");
        double[] ys = nonEmpty(GivenNumbers.series(y, "y"), "y").get(0);
        sameLength("step", "x", xs, "y", ys);
        Format parsed = Format.of(format);
        Look look = Look.of(parsed, parsed.color() == null ? target().nextColor() : null);
        target().add(StairLines.line(xs, ys, where, look));
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
        return scatter(x, y, s, c, "o", "viridis", null, Double.NaN, Double.NaN, null);
    }

    /**
     * A point at each x and y.
     *
     * @param s their area in square points, one for all or one for each
     * @param c a number for each that gives it a colour of {@code cmap}, or a colour for all or one for each in turn
     * @param marker matplotlib's letter
     * @param norm {@code "linear"}, or {@code "log"} for colours that change with powers of ten
     * @param vmin the number of the first colour, or NaN for the least
     * @param edgecolors the colour of the borders; null for none
     */
    public T scatter(
            Object x,
            Object y,
            @Default("36.0") Object s,
            @Default("null") @Also("color") Object c,
            @Default("\"o\"") String marker,
            @Default("\"viridis\"") String cmap,
            @Default("null") String norm,
            @Default("Double.NaN") double vmin,
            @Default("Double.NaN") double vmax,
            @Default("null") @Also("edgecolor") String edgecolors) {
        double[] xs =
                nonEmpty(List.of(Coordinates.of(target().state.x, x, "x")), "x").get(0);
        double[] ys = Coordinates.of(target().state.y, y, "y");
        sameLength("scatter", "x", xs, "y", ys);
        double[] sizes = widths(s, xs);
        char letter = Marker.named(marker);
        String edge = edgecolors == null ? null : Colors.named(edgecolors);
        List<String> colors =
                c instanceof String || c instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String
                        ? names(c, "c")
                        : List.of();
        if (colors.size() > 1) {
            target().add(groups(xs, ys, sizes, colors, letter, edge));
            return self();
        }
        double[] values = c == null || !colors.isEmpty() ? null : GivenNumbers.vector(c, "c");
        if (values != null) {
            sameLength("scatter", "x", xs, "c", values);
        }
        Look look = points(colors.isEmpty() ? target().nextColor() : colors.get(0), letter, edge);
        Scale scale = Shades.LOG.equals(norm) ? Scale.LOG : Scale.LINEAR;
        Shades shades =
                values == null ? null : Shades.of(ColorMap.named(cmap), Span.of(values, scale), vmin, vmax, norm);
        target().add(new Scatter(xs, ys, new Dots(sizes, values, shades, look)));
        return self();
    }

    private static Look points(String color, char marker, String edge) {
        Look look = new Look(color).order(1);
        look.marker = marker;
        look.edge = edge;
        return look;
    }

    /** The points of each of several colours. */
    private static List<Scatter> groups(
            double[] x, double[] y, double[] sizes, List<String> colors, char marker, String edge) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < x.length; i++) {
            groups.computeIfAbsent(colors.get(i % colors.size()), color -> new ArrayList<>())
                    .add(i);
        }
        List<Scatter> marks = new ArrayList<>();
        groups.forEach((color, members) -> {
            double[] gx = members.stream().mapToDouble(i -> x[i]).toArray();
            double[] gy = members.stream().mapToDouble(i -> y[i]).toArray();
            double[] gs = sizes.length == 1
                    ? sizes
                    : members.stream().mapToDouble(i -> sizes[i]).toArray();
            marks.add(new Scatter(gx, gy, new Dots(gs, null, null, points(color, marker, edge))));
        });
        return marks;
    }

    /** The widths of points of these areas, one for all or one for each. */
    static double[] widths(Object s, double[] xs) {
        double[] sizes = GivenNumbers.vector(s, "s");
        if (sizes.length != 1) {
            sameLength("scatter", "x", xs, "s", sizes);
        }
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.sqrt(sizes[i]);
        }
        return sizes;
    }

    /** A line through values over 0, 1, 2 and so on, over axes that are both logarithmic. */
    public T loglog(Object y) {
        return plot(y).xscale("log").yscale("log");
    }

    /** A line through values over 0, 1, 2 and so on, over a logarithmic x axis. */
    public T semilogx(Object y) {
        return plot(y).xscale("log");
    }

    /** A line through values over 0, 1, 2 and so on, over a logarithmic y axis. */
    public T semilogy(Object y) {
        return plot(y).yscale("log");
    }

    /** A line over axes that are both logarithmic. */
    public T loglog(Object x, Object y, String... formats) {
        return lines(x, y, inTurn(formats)).xscale("log").yscale("log");
    }

    /** A line over a logarithmic x axis. */
    public T semilogx(Object x, Object y, String... formats) {
        return lines(x, y, inTurn(formats)).xscale("log");
    }

    /** A line over a logarithmic y axis. */
    public T semilogy(Object x, Object y, String... formats) {
        return lines(x, y, inTurn(formats)).yscale("log");
    }

    /** The area between a line and zero. */
    public T fillBetween(Object x, Object y) {
        return fillBetween(x, y, 0.0);
    }

    /** The area between two lines over the same x; a single number is a level line. */
    public T fillBetween(Object x, Object y1, Object y2) {
        return fillBetween(x, y1, y2, null, false, null);
    }

    /**
     * The area between two lines over the same x.
     *
     * @param y2 the other line; a single number is a level line
     * @param where true at each x where there is an area; null for everywhere
     * @param interpolate whether the area ends where the lines cross, between two x
     * @param step where the lines step, as {@link #step(Object, Object, String, String)} has it; null if they do not
     */
    public T fillBetween(
            Object x,
            Object y1,
            @Default("0.0") Object y2,
            @Default("null") Object where,
            @Default("false") boolean interpolate,
            @Default("null") String step) {
        double[] xs =
                nonEmpty(List.of(Coordinates.of(target().state.x, x, "x")), "x").get(0);
        double[] low = level("fillBetween", y1, "y1", xs);
        double[] high = level("fillBetween", y2, "y2", xs);
        double[] flags = null;
        if (where != null) {
            flags = where instanceof boolean[] given ? numbers(given) : GivenNumbers.vector(where, "where");
            sameLength("fillBetween", "x", xs, "where", flags);
        }
        if (step != null) {
            double[][] lower = StairLines.corners(xs, low, step);
            high = StairLines.corners(xs, high, step)[1];
            flags = flags == null ? null : StairLines.corners(xs, flags, step)[1];
            xs = lower[0];
            low = lower[1];
        }
        boolean[] shown = flags == null ? null : new boolean[flags.length];
        for (int i = 0; shown != null && i < shown.length; i++) {
            shown[i] = flags[i] != 0;
        }
        target().add(new Band(xs, low, high, shown, interpolate, new Look(target().nextColor())));
        return self();
    }

    private static double[] numbers(boolean[] flags) {
        double[] numbers = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            numbers[i] = flags[i] ? 1 : 0;
        }
        return numbers;
    }

    /** A number for each of some values: those given, or one for all. */
    static double[] level(String word, Object y, String name, double[] xs) {
        double[] ys = GivenNumbers.vector(y, name);
        if (GivenNumbers.depth(y, name) == 0) {
            double[] level = new double[xs.length];
            Arrays.fill(level, ys[0]);
            return level;
        }
        sameLength(word, "x", xs, name, ys);
        return ys;
    }

    /** Format strings for the series, in turn; plain lines without any. */
    static IntFunction<Format> inTurn(String... formats) {
        List<Format> all = Arrays.stream(formats).map(Format::of).toList();
        return all.isEmpty() ? PLAIN : series -> all.get(series % all.size());
    }

    static double[] values(Object x, DoubleUnaryOperator function) {
        double[] y = GivenNumbers.vector(x, "x");
        for (int i = 0; i < y.length; i++) {
            y[i] = function.applyAsDouble(y[i]);
        }
        return y;
    }

    /** Draws as d2l's plot pairs them: y alone stands over 0, 1, 2, and one x is used for every y. */
    final T lines(Object x, Object y, IntFunction<Format> formats) {
        List<double[]> ys = nonEmpty(GivenNumbers.series(y, "y"), "y");
        List<double[]> xs = new ArrayList<>(x == null ? List.of() : places(x));
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
            throw new IllegalArgumentException(say("plot.plot.x-for-each-series", "xs", xs.size(), "ys", ys.size()));
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

    private List<double[]> places(Object x) {
        return Coordinates.areWords(x)
                ? List.of(Coordinates.of(target().state.x, x, "x"))
                : GivenNumbers.series(x, "x");
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
                throw new IllegalArgumentException(
                        say("plot.series.empty", "name", name, "place", (series.size() > 1 ? "[" + i + "]" : "")));
            }
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException(say("plot.series.none", "name", name));
        }
        return series;
    }

    static void sameLength(String word, String first, double[] a, String second, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(say(
                    "plot.series.unequal",
                    "word",
                    word,
                    "first",
                    first,
                    "a",
                    count(a),
                    "second",
                    second,
                    "b",
                    count(b)));
        }
    }

    private static String count(double[] values) {
        return say("plot.series.count", "count", values.length);
    }
}
