package jacobi.plot;

import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Space;
import jacobi.plot.mark.TextLook;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was drawn and set in one frame. Axes have one of these: cleared axes have a new one, and axes that
 * take what others show have a copy, so that nothing is forgotten.
 */
final class AxesState implements Cloneable {
    List<Mark> marks = new ArrayList<>();
    /** The index of the first mark that the last word drew. */
    int lastFrom;

    AxisState x = new AxisState();
    AxisState y = new AxisState();
    AxisState z = new AxisState();
    TextLook titleLook = new TextLook(AxesPainter.TITLE_FONT);
    String title = "";
    String insetTitle = "";
    boolean legend;
    LegendPlace legendPlace = LegendPlace.BEST;
    LegendLook legendLook = LegendLook.USUAL;
    boolean equal;
    boolean framed = true;
    /** Whether what is drawn stands in space instead of the plane. */
    boolean solid;
    /** Whether x is an angle and y the distance from a pole. */
    boolean polar;

    Space.View view = Space.View.USUAL;

    ColorBar colorBar;
    /** How many colours series have taken. */
    int colors;

    /** Axes with the same frame and x axis and a y axis of their own on the right. */
    List<Axes> twins = new ArrayList<>();

    /**
     * A copy to which marks can be added; it has no twins yet, for those belong to the axes they share a frame with.
     */
    AxesState copy() {
        try {
            AxesState copy = (AxesState) clone();
            copy.marks = new ArrayList<>(marks);
            copy.twins = new ArrayList<>();
            copy.x = x.copy();
            copy.y = y.copy();
            copy.z = z.copy();
            copy.titleLook = titleLook.copy();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class is cloneable", e);
        }
    }
}
