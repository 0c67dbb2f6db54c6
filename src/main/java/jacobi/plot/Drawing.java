package jacobi.plot;

import jacobi.plot.data.Numbers;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Rule;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The words that draw: lines, points, bars, images, contours, arrows, text. Numbers may be arrays, lists or tensors.
 *
 * <p>What was drawn last can be changed by the words that follow: {@code axes.plot(x, y).label("sin").color("red")}.
 */
public abstract sealed class Drawing<T> extends Settings<T> permits Axes, Figure {
    private static final String[] PLAIN = {"-"};

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
        return lines(x, y, formats);
    }

    /** The graph of a function over {@code x}. */
    public T plot(Object x, DoubleUnaryOperator function, String... formats) {
        return lines(x, values(x, function), formats.length == 0 ? PLAIN : formats);
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

    static double[] values(Object x, DoubleUnaryOperator function) {
        double[] y = Numbers.vector(x, "x");
        for (int i = 0; i < y.length; i++) {
            y[i] = function.applyAsDouble(y[i]);
        }
        return y;
    }

    /** Draws as d2l's plot pairs them: y alone stands over 0, 1, 2, and one x is used for every y. */
    final T lines(Object x, Object y, String[] formats) {
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
        String several = ys.size() > 1 ? "[%d]" : "";
        for (int i = 0; i < ys.size(); i++) {
            sameLength("plot", "x" + several.formatted(i), xs.get(i), "y" + several.formatted(i), ys.get(i));
        }
        for (int i = 0; i < ys.size(); i++) {
            Format format = Format.of(formats.length == 0 ? "-" : formats[i % formats.length]);
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
