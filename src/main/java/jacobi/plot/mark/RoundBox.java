package jacobi.plot.mark;

import jacobi.plot.svg.PathData;

/** Shapes without corners, of cubic curves. */
public final class RoundBox {
    /** How far control points lie from the end of a quarter circle, in parts of the radius; exact to 0.03 %. */
    private static final double BACK = 1 - 0.5523;

    private RoundBox() {}

    /** A rectangle whose corners are quarters of a circle. */
    public static PathData path(Box b, double radius) {
        return path(b, radius, radius);
    }

    public static PathData ellipse(Box b) {
        return path(b, b.width() / 2, b.height() / 2);
    }

    private static PathData path(Box b, double rx, double ry) {
        double kx = rx * BACK;
        double ky = ry * BACK;
        return new PathData()
                .move(b.left() + rx, b.top())
                .line(b.right() - rx, b.top())
                .curve(b.right() - kx, b.top(), b.right(), b.top() + ky, b.right(), b.top() + ry)
                .line(b.right(), b.bottom() - ry)
                .curve(b.right(), b.bottom() - ky, b.right() - kx, b.bottom(), b.right() - rx, b.bottom())
                .line(b.left() + rx, b.bottom())
                .curve(b.left() + kx, b.bottom(), b.left(), b.bottom() - ky, b.left(), b.bottom() - ry)
                .line(b.left(), b.top() + ry)
                .curve(b.left(), b.top() + ky, b.left() + kx, b.top(), b.left() + rx, b.top())
                .close();
    }
}
