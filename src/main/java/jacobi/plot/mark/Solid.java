package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Span;
import jacobi.plot.style.Theme;

/** A mark that stands in space. */
public interface Solid extends Mark {

    /** The heights it reaches. */
    Span heights();

    /** Draws it in space. */
    void draw(Canvas canvas, Space space);

    /** Tells a script what it draws, to be seen from any side. */
    void tell(SpaceModel model, Theme theme);

    /** How many shapes it draws, where their number grows with the data. */
    default int shapes() {
        return 0;
    }

    /** Draws it as {@link #draw} does, in pixels where it has more shapes than a page can take. */
    default void drawOn(Canvas canvas, Space space, Box box) {
        if (shapes() > RasterCanvas.MANY) {
            RasterCanvas.draw(sheet -> draw(sheet, space), canvas, box);
        } else {
            draw(canvas, space);
        }
    }

    /** Never called: axes with anything solid are drawn as space. */
    @Override
    default void draw(Canvas canvas, Plane plane) {
        throw new IllegalStateException(say("plot.mark.in-space-only", "kind", kind()));
    }
}
