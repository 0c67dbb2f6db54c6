package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;

/** Lines up and down from points, or to their sides, as long as the points are uncertain. */
public final class ErrorBars implements Mark {
    /** How far a legend's sample reaches to each side, in parts of its height. */
    private static final double SAMPLE = 0.7;

    private final double[] at;
    private final double[] low;
    private final double[] high;
    private final boolean upright;
    private final double cap;
    private final Look look;

    /**
     * @param at where the lines stand along the other axis
     * @param cap half the width of the lines across their ends, in points
     */
    public ErrorBars(double[] at, double[] low, double[] high, boolean upright, double cap, Look look) {
        this.at = at;
        this.low = low;
        this.high = high;
        this.upright = upright;
        this.cap = cap;
        this.look = look;
    }

    /** How far they reach at one place, to lesser values or to greater ones. */
    public double end(int i, boolean greater) {
        return greater ? high[i] : low[i];
    }

    public boolean isUpright() {
        return upright;
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
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return upright
                ? Line.extent(at, low, xScale, yScale).with(Line.extent(at, high, xScale, yScale))
                : Line.extent(low, at, xScale, yScale).with(Line.extent(high, at, xScale, yScale));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        for (int i = 0; i < at.length; i++) {
            if (upright) {
                upright(path, plane, i);
            } else {
                level(path, plane, i);
            }
        }
        canvas.stroke(path, canvas.theme().paint(look.color), look.width, Dash.SOLID, look.alpha);
    }

    private void upright(PathData path, Plane plane, int i) {
        double x = plane.x(at[i]);
        double top = plane.y(high[i]);
        double bottom = Double.isNaN(plane.y(low[i])) ? plane.box().bottom() : plane.y(low[i]);
        if (!Double.isNaN(x + top)) {
            upright(path, x, bottom, top);
        }
    }

    private void upright(PathData path, double x, double bottom, double top) {
        path.move(x, bottom).line(x, top);
        if (cap > 0) {
            path.move(x - cap, bottom).line(x + cap, bottom).move(x - cap, top).line(x + cap, top);
        }
    }

    private void level(PathData path, Plane plane, int i) {
        double y = plane.y(at[i]);
        double right = plane.x(high[i]);
        double left = Double.isNaN(plane.x(low[i])) ? plane.box().left() : plane.x(low[i]);
        if (!Double.isNaN(y + right)) {
            level(path, y, left, right);
        }
    }

    private void level(PathData path, double y, double left, double right) {
        path.move(left, y).line(right, y);
        if (cap > 0) {
            path.move(left, y - cap).line(left, y + cap).move(right, y - cap).line(right, y + cap);
        }
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
            upright(path, box.centerX(), box.centerY() + reach, box.centerY() - reach);
        } else {
            level(path, box.centerY(), box.centerX() - reach, box.centerX() + reach);
        }
        canvas.stroke(path, canvas.theme().paint(look.color), look.width, Dash.SOLID, look.alpha);
    }
}
