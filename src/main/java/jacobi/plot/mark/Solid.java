package jacobi.plot.mark;

import jacobi.plot.axis.Span;

/** A mark that stands in space. */
public interface Solid extends Mark {

    /** The heights it reaches. */
    Span heights();

    /** Draws it in space. */
    void draw(Canvas canvas, Space space);

    /** Never called: axes with anything solid are drawn as space. */
    @Override
    default void draw(Canvas canvas, Plane plane) {
        throw new IllegalStateException(kind() + " is drawn in space");
    }
}
