package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;

/** One arrow from point to point, a vector of the plane. */
public final class Arrow implements Mark {
    private static final double HEAD = 7;

    private final double x1;
    private final double y1;
    private final double x2;
    private final double y2;
    private final Look look;

    public Arrow(double x1, double y1, double x2, double y2, Look look) {
        this.x1 = x1;
        this.y1 = y1;
        this.x2 = x2;
        this.y2 = y2;
        this.look = look;
    }

    @Override
    public String kind() {
        return "arrow";
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return new Extent(Span.of(x, x1, x2), Span.of(y, y1, y2));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double tipX = plane.x(x2);
        double tipY = plane.y(y2);
        if (Double.isFinite(tipX + tipY + plane.x(x1) + plane.y(y1))) {
            Arrows.draw(canvas, plane.x(x1), plane.y(y1), tipX, tipY, HEAD, look);
        }
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
