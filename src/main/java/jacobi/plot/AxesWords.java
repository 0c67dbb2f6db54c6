package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.TextLook;
import jacobi.plot.style.Colors;
import java.util.Arrays;
import java.util.List;

/**
 * The words that say how axes look: labels, limits, scales, legend. A figure
 * knows them too and passes them to its current axes.
 *
 * <p>Every word changes the axes and returns the object it was called on, so that they can be chained.
 */
public abstract sealed class AxesWords<T extends Drawing<T>> permits TickWords {

    /** The axes the words are about. */
    abstract Axes target();

    abstract T self();

    /** The label under the x axis; mathematics between dollar signs. */
    public T xlabel(String label) {
        target().state.x.label = text(label);
        return self();
    }

    /**
     * As {@link #xlabel(String)}, with the size of its letters in points, a colour, and {@code "bold"} or {@code
     * "normal"}.
     */
    public T xlabel(
            String label,
            @Default("Double.NaN") @Also("size") double fontsize,
            @Default("null") String color,
            @Default("null") @Also("weight") String fontweight) {
        write(target().state.x.labelLook, fontsize, color, fontweight);
        return xlabel(label);
    }

    /** The label beside the y axis. */
    public T ylabel(String label) {
        target().state.y.label = text(label);
        return self();
    }

    /** As {@link #ylabel(String)}, with the look of its letters. */
    public T ylabel(
            String label,
            @Default("Double.NaN") @Also("size") double fontsize,
            @Default("null") String color,
            @Default("null") @Also("weight") String fontweight) {
        write(target().state.y.labelLook, fontsize, color, fontweight);
        return ylabel(label);
    }

    /** The label beside the upright axis of space. */
    public T zlabel(String label) {
        target().state.z.label = text(label);
        return self();
    }

    /** The title above the frame. */
    public T title(String title) {
        target().state.title = text(title);
        return self();
    }

    /** As {@link #title(String)}, with the look of its letters. */
    public T title(
            String title,
            @Default("Double.NaN") @Also("size") double fontsize,
            @Default("null") String color,
            @Default("null") @Also("weight") String fontweight) {
        write(target().state.titleLook, fontsize, color, fontweight);
        return title(title);
    }

    /** Gives a text what is said of its look; NaN and null leave it as it is. */
    static void write(TextLook look, double fontsize, String color, String fontweight) {
        if (!Double.isNaN(fontsize)) {
            look.size = positive("fontsize", fontsize);
        }
        if (color != null) {
            look.color = Colors.named(color);
        }
        if (fontweight != null) {
            look.bold = isBold(fontweight);
        }
    }

    static boolean isBold(String weight) {
        return switch (weight) {
            case "bold", "semibold", "demibold", "heavy", "black", "extra bold" -> true;
            case "normal", "regular", "light", "ultralight", "book", "medium", "roman" -> false;
            default -> throw new IllegalArgumentException(say("plot.text.weight", "found", weight));
        };
    }

    /** A title inside the frame, at its upper edge, for small frames side by side. */
    public T insetTitle(String title) {
        target().state.insetTitle = text(title);
        return self();
    }

    /**
     * A legend where it hides least, with a name for each series in the order they were drawn; without names, those
     * given by {@code label}.
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
            throw new IllegalArgumentException(
                    say("plot.legend.name-for-each", "marks", series.size(), "count", names.size(), "names", names));
        }
        for (int i = 0; i < names.size(); i++) {
            series.get(i).look().label = text(names.get(i));
        }
        return self();
    }

    /**
     * As {@link #legend(String...)}, with its place as {@link #legendAt} takes it, the size of its letters in points, a
     * title, in columns, and with a frame or without.
     */
    public T legend(
            @Default("null") @Also("handles") List<String> labels,
            @Default("null") String loc,
            @Default("Double.NaN") double fontsize,
            @Default("null") String title,
            @Default("1") int ncol,
            @Default("true") boolean frameon) {
        AxesState state = target().state;
        if (ncol < 1) {
            throw new IllegalArgumentException(say("plot.legend.columns", "found", ncol));
        }
        state.legendPlace = loc == null ? state.legendPlace : LegendPlace.named(loc);
        state.legendLook = new LegendLook(
                Double.isNaN(fontsize) ? AxesPainter.FONT : positive("fontsize", fontsize), text(title), ncol, frameon);
        return legend(labels == null ? List.of() : labels);
    }

    /**
     * Where the legend stands: {@code "best"}, {@code "upper right"}, {@code "center left"} and so on; {@code "outside
     * right upper"} puts it beside the frame.
     */
    public T legendAt(String place) {
        target().state.legendPlace = LegendPlace.named(place);
        target().state.legend = true;
        return self();
    }

    /**
     * The limits of the x axis, exactly; the greater first turns the axis round. NaN, or a limit that a call with names
     * leaves out, is found from the data.
     */
    public T xlim(@Default("Double.NaN") double left, @Default("Double.NaN") double right) {
        return limit("xlim", target().state.x, left, right);
    }

    /** The limits of the y axis, as {@link #xlim(double, double)}. */
    public T ylim(@Default("Double.NaN") double bottom, @Default("Double.NaN") double top) {
        return limit("ylim", target().state.y, bottom, top);
    }

    /** The limits of the upright axis of space. */
    public T zlim(@Default("Double.NaN") double bottom, @Default("Double.NaN") double top) {
        return limit("zlim", target().state.z, bottom, top);
    }

    /** The limits of the x axis as two numbers in an array or a list; null finds them from the data. */
    public T xlim(Object limits) {
        return limit("xlim", target().state.x, limits);
    }

    /** The limits of the y axis as two numbers in an array or a list; null finds them from the data. */
    public T ylim(Object limits) {
        return limit("ylim", target().state.y, limits);
    }

    /** The limits of the upright axis as two numbers in an array or a list; null finds them from the data. */
    public T zlim(Object limits) {
        return limit("zlim", target().state.z, limits);
    }

    private T limit(String name, AxisState axis, Object limits) {
        if (limits == null) {
            axis.limits = null;
            return self();
        }
        double[] pair = Coordinates.of(axis, limits, name);
        if (pair.length != 2) {
            throw new IllegalArgumentException(say("plot.limits.two-numbers", "name", name, "found", pair.length));
        }
        return limit(name, axis, pair[0], pair[1]);
    }

    private T limit(String name, AxisState axis, double from, double to) {
        if (Double.isInfinite(from) || Double.isInfinite(to) || from == to) {
            throw new IllegalArgumentException(say("plot.limits.equal", "name", name, "from", from, "to", to));
        }
        axis.inverted = from > to || axis.inverted && !(from < to);
        axis.limits = from > to ? new Span(to, from) : new Span(from, to);
        return self();
    }

    /** The x axis grows to the left, or to the right again. */
    public T invertXaxis() {
        target().state.x.inverted = !target().state.x.inverted;
        return self();
    }

    /** The y axis grows downwards, or upwards again. */
    public T invertYaxis() {
        target().state.y.inverted = !target().state.y.inverted;
        return self();
    }

    /** {@code "linear"}, {@code "log"} or {@code "symlog"}, by powers of ten outside of −2 to 2. */
    public T xscale(String name) {
        target().state.x.scale = Scale.named(name, "x");
        return self();
    }

    /** As {@link #xscale(String)}, with the end of the even middle of {@code "symlog"}. */
    public T xscale(String name, double linthresh) {
        target().state.x.scale = scale(name, linthresh, "x");
        return self();
    }

    /** {@code "linear"}, {@code "log"} or {@code "symlog"}, by powers of ten outside of −2 to 2. */
    public T yscale(String name) {
        target().state.y.scale = Scale.named(name, "y");
        return self();
    }

    /** As {@link #yscale(String)}, with the end of the even middle of {@code "symlog"}. */
    public T yscale(String name, double linthresh) {
        target().state.y.scale = scale(name, linthresh, "y");
        return self();
    }

    private static Scale scale(String name, double linthresh, String axis) {
        if (!"symlog".equals(name)) {
            throw new IllegalArgumentException(say("plot.scale.linthresh-elsewhere", "axis", axis, "found", name));
        }
        return Scale.symlog(linthresh);
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

    /** {@code "off"} and {@code "on"} for frame, ticks and labels; {@code "equal"} for units of one length. */
    public T axis(String option) {
        return switch (option) {
            case "off" -> axis(false);
            case "on" -> axis(true);
            case "equal", "image", "scaled", "square" -> equal();
            case "auto" -> {
                target().state.equal = false;
                yield self();
            }
            default -> throw new IllegalArgumentException(say("plot.axis.option", "found", option));
        };
    }

    /** The y axis grows downwards, as the rows of an image do. */
    public T downwards() {
        target().state.y.inverted = true;
        return self();
    }

    static String text(String label) {
        return label == null ? "" : label;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(say("plot.number.positive", "name", name, "found", value));
        }
        return value;
    }

    static Span limits(String name, Object limits) {
        if (limits == null) {
            return null;
        }
        double[] pair = GivenNumbers.vector(limits, name);
        if (pair.length != 2) {
            throw new IllegalArgumentException(say("plot.limits.two-numbers", "name", name, "found", pair.length));
        }
        return limits(name, pair[0], pair[1]);
    }

    static Span limits(String name, double lo, double hi) {
        if (!Double.isFinite(lo) || !Double.isFinite(hi) || lo >= hi) {
            throw new IllegalArgumentException(say(
                    "plot.limits.reversed",
                    "name",
                    name,
                    "lo",
                    lo,
                    "hi",
                    hi,
                    "offer",
                    lo > hi ? say("plot.limits.reversed-offer", "name", name, "lo", lo, "hi", hi) : ""));
        }
        return new Span(lo, hi);
    }
}
