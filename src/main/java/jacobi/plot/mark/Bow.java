package jacobi.plot.mark;

import jacobi.plot.svg.PathData;

/**
 * An arrow that bends to one side on its way, a quadratic Bézier curve as matplotlib's {@code arc3} is: its middle
 * corner stands off the middle of the straight line by {@code bend} times the line's length, to the right of who walks
 * along it.
 */
final class Bow {
    private static final int STEPS = 200;

    private final double[] x;
    private final double[] y;

    Bow(double fromX, double fromY, double toX, double toY, double bend) {
        x = new double[] {fromX, (fromX + toX) / 2 - bend * (toY - fromY), toX};
        y = new double[] {fromY, (fromY + toY) / 2 + bend * (toX - fromX), toY};
    }

    /** Draws the part outside a box around its start, up to a distance from its end. */
    void draw(Canvas canvas, Box start, double shrink, double headLength, Look look) {
        double from = 0;
        while (from < 1 && start.contains(at(x, from), at(y, from))) {
            from += 1.0 / STEPS;
        }
        double tip = before(1, shrink, from);
        double tipX = at(x, tip);
        double tipY = at(y, tip);
        double end = before(tip, headLength * 0.75, from);
        if (end <= from) {
            return;
        }
        canvas.stroke(part(from, end), look);
        if (headLength > 0) {
            PathData head = new PathData();
            Arrows.head(head, at(x, end), at(y, end), tipX, tipY, headLength);
            canvas.fill(head, look);
        }
    }

    /** The last place before another that is so far away from it. */
    private double before(double place, double distance, double from) {
        double t = place;
        while (t > from && Math.hypot(at(x, t) - at(x, place), at(y, t) - at(y, place)) < distance) {
            t -= 1.0 / STEPS;
        }
        return Math.max(t, from);
    }

    private PathData part(double from, double to) {
        double x0 = at(x, from);
        double y0 = at(y, from);
        double x2 = at(x, to);
        double y2 = at(y, to);
        double x1 = between(x, from, to);
        double y1 = between(y, from, to);
        return new PathData()
                .move(x0, y0)
                .curve(
                        x0 + (x1 - x0) * 2 / 3,
                        y0 + (y1 - y0) * 2 / 3,
                        x2 + (x1 - x2) * 2 / 3,
                        y2 + (y1 - y2) * 2 / 3,
                        x2,
                        y2);
    }

    private static double at(double[] corners, double t) {
        return between(corners, t, t);
    }

    /** The curve's blossom: its point where both places are one, else the middle corner of the part between them. */
    private static double between(double[] corners, double a, double b) {
        return (1 - a) * (1 - b) * corners[0] + ((1 - a) * b + a * (1 - b)) * corners[1] + a * b * corners[2];
    }
}
