package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;

/**
 * An area across the frame, or a part of it, between two values, as {@code axvspan} and {@code axhspan} draw it.
 *
 * @param part from where to where it reaches, from 0 at the left or lower edge of the frame to 1 at the other
 */
public record Strip(double from, double to, boolean horizontal, Span part, Look look) implements Mark {
    public Strip {
        look.order(1);
    }

    @Override
    public String kind() {
        return say("plot.mark.strip");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return horizontal ? new Extent(Span.EMPTY, Span.of(y, from, to)) : new Extent(Span.of(x, from, to), Span.EMPTY);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        Box box = plane.box().part(part, horizontal);
        double a = horizontal ? plane.y(from) : plane.x(from);
        double b = horizontal ? plane.y(to) : plane.x(to);
        if (Double.isNaN(a + b)) {
            return;
        }
        PathData path = horizontal
                ? new PathData().rectangle(box.left(), Math.min(a, b), box.width(), Math.abs(b - a))
                : new PathData().rectangle(Math.min(a, b), box.top(), Math.abs(b - a), box.height());
        canvas.area(path, look);
    }
}
