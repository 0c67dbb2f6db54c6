package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;

/** Lines up and down from points, as long as the points are uncertain. */
public final class ErrorBars implements Mark {
    private static final double CAP = 2;

    private final double[] x;
    private final double[] low;
    private final double[] high;
    private final Look look;

    public ErrorBars(double[] x, double[] low, double[] high, Look look) {
        this.x = x;
        this.low = low;
        this.high = high;
        this.look = look;
    }

    @Override
    public String kind() {
        return "error bars";
    }

    @Override
    public int shapes(Plane plane) {
        return x.length;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Line.extent(x, low, xScale, yScale).with(Line.extent(x, high, xScale, yScale));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        for (int i = 0; i < x.length; i++) {
            double at = plane.x(x[i]);
            double top = plane.y(high[i]);
            double bottom = Double.isNaN(plane.y(low[i])) ? plane.box().bottom() : plane.y(low[i]);
            if (!Double.isNaN(at + top)) {
                path.move(at, bottom).line(at, top);
                path.move(at - CAP, bottom)
                        .line(at + CAP, bottom)
                        .move(at - CAP, top)
                        .line(at + CAP, top);
            }
        }
        canvas.stroke(path, canvas.theme().paint(look.color), look.width, Dash.SOLID, look.alpha);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        for (int i = 0; i < x.length; i++) {
            cover.path(new double[] {plane.x(x[i]), plane.y(low[i]), plane.x(x[i]), plane.y(high[i])});
        }
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData path = new PathData().move(box.centerX(), box.top()).line(box.centerX(), box.bottom());
        canvas.stroke(path, look);
    }
}
