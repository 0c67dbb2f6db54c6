package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;

/** Rectangles that stand on a base line, or lie along one. */
public final class Bars implements Mark {
    private final double[] from;
    private final double[] to;
    private final double[] base;
    private final double[] end;
    private final boolean upright;
    private final Look look;

    /**
     * @param from where each bar begins along its axis
     * @param to where it ends along its axis
     * @param base where each bar stands
     * @param end how far it reaches
     * @param upright whether bars stand on the x axis; otherwise they lie on the y axis
     */
    public Bars(double[] from, double[] to, double[] base, double[] end, boolean upright, Look look) {
        this.from = from;
        this.to = to;
        this.base = base;
        this.end = end;
        this.upright = upright;
        this.look = look.order(1);
    }

    @Override
    public String kind() {
        return "bars";
    }

    @Override
    public int shapes(Plane plane) {
        return from.length;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        Scale along = upright ? x : y;
        Scale across = upright ? y : x;
        Span length = Span.of(from, along).with(Span.of(to, along));
        Span ends = Span.of(end, across);
        Span height = ends.with(Span.of(base, across));
        // The foot of bars stands on the frame; bars that hang get their margin below.
        boolean firmLow = !height.isEmpty() && height.lo() < ends.lo() || height.lo() == 0;
        boolean firmHigh = !height.isEmpty() && (height.hi() > ends.hi() || height.hi() == 0);
        return upright
                ? new Extent(length, height, (firmLow ? Extent.BOTTOM : 0) | (firmHigh ? Extent.TOP : 0))
                : new Extent(height, length, (firmLow ? Extent.LEFT : 0) | (firmHigh ? Extent.RIGHT : 0));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        for (int i = 0; i < from.length; i++) {
            Box box = box(plane, i);
            if (box != null && box.width() > 0 && box.height() > 0) {
                path.rectangle(box.left(), box.top(), box.width(), box.height());
            }
        }
        canvas.fill(path, look);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        for (int i = 0; i < from.length; i++) {
            Box box = box(plane, i);
            if (box != null) {
                cover.box(box);
            }
        }
    }

    private Box box(Plane plane, int i) {
        double a = upright ? plane.x(from[i]) : plane.y(from[i]);
        double b = upright ? plane.x(to[i]) : plane.y(to[i]);
        double foot = across(plane, base[i]);
        double head = across(plane, end[i]);
        if (Double.isNaN(a + b + head)) {
            return null;
        }
        double low = Double.isNaN(foot)
                ? (upright ? plane.box().bottom() : plane.box().left())
                : foot;
        double left = Math.min(a, b);
        double top = Math.min(low, head);
        return upright
                ? new Box(left, top, Math.abs(b - a), Math.abs(head - low))
                : new Box(top, left, Math.abs(head - low), Math.abs(b - a));
    }

    private double across(Plane plane, double value) {
        return upright ? plane.y(value) : plane.x(value);
    }
}
