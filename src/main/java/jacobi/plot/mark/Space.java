package jacobi.plot.mark;

import jacobi.plot.axis.Span;

/**
 * Where points of space lie on the page: a box of data seen from the front right and from above, in perspective.
 *
 * <p>The box is 4 by 4 by 3, seen under an azimuth of −60° and an elevation of 30° from 10 of its units away, as
 * matplotlib shows it.
 */
public final class Space {
    private static final double AZIMUTH = Math.toRadians(-60);
    private static final double ELEVATION = Math.toRadians(30);
    private static final double DISTANCE = 10;
    private static final double[] SIDES = {4, 4, 3};
    /** Matplotlib's size of the box, which decides with the distance how strong the perspective is. */
    private static final double SIZE = 1.9057 / Math.sqrt(4 * 4 + 4 * 4 + 3 * 3);

    private final Span x;
    private final Span y;
    private final Span z;
    private final double aspect;
    private double scale = 1;
    private double shiftX;
    private double shiftY;

    /** A view of the data within these spans that fills a box of the page. */
    public Space(Span x, Span y, Span z, Box page) {
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
        double a = SIDES[0] * SIZE * (fraction(x, px) - 0.5);
        double b = SIDES[1] * SIZE * (fraction(y, py) - 0.5);
        double c = SIDES[2] * SIZE * (fraction(z, pz) - 0.5);
        double right = -a * Math.sin(AZIMUTH) + b * Math.cos(AZIMUTH);
        double near = a * Math.cos(AZIMUTH) + b * Math.sin(AZIMUTH);
        double up = c * Math.cos(ELEVATION) - near * Math.sin(ELEVATION);
        double depth = near * Math.cos(ELEVATION) + c * Math.sin(ELEVATION);
        double larger = DISTANCE / (DISTANCE - depth);
        target[at] = shiftX + scale * right * larger;
        target[at + 1] = shiftY - scale * up * larger;
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
