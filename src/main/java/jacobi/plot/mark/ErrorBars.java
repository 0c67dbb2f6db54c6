package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;

/**
 * Lines up and down from points, or to their sides, as long as the points are uncertain.
 *
 * @param at where the lines stand along the other axis
 * @param cap half the width of the lines across their ends, in points
 */
public record ErrorBars(double[] at, double[] low, double[] high, boolean upright, double cap, Look look)
        implements Mark {
    /** How far a legend's sample reaches to each side, in parts of its height. */
    private static final double SAMPLE = 0.7;

    /** How far they reach at one place, to lesser values or to greater ones. */
    public double end(int i, boolean greater) {
        return greater ? high[i] : low[i];
    }

    @Override
    public String kind() {
        return say("plot.mark.error-bars");
    }

    @Override
    public int shapes(Plane plane) {
        return at.length;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return upright
                ? Line.extent(at, low, xScale, yScale).with(Line.extent(at, high, xScale, yScale))
                : Line.extent(low, at, xScale, yScale).with(Line.extent(high, at, xScale, yScale));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        Segments lines = new Segments(at, low, high, upright, look);
        PathData path = new PathData();
        for (int i = 0; i < at.length; i++) {
            double[] ends = lines.ends(plane, i);
            if (!Double.isNaN(ends[0] + ends[1] + ends[2] + ends[3])) {
                add(path, ends[0], ends[1], ends[2], ends[3]);
            }
        }
        stroke(canvas, path);
    }

    /** Adds one line, and those across its ends. */
    private void add(PathData path, double x1, double y1, double x2, double y2) {
        path.move(x1, y1).line(x2, y2);
        if (cap > 0) {
            double dx = upright ? cap : 0;
            double dy = upright ? 0 : cap;
            path.move(x1 - dx, y1 - dy).line(x1 + dx, y1 + dy);
            path.move(x2 - dx, y2 - dy).line(x2 + dx, y2 + dy);
        }
    }

    private void stroke(Canvas canvas, PathData path) {
        canvas.stroke(path, canvas.theme().paint(look.color), look.width, Dash.SOLID, look.alpha);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        for (int i = 0; i < at.length; i++) {
            cover.path(
                    upright
                            ? new double[] {plane.x(at[i]), plane.y(low[i]), plane.x(at[i]), plane.y(high[i])}
                            : new double[] {plane.x(low[i]), plane.y(at[i]), plane.x(high[i]), plane.y(at[i])});
        }
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData path = new PathData();
        double reach = box.height() * SAMPLE;
        if (upright) {
            add(path, box.centerX(), box.centerY() + reach, box.centerX(), box.centerY() - reach);
        } else {
            add(path, box.centerX() - reach, box.centerY(), box.centerX() + reach, box.centerY());
        }
        stroke(canvas, path);
    }
}
