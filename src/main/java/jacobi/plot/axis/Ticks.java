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
        return scale.ticks(span, most);
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

    /** Ticks of an axis of dates, which are days since the start of 1970: years, months, days or hours. */
    public static Ticks dates(Span span, int most) {
        return DateTicks.on(span, most);
    }

    /** These ticks with other small ticks. */
    public Ticks withMinor(List<Tick> other) {
        return new Ticks(major, other, offset);
    }

    /**
     * Small ticks between the labelled ones of an even axis: four or, where the labelled are 1, 2.5 or 5 apart, five
     * parts.
     */
    public List<Tick> between(Span span) {
        if (major.size() < 2) {
            return List.of();
        }
        double step = major.get(1).value() - major.get(0).value();
        double lead = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        boolean five = List.of(1.0, 2.5, 5.0).stream().anyMatch(l -> Math.abs(l - lead) < 1e-6);
        double part = step / (five ? 5 : 4);
        List<Tick> small = new ArrayList<>();
        double first = major.get(0).value();
        for (long i = (long) Math.ceil((span.lo() - first) / part); first + i * part <= span.hi(); i++) {
            double value = first + i * part;
            if (major.stream().noneMatch(tick -> Math.abs(tick.value() - value) < part / 2)) {
                small.add(new Tick(value, ""));
            }
        }
        return small;
    }

    /** These ticks without their labels, for an axis whose neighbour carries them. */
    public Ticks unlabelled() {
        return new Ticks(bare(major), bare(minor), "");
    }

    private static List<Tick> bare(List<Tick> ticks) {
        return ticks.stream().map(tick -> new Tick(tick.value(), "")).toList();
    }
}
