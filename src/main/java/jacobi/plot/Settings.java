package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.Numbers;
import jacobi.plot.mark.Mark;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Format;
import jacobi.plot.style.Marker;
import java.util.Arrays;
import java.util.List;

/**
 * The words that say how axes look: labels, limits, scales, ticks, legend, and the look of what was drawn last. A figure
 * knows them too and passes them to its current axes.
 *
 * <p>Every word changes the axes and returns the object it was called on, so that they can be chained.
 */
public abstract sealed class Settings<T extends Drawing<T>> permits Fields {

    /** The axes the words are about. */
    abstract Axes target();

    abstract T self();

    /** The label under the x axis; mathematics between dollar signs. */
    public T xlabel(String label) {
        target().state.xLabel = text(label);
        return self();
    }

    /** The label beside the y axis. */
    public T ylabel(String label) {
        target().state.yLabel = text(label);
        return self();
    }

    /** The title above the frame. */
    public T title(String title) {
        target().state.title = text(title);
        return self();
    }

    /** A title inside the frame, at its upper edge, for small frames side by side. */
    public T insetTitle(String title) {
        target().state.insetTitle = text(title);
        return self();
    }

    /**
     * A legend where it hides least, with a name for each series in the order they were drawn; without names, those
     * given by {@link #label}.
     *
     * @throws IllegalArgumentException if there are more names than series
     */
    public T legend(String... names) {
        return legend(Arrays.asList(names));
    }

    /** As {@link #legend(String...)}. */
    public T legend(List<String> names) {
        Axes axes = target();
        axes.state.legend = true;
        if (names.isEmpty()) {
            return self();
        }
        List<Mark> series = axes.series();
        if (names.size() > series.size()) {
            throw new IllegalArgumentException("legend: expected a name for each of " + series.size()
                    + " series, found " + names.size() + " names: " + names);
        }
        for (int i = 0; i < names.size(); i++) {
            series.get(i).look().label = text(names.get(i));
        }
        return self();
    }

    /** Where the legend stands: {@code "best"}, {@code "upper right"}, {@code "center left"} and so on; {@code "outside right upper"}
     * puts it beside the frame. */
    public T legendAt(String place) {
        target().state.legendPlace = LegendPlace.named(place);
        target().state.legend = true;
        return self();
    }

    /** The limits of the x axis, exactly. */
    public T xlim(double lo, double hi) {
        target().state.xLimits = limits("xlim", lo, hi);
        return self();
    }

    /** The limits of the y axis, exactly. */
    public T ylim(double lo, double hi) {
        target().state.yLimits = limits("ylim", lo, hi);
        return self();
    }

    /** The limits of the x axis as two numbers in an array or a list; null finds them from the data. */
    public T xlim(Object limits) {
        target().state.xLimits = limits("xlim", limits);
        return self();
    }

    /** The limits of the y axis as two numbers in an array or a list; null finds them from the data. */
    public T ylim(Object limits) {
        target().state.yLimits = limits("ylim", limits);
        return self();
    }

    /** {@code "linear"} or {@code "log"}. */
    public T xscale(String name) {
        target().state.xScale = Scale.named(name, "x");
        return self();
    }

    /** {@code "linear"} or {@code "log"}. */
    public T yscale(String name) {
        target().state.yScale = Scale.named(name, "y");
        return self();
    }

    /** Whether lines behind the data mark the ticks. */
    public T grid(boolean shown) {
        target().state.grid = shown;
        return self();
    }

    /** Lines behind the data mark the ticks. */
    public T grid() {
        return grid(true);
    }

    /** Ticks of the x axis at these values, with these labels or, without any, the values. */
    public T xticks(Object values, String... labels) {
        target().state.xTicks = TickChoice.of("xticks", values, labels);
        return self();
    }

    /** Ticks of the y axis at these values, with these labels or, without any, the values. */
    public T yticks(Object values, String... labels) {
        target().state.yTicks = TickChoice.of("yticks", values, labels);
        return self();
    }

    /** One unit is as long on the x axis as on the y axis. */
    public T equal() {
        target().state.equal = true;
        return self();
    }

    /** Whether frame, ticks and labels are drawn. */
    public T axis(boolean shown) {
        target().state.framed = shown;
        return self();
    }

    /** The y axis grows downwards, as the rows of an image do. */
    public T downwards() {
        target().state.downwards = true;
        return self();
    }

    /** The legend's name for what was drawn last. */
    public T label(String name) {
        target().last("label").look().label = text(name);
        target().state.legend = true;
        return self();
    }

    /** The colour of what was drawn last: a letter, {@code C0} to {@code C9}, a name or hex. */
    public T color(String name) {
        String color = Colors.named(name);
        Mark mark = target().last("color").inOneColor();
        mark.look().color = color;
        target().replaceLast(mark);
        return self();
    }

    /** The width in points of the line drawn last. */
    public T linewidth(double points) {
        target().last("linewidth").look().width = positive("linewidth", points);
        return self();
    }

    /** The style of the line drawn last: {@code "--"} or {@code "dashed"} and so on. */
    public T linestyle(String name) {
        target().last("linestyle").look().dash = Dash.named(name);
        return self();
    }

    /** The marker at each point of the line drawn last, by matplotlib's letter. */
    public T marker(String letter) {
        target().last("marker").look().marker = Marker.named(letter);
        return self();
    }

    /** The size in points of the markers drawn last. */
    public T markersize(double points) {
        target().last("markersize").look().markerSize = positive("markersize", points);
        return self();
    }

    /** How opaque what was drawn last is: 0 lets everything through, 1 nothing. */
    public T alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("alpha: expected a number from 0 to 1, found " + opacity);
        }
        target().last("alpha").look().alpha = opacity;
        return self();
    }

    /** What is drawn over what: marks of a higher order cover those of a lower; lines have 2, bars 1. */
    public T zorder(double order) {
        target().last("zorder").look().order = order;
        return self();
    }

    /** Format strings for the series in the order they were drawn, taken in turn. */
    public T fmts(String... formats) {
        target().format(Arrays.stream(formats).map(Format::of).toList());
        return self();
    }

    /** As {@link #fmts(String...)}. */
    public T fmts(List<String> formats) {
        return fmts(formats.toArray(String[]::new));
    }

    static String text(String label) {
        return label == null ? "" : label;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": expected a positive number, found " + value);
        }
        return value;
    }

    static Span limits(String name, Object limits) {
        if (limits == null) {
            return null;
        }
        double[] pair = Numbers.vector(limits, name);
        if (pair.length != 2) {
            throw new IllegalArgumentException(
                    name + ": expected two numbers, the lower and the upper limit, found " + pair.length);
        }
        return limits(name, pair[0], pair[1]);
    }

    static Span limits(String name, double lo, double hi) {
        if (!Double.isFinite(lo) || !Double.isFinite(hi) || lo >= hi) {
            throw new IllegalArgumentException(name + ": expected a lower and a higher limit, found " + lo + " and "
                    + hi + (lo > hi ? "; write " + name + "(" + hi + ", " + lo + ")" : ""));
        }
        return new Span(lo, hi);
    }
}
