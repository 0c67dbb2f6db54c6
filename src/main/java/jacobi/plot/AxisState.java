package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.TextLook;
import java.util.ArrayList;
import java.util.List;

/** What was set about one axis of a frame: its label, limits, scale, ticks and grid. */
final class AxisState implements Cloneable {
    static final double TICK = 3.5;
    static final double MINOR_TICK = 2;

    String label = "";
    TextLook labelLook = new TextLook(AxesPainter.FONT);
    /** The limits asked for; null finds them from the data. */
    Span limits;

    Scale scale = Scale.LINEAR;
    boolean inverted;
    /** The ticks asked for; null finds them from the limits. */
    Ticks ticks;
    /** The small ticks asked for; null leaves them to the scale. */
    List<Ticks.Tick> minor;
    /** Whether an even axis has small ticks between the others. */
    boolean minorShown;

    boolean tickMarks = true;
    boolean minorMarks = true;
    boolean tickLabels = true;

    double tickLength = TICK;
    double minorLength = MINOR_TICK;
    TextLook tickLook = new TextLook(AxesPainter.FONT);
    /** How far labels of ticks are turned; NaN turns names where they would touch. */
    double rotation = Double.NaN;

    /** The lines at the ticks; null for none. */
    GridLook grid;

    GridLook minorGrid;
    /** The names whose places are 0, 1, 2 and so on, where the axis is one of names. */
    List<String> names = new ArrayList<>();
    /** Whether the numbers are days since 1970. */
    boolean dates;

    AxisState copy() {
        try {
            AxisState copy = (AxisState) clone();
            copy.labelLook = labelLook.copy();
            copy.tickLook = tickLook.copy();
            copy.names = new ArrayList<>(names);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class is cloneable", e);
        }
    }
}
