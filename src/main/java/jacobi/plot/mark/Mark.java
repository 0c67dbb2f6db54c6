package jacobi.plot.mark;

import jacobi.plot.axis.Scale;

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

    /** Tells a legend which places it would cover. */
    default void cover(Cover cover, Plane plane) {}

    /** Draws the sample a legend shows before the label. */
    default void sample(Canvas canvas, Box box) {
        canvas.fill(new jacobi.plot.svg.PathData().rectangle(box.left(), box.top(), box.width(), box.height()), look());
    }

    /** Whether it is clipped at the frame; notes may stand outside. */
    default boolean clipped() {
        return true;
    }

    /** How many of its values a logarithmic axis cannot show because they are zero or negative. */
    default int dropped(Scale x, Scale y) {
        return 0;
    }
}
