package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Image;
import jacobi.plot.text.RichText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ticks one axis shows at some length, and how their labels stand. Lengths are in points.
 *
 * @param rotation how far labels are turned against the clock, in degrees
 */
record TickLabels(Ticks ticks, AxisState axis, double rotation) {
    /** How far names are turned that would touch. */
    private static final double TURNED = 40;
    /** Labels closer than this part of the font size touch. */
    private static final double APART = 0.4;

    /** The ticks of the x axis: about every 30 points, fewer where their labels would touch. */
    static TickLabels along(Axes axes, Span x, double width) {
        AxisState axis = axes.state.x;
        double font = axis.tickLook.size;
        Ticks ticks = chosen(axis);
        for (int most = room(width / (3 * font)); ticks == null; most--) {
            Ticks some = found(axes, axis, x, most);
            if (most == 1 || !touch(some, axis, x, width, font)) {
                ticks = some;
            }
        }
        boolean turn = Double.isNaN(axis.rotation) && touch(ticks, axis, x, width, font);
        double rotation = turn ? TURNED : Double.isNaN(axis.rotation) ? 0 : axis.rotation;
        return of(ticks, axes.xTicksLabelled, axis, x, rotation);
    }

    /** The ticks of the y axis, at about every 20 points. */
    static TickLabels up(Axes axes, Span y, double height) {
        AxisState axis = axes.state.y;
        Ticks ticks = chosen(axis);
        ticks = ticks != null ? ticks : found(axes, axis, y, room(height / (2 * axis.tickLook.size)));
        return of(ticks, axes.yTicksLabelled, axis, y, Double.isNaN(axis.rotation) ? 0 : axis.rotation);
    }

    private static Ticks chosen(AxisState axis) {
        return axis.ticks == null && !axis.names.isEmpty()
                ? Ticks.at(Drawing.indices(axis.names.size()), axis.names)
                : axis.ticks;
    }

    /** The rows and columns of an image are counted; there is no row 2.5. */
    private static Ticks found(Axes axes, AxisState axis, Span span, int most) {
        if (axis.dates) {
            return Ticks.dates(span, most);
        }
        boolean counted =
                axis.scale == Scale.LINEAR && axes.state.marks.stream().anyMatch(Image.class::isInstance);
        return counted ? Ticks.whole(span, most) : Ticks.on(axis.scale, span, most);
    }

    private static TickLabels of(Ticks all, boolean labelled, AxisState axis, Span span, double rotation) {
        Ticks ticks = within(all, span);
        if (axis.minor != null) {
            ticks = within(ticks.withMinor(axis.minor), span);
        } else if (axis.minorShown && axis.scale == Scale.LINEAR) {
            ticks = ticks.withMinor(ticks.between(span));
        }
        return new TickLabels(labelled && axis.tickLabels ? ticks : ticks.unlabelled(), axis, rotation);
    }

    private static Ticks within(Ticks ticks, Span span) {
        double slack = span.length() * 1e-9;
        Span wide = new Span(span.lo() - slack, span.hi() + slack);
        return new Ticks(
                ticks.major().stream()
                        .filter(tick -> wide.contains(tick.value()))
                        .toList(),
                ticks.minor().stream()
                        .filter(tick -> wide.contains(tick.value()))
                        .toList(),
                ticks.offset());
    }

    private static int room(double intervals) {
        return (int) Math.max(1, Math.min(9, Math.floor(intervals)));
    }

    private static boolean touch(Ticks ticks, AxisState axis, Span span, double width, double font) {
        double from = axis.scale.position(span.lo());
        double length = axis.scale.position(span.hi()) - from;
        double free = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : labels(ticks)) {
            double half = RichText.of(tick.label()).width(font) / 2;
            double at = width * (axis.scale.position(tick.value()) - from) / length;
            if (at - half < free) {
                return true;
            }
            free = at + half + font * APART;
        }
        return false;
    }

    private static List<Ticks.Tick> labels(Ticks ticks) {
        return Stream.concat(ticks.major().stream(), ticks.minor().stream())
                .filter(tick -> !tick.label().isEmpty())
                .sorted(Comparator.comparingDouble(Ticks.Tick::value))
                .toList();
    }

    /** The ticks that have a label, in their order. */
    List<Ticks.Tick> labels() {
        return labels(ticks);
    }

    boolean labelled() {
        return !labels().isEmpty();
    }

    RichText text(Ticks.Tick tick) {
        return axis.tickLook.read(tick.label());
    }

    double font() {
        return axis.tickLook.size;
    }

    /** From the frame to the labels, or to the end of the ticks where there are none. */
    double reach() {
        double marks = axis.tickMarks && !ticks.major().isEmpty() ? axis.tickLength : 0;
        return labelled() ? marks + AxesPainter.TICK_PAD : Math.max(marks, AxesPainter.PEN);
    }

    /** The room labels take beside the y axis. */
    double across() {
        return extent(Math.cos(Math.toRadians(rotation)), Math.sin(Math.toRadians(rotation)));
    }

    /** The room labels take below the x axis. */
    double down() {
        return extent(Math.sin(Math.toRadians(rotation)), Math.cos(Math.toRadians(rotation)));
    }

    private double extent(double ofWidth, double ofHeight) {
        double most = 0;
        for (Ticks.Tick tick : labels()) {
            RichText text = text(tick);
            most = Math.max(most, text.width(font()) * Math.abs(ofWidth) + text.height(font()) * Math.abs(ofHeight));
        }
        return ofWidth == 1
                ? labels().stream()
                        .mapToDouble(t -> text(t).width(font()))
                        .max()
                        .orElse(0)
                : most;
    }
}
