package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was drawn and set in one frame. Axes have one of these: cleared axes have a new one, and axes that
 * take what others show have a copy, so that nothing is forgotten.
 */
final class AxesState implements Cloneable {
    List<Mark> marks = new ArrayList<>();
    String xLabel = "";
    String yLabel = "";
    String title = "";
    String insetTitle = "";
    boolean legend;
    LegendPlace legendPlace = LegendPlace.BEST;
    Span xLimits;
    Span yLimits;
    Scale xScale = Scale.LINEAR;
    Scale yScale = Scale.LINEAR;
    Ticks xTicks;
    Ticks yTicks;
    boolean grid;
    boolean equal;
    boolean framed = true;
    boolean downwards;
    /** Whether what is drawn stands in space instead of the plane. */
    boolean solid;

    ColorBar colorBar;
    /** How many colours series have taken. */
    int colors;

    /** Axes with the same frame and x axis and a y axis of their own on the right. */
    List<Axes> twins = new ArrayList<>();

    /** A copy to which marks can be added; it has no twins yet, for those belong to the axes they share a frame with. */
    AxesState copy() {
        try {
            AxesState copy = (AxesState) clone();
            copy.marks = new ArrayList<>(marks);
            copy.twins = new ArrayList<>();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class is cloneable", e);
        }
    }
}
