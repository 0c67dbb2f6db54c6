package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.PathData;

/** A filled polygon. */
public final class Area implements Mark {
    private final double[] x;
    private final double[] y;
    private final Look look;

    public Area(double[] x, double[] y, Look look) {
        this.x = x;
        this.y = y;
        this.look = look.order(1);
    }

    @Override
    public String kind() {
        return "polygon";
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Line.extent(x, y, xScale, yScale);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        for (int i = 0; i < x.length; i++) {
            double px = plane.x(x[i]);
            double py = plane.y(y[i]);
            if (Double.isNaN(px + py)) {
                return;
            }
            if (i == 0) {
                path.move(px, py);
            } else {
                path.line(px, py);
            }
        }
        canvas.fill(path.close(), look);
    }
}
