package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;

/**
 * One arrow from point to point, a vector of the plane.
 *
 * @param headWidth the width of the head in units of the axes, or NaN for one of usual size
 * @param headLength its length in units of the axes
 */
public record Arrow(double x1, double y1, double x2, double y2, double headWidth, double headLength, Look look)
        implements Mark {
    private static final double HEAD = 7;

    @Override
    public String kind() {
        return say("plot.mark.arrow");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return new Extent(Span.of(x, x1, x2), Span.of(y, y1, y2));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double tipX = plane.x(x2);
        double tipY = plane.y(y2);
        if (!Double.isFinite(tipX + tipY + plane.x(x1) + plane.y(y1))) {
            return;
        }
        if (!Double.isNaN(headWidth)) {
            measured(canvas, plane);
        } else {
            Arrows.draw(canvas, plane.x(x1), plane.y(y1), tipX, tipY, HEAD, look);
        }
    }

    /** A head as large as the axes say. */
    private void measured(Canvas canvas, Plane plane) {
        double distance = Math.hypot(x2 - x1, y2 - y1);
        double ux = distance == 0 ? 1 : (x2 - x1) / distance;
        double uy = distance == 0 ? 0 : (y2 - y1) / distance;
        double neckX = x2 - ux * headLength;
        double neckY = y2 - uy * headLength;
        double half = headWidth / 2;
        canvas.stroke(new PathData().move(plane.x(x1), plane.y(y1)).line(plane.x(neckX), plane.y(neckY)), look);
        PathData head = new PathData()
                .move(plane.x(x2), plane.y(y2))
                .line(plane.x(neckX - uy * half), plane.y(neckY + ux * half))
                .line(plane.x(neckX + uy * half), plane.y(neckY - ux * half));
        canvas.fill(head.close(), look);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        cover.path(new double[] {plane.x(x1), plane.y(y1), plane.x(x2), plane.y(y2)});
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        Arrows.draw(canvas, box.left(), box.centerY(), box.right(), box.centerY(), HEAD, look);
    }
}
