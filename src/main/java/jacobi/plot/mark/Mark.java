package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import java.util.List;
import java.util.Optional;

/** One thing drawn in data coordinates. */
public interface Mark {

    /** How it is painted. */
    Look look();

    /** What a person calls it: line, bars, image. */
    String kind();

    /** What it covers, of those values the scales can show. */
    Extent extent(Scale x, Scale y);

    /** Draws it. The canvas clips to the frame. */
    void draw(Canvas canvas, Plane plane);

    /** How many shapes or stretches of a line it draws, where their number grows with the data. */
    default int shapes(Plane plane) {
        return 0;
    }

    /** Draws it as {@link #draw} does, in pixels where it has more shapes than a page can take. */
    default void drawOn(Canvas canvas, Plane plane) {
        if (shapes(plane) > RasterCanvas.MANY) {
            RasterCanvas.draw(sheet -> draw(sheet, plane), canvas, plane.box());
        } else {
            draw(canvas, plane);
        }
    }

    /** Tells a legend which places it would cover. */
    default void cover(Cover cover, Plane plane) {}

    /** Draws the sample a legend shows before the label. */
    default void sample(Canvas canvas, Box box) {
        canvas.area(new PathData().rectangle(box.left(), box.top(), box.width(), box.height()), look());
    }

    /**
     * The same mark where x is an angle in radians and y the distance from a pole, in the plane around the pole.
     *
     * @param inmost the distance that is drawn as zero
     */
    default Mark aroundPole(double inmost) {
        throw new IllegalStateException(say("plot.polar.other-mark", "kind", kind()));
    }

    /** Whether it is clipped at the frame; notes may stand outside. */
    default boolean clipped() {
        return true;
    }

    /**
     * The room it takes on the page, of what may stand outside the frame and belongs to a place inside; null for none.
     */
    default Box room(Plane plane) {
        return null;
    }

    /** The places a reader may point at to be told their numbers: all x, then all y; null where there are none. */
    default double[][] places() {
        return null;
    }

    /** What its colours mean, if they mean numbers. */
    default Optional<Key> key() {
        return Optional.empty();
    }

    /** The same mark in other colours. */
    default Mark with(ColorMap map) {
        throw new IllegalStateException(say("plot.cmap.drawn-last", "kind", kind()));
    }

    /** The same mark in its look's colour alone, where colours meant numbers. */
    default Mark inOneColor() {
        return this;
    }

    /** The same image with its first and last colour for the ends of a range. */
    default Mark over(Span range) {
        throw new IllegalStateException(say("plot.image.drawn-last", "kind", kind()));
    }

    /**
     * What colours mean.
     *
     * @param levels where the colour changes; empty where it changes evenly
     */
    record Key(Shades shades, List<Double> levels) {
        public Span range() {
            return shades.range();
        }
    }

    /** How many of its values a logarithmic axis cannot show because they are zero or negative. */
    default int dropped(Scale x, Scale y) {
        return 0;
    }
}
