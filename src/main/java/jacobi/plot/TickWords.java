package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.plot.axis.Ticks;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import java.util.List;

/** The words about ticks and the grid. */
public abstract sealed class TickWords<T extends Drawing<T>> extends AxesWords<T> permits Looks {

    /** Whether lines behind the data mark the ticks. */
    public T grid(boolean shown) {
        GridLook look = shown ? GridLook.USUAL : null;
        target().state.x.grid = look;
        target().state.y.grid = look;
        return self();
    }

    /** Lines behind the data mark the ticks. */
    public T grid() {
        return grid(true);
    }

    /**
     * Lines at some of the ticks.
     *
     * @param which {@code "major"} for the labelled ticks, {@code "minor"} for the small ones, or {@code "both"}
     * @param axis {@code "x"}, {@code "y"} or {@code "both"}
     * @param color the theme's if null
     */
    public T grid(
            @Default("true") boolean visible,
            @Default("\"major\"") String which,
            @Default("\"both\"") String axis,
            @Default("null") String color,
            @Default("\"-\"") String linestyle,
            @Default("0.8") double linewidth,
            @Default("1") double alpha) {
        GridLook look = new GridLook(
                color == null ? null : Colors.named(color),
                Dash.named(linestyle),
                positive("linewidth", linewidth),
                alpha);
        boolean major = major(which);
        boolean minor = minor(which);
        for (AxisState state : axes(axis)) {
            if (major) {
                state.grid = visible ? look : null;
            }
            if (minor) {
                state.minorGrid = visible ? look : null;
            }
        }
        return self();
    }

    private static boolean major(String which) {
        if (!List.of("major", "minor", "both").contains(which)) {
            throw new IllegalArgumentException(say("plot.ticks.which", "found", quoted(which)));
        }
        return !which.equals("minor");
    }

    private static boolean minor(String which) {
        return !which.equals("major");
    }

    private List<AxisState> axes(String axis) {
        AxesState state = target().state;
        return switch (axis == null ? "" : axis) {
            case "x" -> List.of(state.x);
            case "y" -> List.of(state.y);
            case "both" -> List.of(state.x, state.y);
            default -> throw new IllegalArgumentException(say("plot.ticks.axis", "found", quoted(axis)));
        };
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    /** Ticks of the x axis at these values, with these labels or, without any, the values. */
    public T xticks(Object values, String... labels) {
        AxisState axis = target().state.x;
        axis.ticks = ticks("xticks", axis, values, labels);
        return self();
    }

    /** Ticks of the y axis at these values, with these labels or, without any, the values. */
    public T yticks(Object values, String... labels) {
        AxisState axis = target().state.y;
        axis.ticks = ticks("yticks", axis, values, labels);
        return self();
    }

    /** Ticks of the upright axis of space at these values. */
    public T zticks(Object values, String... labels) {
        AxisState axis = target().state.z;
        axis.ticks = ticks("zticks", axis, values, labels);
        return self();
    }

    /**
     * Ticks of the x axis.
     *
     * @param values where they stand; null leaves them where they are found
     * @param labels what they say; null for the values
     * @param rotation how far the labels are turned against the clock, in degrees; NaN turns them where they would
     * touch
     * @param fontsize the size of the labels in points
     * @param minor whether these are the small ticks between the others
     */
    public T xticks(
            @Default("null") Object values,
            @Default("null") List<String> labels,
            @Default("Double.NaN") double rotation,
            @Default("Double.NaN") double fontsize,
            @Default("false") boolean minor) {
        return place("xticks", target().state.x, values, labels, rotation, fontsize, minor);
    }

    /** Ticks of the y axis, as {@link #xticks(Object, List, double, double, boolean)}. */
    public T yticks(
            @Default("null") Object values,
            @Default("null") List<String> labels,
            @Default("Double.NaN") double rotation,
            @Default("Double.NaN") double fontsize,
            @Default("false") boolean minor) {
        return place("yticks", target().state.y, values, labels, rotation, fontsize, minor);
    }

    private T place(
            String word,
            AxisState axis,
            Object values,
            List<String> labels,
            double rotation,
            double fontsize,
            boolean minor) {
        String[] texts = labels == null ? new String[0] : labels.toArray(String[]::new);
        if (values == null && texts.length > 0) {
            throw new IllegalArgumentException(say("plot.ticks.labels-without-values", "word", word));
        }
        if (values != null && minor) {
            Ticks small = ticks(word, axis, values, texts);
            axis.minor = texts.length == 0 ? small.unlabelled().major() : small.major();
        } else if (values != null) {
            axis.ticks = ticks(word, axis, values, texts);
        }
        axis.rotation = Double.isNaN(rotation) ? axis.rotation : rotation;
        axis.tickLook.size = Double.isNaN(fontsize) ? axis.tickLook.size : positive("fontsize", fontsize);
        return self();
    }

    private static Ticks ticks(String name, AxisState axis, Object values, String... labels) {
        double[] places = Coordinates.of(axis, values, name);
        if (labels.length > 0 && labels.length != places.length) {
            throw new IllegalArgumentException(
                    say("plot.ticks.label-for-each", "name", name, "values", places.length, "found", labels.length));
        }
        return Ticks.at(places, List.of(labels));
    }

    /** Small ticks between the labelled ones of both axes. */
    public T minorticksOn() {
        axes("both").forEach(axis -> axis.minorShown = true);
        return self();
    }

    /** No small ticks. */
    public T minorticksOff() {
        axes("both").forEach(axis -> {
            axis.minorShown = false;
            axis.minor = List.of();
        });
        return self();
    }

    /** Whether the x axis has ticks and a label. */
    public T xaxis(boolean shown) {
        return shown(target().state.x, shown);
    }

    /** Whether the y axis has ticks and a label. */
    public T yaxis(boolean shown) {
        return shown(target().state.y, shown);
    }

    private T shown(AxisState axis, boolean shown) {
        axis.ticks = shown ? null : Ticks.NONE;
        axis.label = shown ? axis.label : "";
        return self();
    }

    /**
     * How ticks look.
     *
     * @param axis {@code "x"}, {@code "y"} or {@code "both"}
     * @param which {@code "major"}, {@code "minor"} or {@code "both"}
     * @param bottom whether the x axis has ticks
     * @param left whether the y axis has ticks
     * @param labelbottom whether the x axis says its values
     * @param labelleft whether the y axis says its values
     * @param labelsize the size of the labels in points
     * @param labelrotation how far the labels are turned against the clock, in degrees
     * @param length the length of the ticks in points
     * @param labelcolor the colour of the labels
     */
    public T tickParams(
            @Default("\"both\"") String axis,
            @Default("\"major\"") String which,
            @Default("true") boolean bottom,
            @Default("true") boolean left,
            @Default("true") boolean labelbottom,
            @Default("true") boolean labelleft,
            @Default("Double.NaN") double labelsize,
            @Default("Double.NaN") double labelrotation,
            @Default("Double.NaN") double length,
            @Default("null") String labelcolor) {
        boolean major = major(which);
        boolean minor = minor(which);
        for (AxisState state : axes(axis)) {
            boolean marks = state == target().state.x ? bottom : left;
            if (major) {
                state.tickMarks = marks;
                state.tickLabels = state == target().state.x ? labelbottom : labelleft;
                state.rotation = Double.isNaN(labelrotation) ? state.rotation : labelrotation;
                state.tickLength = Double.isNaN(length) ? state.tickLength : length;
                write(state.tickLook, labelsize, labelcolor, null);
            }
            if (minor) {
                state.minorMarks = marks;
                state.minorLength = Double.isNaN(length) ? state.minorLength : length;
            }
        }
        return self();
    }
}
