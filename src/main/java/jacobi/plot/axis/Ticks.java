package jacobi.plot.axis;

import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of one axis.
 *
 * @param major the labelled ticks, in increasing order
 * @param minor the small ticks between them
 * @param offset what the labels are to be multiplied by or added to, as text at the end of the axis; often empty
 */
public record Ticks(List<Tick> major, List<Tick> minor, String offset) {

    /**
     * One tick.
     *
     * @param value where it stands
     * @param label what it says, mathematics between dollar signs; may be empty
     */
    public record Tick(double value, String label) {}

    public static final Ticks NONE = new Ticks(List.of(), List.of(), "");

    public Ticks {
        major = List.copyOf(major);
        minor = List.copyOf(minor);
    }

    /**
     * The ticks of an axis from {@code span.lo()} to {@code span.hi()}.
     *
     * @param most how many intervals between labelled ticks have room, at least 1
     */
    public static Ticks on(Scale scale, Span span, int most) {
        return scale == Scale.LOG ? LogTicks.on(span, most) : LinearTicks.on(span, most);
    }

    /** As {@link #on}, on a linear axis of things counted: at whole numbers only. */
    public static Ticks whole(Span span, int most) {
        return LinearTicks.whole(span, most);
    }

    /**
     * Round heights for contours: from the last at or below the lowest value to the first at or above the highest.
     *
     * @param most how many bands there may be between them
     */
    public static double[] levels(Span heights, int most) {
        return LinearTicks.around(heights, most);
    }

    /** Ticks at places of the user's choice. */
    public static Ticks at(double[] values, List<String> labels) {
        List<String> texts = labels.isEmpty() ? LinearTicks.labels(values) : labels;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ticks.add(new Tick(values[i], texts.get(i)));
        }
        return new Ticks(ticks, List.of(), "");
    }

    /** These ticks without their labels, for an axis whose neighbour carries them. */
    public Ticks unlabelled() {
        return new Ticks(bare(major), bare(minor), "");
    }

    private static List<Tick> bare(List<Tick> ticks) {
        return ticks.stream().map(tick -> new Tick(tick.value(), "")).toList();
    }
}
