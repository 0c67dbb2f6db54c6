package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Marker;
import jacobi.plot.svg.PathData;
import java.util.List;

/** A line through points, with or without a marker at each; NaN and what the scale cannot show break it. */
public final class Line implements Mark {
    private final double[] x;
    private final double[] y;
    private final int firm;
    /** How uncertain its points are, for its sample. */
    private final List<ErrorBars> errors;

    private final Look look;

    /** Keeps the arrays as they are; the caller hands over copies. */
    public Line(double[] x, double[] y, Look look) {
        this(x, y, 0, List.of(), look);
    }

    /** @param firm edges of {@link Extent} on which it stands */
    public Line(double[] x, double[] y, int firm, Look look) {
        this(x, y, firm, List.of(), look);
    }

    /** @param errors the bars of its points, which are marks of their own */
    public Line(double[] x, double[] y, List<ErrorBars> errors, Look look) {
        this(x, y, 0, errors, look);
    }

    private Line(double[] x, double[] y, int firm, List<ErrorBars> errors, Look look) {
        this.x = x;
        this.y = y;
        this.firm = firm;
        this.errors = errors;
        this.look = look;
    }

    /** The x values, a copy. */
    public double[] xdata() {
        return x.clone();
    }

    /** The y values, a copy. */
    public double[] ydata() {
        return y.clone();
    }

    @Override
    public double[][] places() {
        return new double[][] {x, y};
    }

    @Override
    public String kind() {
        return say("plot.mark.line");
    }

    @Override
    public int shapes(Plane plane) {
        return look.marker == 0 ? Polyline.strips(x, plane) : x.length;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        Extent extent = extent(x, y, xScale, yScale);
        return new Extent(extent.x(), extent.y(), firm);
    }

    /** What points cover, of those that both scales can show. */
    static Extent extent(double[] x, double[] y, Scale xScale, Scale yScale) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = left;
        double high = right;
        for (int i = 0; i < x.length; i++) {
            if (xScale.shows(x[i]) && yScale.shows(y[i])) {
                left = Math.min(left, x[i]);
                right = Math.max(right, x[i]);
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
        }
        return new Extent(new Span(left, right), new Span(low, high));
    }

    @Override
    public Mark aroundPole(double inmost) {
        return new Line(Pole.x(x, y, inmost), Pole.y(x, y, inmost), look);
    }

    @Override
    public int dropped(Scale xScale, Scale yScale) {
        return dropped(x, y, xScale, yScale);
    }

    static int dropped(double[] x, double[] y, Scale xScale, Scale yScale) {
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            count += xScale == Scale.LOG && x[i] <= 0 || yScale == Scale.LOG && y[i] <= 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double[] corners = plane.corners(x, y);
        if (look.dash != Dash.NONE) {
            PathData path = new PathData();
            Polyline.add(path, Clipping.trim(corners, plane.box()));
            canvas.stroke(path, look);
        }
        drawMarkers(canvas, corners, plane.box());
    }

    private void drawMarkers(Canvas canvas, double[] corners, Box box) {
        if (look.marker == 0) {
            return;
        }
        PathData path = new PathData();
        double room = look.markerSize;
        for (int i = 0; i + 1 < corners.length; i += 2) {
            double px = corners[i];
            double py = corners[i + 1];
            if (px > box.left() - room
                    && px < box.right() + room
                    && py > box.top() - room
                    && py < box.bottom() + room) {
                Marker.add(path, look.marker, px, py, look.markerSize);
            }
        }
        paintMarkers(canvas, path, look);
    }

    static void paintMarkers(Canvas canvas, PathData path, Look look) {
        String paint = canvas.theme().paint(look.color);
        canvas.markers(path, paint, look.marker, look.markerSize, Math.min(look.width, 1.5), look.alpha);
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        if (look.dash == Dash.NONE) {
            cover.points(plane.corners(x, y));
        } else {
            cover.path(plane.corners(x, y));
        }
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        errors.forEach(bars -> bars.sample(canvas, box));
        canvas.stroke(new PathData().move(box.left(), box.centerY()).line(box.right(), box.centerY()), look);
        if (look.marker != 0) {
            PathData path = new PathData();
            Marker.add(path, look.marker, box.centerX(), box.centerY(), look.markerSize);
            paintMarkers(canvas, path, look);
        }
    }
}
