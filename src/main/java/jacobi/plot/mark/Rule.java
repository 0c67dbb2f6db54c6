package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;

/**
 * A straight line across the frame, or a part of it, at one value, as {@code axhline} and {@code axvline} draw it.
 *
 * @param part from where to where it reaches, from 0 at the left or lower edge of the frame to 1 at the other
 */
public record Rule(double value, boolean horizontal, Span part, Look look) implements Mark {
    @Override
    public String kind() {
        return say("plot.mark.line-across");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return horizontal ? new Extent(Span.EMPTY, Span.of(y, value)) : new Extent(Span.of(x, value), Span.EMPTY);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double at = horizontal ? plane.y(value) : plane.x(value);
        if (Double.isNaN(at)) {
            return;
        }
        Box box = plane.box().part(part, horizontal);
        canvas.stroke(
                horizontal
                        ? new PathData().move(box.left(), at).line(box.right(), at)
                        : new PathData().move(at, box.top()).line(at, box.bottom()),
                look);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        Box box = plane.box().part(part, horizontal);
        double at = horizontal ? plane.y(value) : plane.x(value);
        cover.path(
                horizontal
                        ? new double[] {box.left(), at, box.right(), at}
                        : new double[] {at, box.top(), at, box.bottom()});
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        canvas.stroke(new PathData().move(box.left(), box.centerY()).line(box.right(), box.centerY()), look);
    }
}
