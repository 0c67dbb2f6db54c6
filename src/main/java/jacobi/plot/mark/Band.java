package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.PathData;

/** The area between two lines over the same x; NaN in either breaks it. */
public final class Band implements Mark {
    private final double[] x;
    private final double[] low;
    private final double[] high;
    private final Look look;

    public Band(double[] x, double[] low, double[] high, Look look) {
        this.x = x;
        this.low = low;
        this.high = high;
        this.look = look.order(1);
    }

    @Override
    public String kind() {
        return "area";
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
    public int dropped(Scale xScale, Scale yScale) {
        return Line.dropped(x, low, xScale, yScale) + Line.dropped(x, high, xScale, yScale);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        int start = -1;
        for (int i = 0; i <= x.length; i++) {
            boolean shown = i < x.length && Double.isFinite(plane.x(x[i]) + plane.y(low[i]) + plane.y(high[i]));
            if (shown && start < 0) {
                start = i;
            } else if (!shown && start >= 0) {
                stretch(path, plane, start, i);
                start = -1;
            }
        }
        canvas.fill(path, look);
    }

    private void stretch(PathData path, Plane plane, int start, int end) {
        path.move(plane.x(x[start]), plane.y(low[start]));
        for (int i = start + 1; i < end; i++) {
            path.line(plane.x(x[i]), plane.y(low[i]));
        }
        for (int i = end - 1; i >= start; i--) {
            path.line(plane.x(x[i]), plane.y(high[i]));
        }
        path.close();
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        double[] corners = new double[4 * x.length];
        for (int i = 0; i < x.length; i++) {
            corners[4 * i] = plane.x(x[i]);
            corners[4 * i + 1] = plane.y(low[i]);
            corners[4 * i + 2] = corners[4 * i];
            corners[4 * i + 3] = plane.y(high[i]);
        }
        cover.path(corners);
    }
}
