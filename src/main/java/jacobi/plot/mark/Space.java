package jacobi.plot.mark;

import jacobi.plot.axis.Span;

/**
 * Where points of space lie on the page: a box of data, 4 by 4 by 3, seen in perspective from 10 of its units away, as
 * matplotlib shows it.
 */
public final class Space {
    private static final double DISTANCE = 10;
    private static final double[] SIDES = {4, 4, 3};
    /** Matplotlib's size of the box, which decides with the distance how strong the perspective is. */
    private static final double SIZE = 1.9057 / Math.sqrt(4 * 4 + 4 * 4 + 3 * 3);

    private final Span x;
    private final Span y;
    private final Span z;
    private final View view;
    private final double aspect;
    private double scale = 1;
    private double shiftX;
    private double shiftY;

    /**
     * Where a box is seen from.
     *
     * @param elevation how high, in degrees above the floor
     * @param azimuth from where around, in degrees against the clock from the x axis
     */
    public record View(double elevation, double azimuth) {
        public static final View USUAL = new View(30, -60);
    }

    /** A view of the data within these spans that fills a box of the page. */
    public Space(Span x, Span y, Span z, View view, Box page) {
        this.view = view;
        this.x = x;
        this.y = y;
        this.z = z;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = left;
        double bottom = right;
        for (int corner = 0; corner < 8; corner++) {
            double[] at = new double[2];
            place(end(x, corner & 1), end(y, corner & 2), end(z, corner & 4), at, 0);
            left = Math.min(left, at[0]);
            right = Math.max(right, at[0]);
            top = Math.min(top, at[1]);
            bottom = Math.max(bottom, at[1]);
        }
        aspect = (bottom - top) / (right - left);
        scale = Math.min(page.width() / (right - left), page.height() / (bottom - top));
        shiftX = page.centerX() - scale * (left + right) / 2;
        shiftY = page.centerY() - scale * (top + bottom) / 2;
    }

    private static double end(Span span, int high) {
        return high == 0 ? span.lo() : span.hi();
    }

    /** Writes the page's x and y of a point of the data to {@code target} at {@code at}. */
    public void place(double px, double py, double pz, double[] target, int at) {
        double[] seen = seen(px, py, pz);
        double larger = DISTANCE / (DISTANCE - seen[2]);
        target[at] = shiftX + scale * seen[0] * larger;
        target[at + 1] = shiftY - scale * seen[1] * larger;
    }

    /** How near a point is to who looks; less is further away. */
    public double depth(double px, double py, double pz) {
        return seen(px, py, pz)[2];
    }

    /** A point as who looks sees it: to the right, up, and towards. */
    private double[] seen(double px, double py, double pz) {
        double azimuth = Math.toRadians(view.azimuth());
        double elevation = Math.toRadians(view.elevation());
        double a = SIDES[0] * SIZE * (fraction(x, px) - 0.5);
        double b = SIDES[1] * SIZE * (fraction(y, py) - 0.5);
        double c = SIDES[2] * SIZE * (fraction(z, pz) - 0.5);
        double right = -a * Math.sin(azimuth) + b * Math.cos(azimuth);
        double near = a * Math.cos(azimuth) + b * Math.sin(azimuth);
        double up = c * Math.cos(elevation) - near * Math.sin(elevation);
        double depth = near * Math.cos(elevation) + c * Math.sin(elevation);
        return new double[] {right, up, depth};
    }

    /** The normal of a surface through three points, in the box's own lengths, of length 1. */
    public double[] normal(double[] p, double[] q, double[] r) {
        double[] u = way(p, q);
        double[] v = way(p, r);
        double nx = u[1] * v[2] - u[2] * v[1];
        double ny = u[2] * v[0] - u[0] * v[2];
        double nz = u[0] * v[1] - u[1] * v[0];
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        return length == 0 ? new double[] {0, 0, 1} : new double[] {nx / length, ny / length, nz / length};
    }

    private double[] way(double[] from, double[] to) {
        return new double[] {
            SIDES[0] * (to[0] - from[0]) / x.length(),
            SIDES[1] * (to[1] - from[1]) / y.length(),
            SIDES[2] * (to[2] - from[2]) / z.length()
        };
    }

    private static double fraction(Span span, double value) {
        return (value - span.lo()) / span.length();
    }

    /** The ratio of height to width of the box as it is seen. */
    public double aspect() {
        return aspect;
    }

    public Span x() {
        return x;
    }

    public Span y() {
        return y;
    }

    public Span z() {
        return z;
    }
}
