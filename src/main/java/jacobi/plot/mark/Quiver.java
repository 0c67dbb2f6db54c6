package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.PathData;

/**
 * A field of arrows: at each point one that shows a direction and, by its length, a strength.
 *
 * @param u how far each arrow points to the right
 * @param v how far it points up
 * @param scale how much of u and v is one unit of the axes, or {@link #AUTOMATIC}
 */
public record Quiver(double[] x, double[] y, double[] u, double[] v, double scale, Look look) implements Mark {
    /** The scale that makes arrows of mean length about half as long as the way to the next, as matplotlib does. */
    public static final double AUTOMATIC = 0;

    @Override
    public String kind() {
        return say("plot.mark.arrows");
    }

    @Override
    public int shapes(Plane plane) {
        return x.length;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        Extent tails = Line.extent(x, y, xScale, yScale);
        return scale == AUTOMATIC ? tails : tails.with(Line.extent(tips(x, u), tips(y, v), xScale, yScale));
    }

    private double[] tips(double[] tails, double[] ways) {
        double[] tips = new double[tails.length];
        for (int i = 0; i < tips.length; i++) {
            tips[i] = tails[i] + ways[i] / scale;
        }
        return tips;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double mean = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            double length = Math.hypot(u[i], v[i]);
            if (Double.isFinite(length)) {
                mean += length;
                count++;
            }
        }
        mean /= Math.max(1, count);
        double root = Math.sqrt(x.length);
        double unit = mean == 0 ? 0 : plane.box().width() / (1.8 * mean * Math.max(10, root));
        double pen = 0.06 * plane.box().width() / Math.max(8, Math.min(25, root));
        double up = plane.downwards() ? -1 : 1;
        PathData path = new PathData();
        for (int i = 0; i < x.length; i++) {
            double px = plane.x(x[i]);
            double py = plane.y(y[i]);
            double dx = scale == AUTOMATIC ? u[i] * unit : plane.x(x[i] + u[i] / scale) - px;
            double dy = scale == AUTOMATIC ? -up * v[i] * unit : plane.y(y[i] + v[i] / scale) - py;
            if (Double.isFinite(px + py + dx + dy) && Math.hypot(dx, dy) > 0.1) {
                arrow(path, px, py, dx, dy, pen);
            }
        }
        canvas.fill(path, look);
    }

    private static void arrow(PathData path, double px, double py, double dx, double dy, double pen) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        double shrink = Math.min(1, length / (5 * pen));
        double head = 5 * pen * shrink;
        double half = 1.5 * pen * shrink;
        double shaft = pen / 2 * shrink;
        double neck = length - 0.9 * head;
        path.move(px - uy * shaft, py + ux * shaft)
                .line(px + ux * neck - uy * shaft, py + uy * neck + ux * shaft)
                .line(px + ux * (length - head) - uy * half, py + uy * (length - head) + ux * half)
                .line(px + dx, py + dy)
                .line(px + ux * (length - head) + uy * half, py + uy * (length - head) - ux * half)
                .line(px + ux * neck + uy * shaft, py + uy * neck - ux * shaft)
                .line(px + uy * shaft, py - ux * shaft)
                .close();
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        cover.points(plane.corners(x, y));
    }
}
