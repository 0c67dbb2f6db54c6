package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Marker;
import jacobi.plot.svg.PathData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Single points, each with a marker; sizes and colours may differ from point to point. */
public final class Scatter implements Mark {
    private static final double BORDER = 1;

    private final double[] x;
    private final double[] y;
    /** Widths in points, one for each point or one for all. */
    private final double[] sizes;
    /** A number for each point that becomes a colour, or null. */
    private final double[] values;

    private final Shades shades;
    private final Look look;

    public Scatter(double[] x, double[] y, double[] sizes, double[] values, Shades shades, Look look) {
        this.x = x;
        this.y = y;
        this.sizes = sizes;
        this.values = values;
        this.shades = shades;
        this.look = look;
        look.marker = look.marker == 0 ? 'o' : look.marker;
    }

    @Override
    public double[][] places() {
        return new double[][] {x, y};
    }

    @Override
    public String kind() {
        return say("plot.mark.points");
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
        return Line.extent(x, y, xScale, yScale);
    }

    @Override
    public Mark aroundPole(double inmost) {
        return new Scatter(Pole.x(x, y, inmost), Pole.y(x, y, inmost), sizes, values, shades, look);
    }

    @Override
    public int dropped(Scale xScale, Scale yScale) {
        return Line.dropped(x, y, xScale, yScale);
    }

    /** One path for all points of one colour and size; each its own where they shine through one another. */
    @Override
    public void draw(Canvas canvas, Plane plane) {
        Map<String, PathData> paths = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            double px = plane.x(x[i]);
            double py = plane.y(y[i]);
            if (Double.isNaN(px) || Double.isNaN(py) || !near(plane.box(), px, py, size(i))) {
                continue;
            }
            String paint = paint(canvas, i);
            String key = paint + (look.alpha < 1 ? " " + i : "") + (sizes.length > 1 ? " " + i : "");
            PathData path = paths.computeIfAbsent(key, k -> new PathData());
            Marker.add(path, look.marker, px, py, size(i) + 1);
            if (sizes.length > 1 || look.alpha < 1) {
                paint(canvas, path, paint, size(i));
                paths.remove(key);
            }
        }
        paths.forEach((paint, path) -> paint(canvas, path, paint, size(0)));
    }

    @Override
    public Optional<Key> key() {
        return values == null ? Optional.empty() : Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return values == null ? Mark.super.with(other) : new Scatter(x, y, sizes, values, shades.with(other), look);
    }

    @Override
    public Mark over(Span numbers) {
        return values == null ? Mark.super.over(numbers) : new Scatter(x, y, sizes, values, shades.over(numbers), look);
    }

    @Override
    public Mark inOneColor() {
        return new Scatter(x, y, sizes, null, shades, look);
    }

    private double size(int i) {
        return sizes.length == 1 ? sizes[0] : sizes[i];
    }

    private String paint(Canvas canvas, int i) {
        return values == null ? canvas.theme().paint(look.color) : shades.paint(values[i]);
    }

    private void paint(Canvas canvas, PathData path, String paint, double size) {
        String edge = look.edge == null || look.edge.equals(Colors.NONE)
                ? null
                : canvas.theme().paint(look.edge);
        if (Marker.isDisc(look.marker)) {
            double diameter = Marker.diameter(look.marker, size);
            String inside = look.filled ? paint : canvas.theme().paper();
            if (edge == null) {
                canvas.discs(path, inside, diameter, look.alpha);
            } else {
                canvas.shiningThrough(look.alpha, () -> {
                    canvas.discs(path, edge, diameter + BORDER, 1);
                    canvas.discs(path, inside, diameter - BORDER, 1);
                });
            }
        } else if (Marker.isStroked(look.marker)) {
            canvas.stroke(path, paint, 1.5, Dash.SOLID, look.alpha);
        } else if (edge != null) {
            canvas.outlined(path, look.filled ? paint : canvas.theme().paper(), edge, BORDER, look.alpha);
        } else {
            canvas.fill(path, paint, look.alpha);
        }
    }

    private static boolean near(Box box, double x, double y, double room) {
        return x > box.left() - room && x < box.right() + room && y > box.top() - room && y < box.bottom() + room;
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        double[] places = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            places[2 * i] = plane.x(x[i]);
            places[2 * i + 1] = plane.y(y[i]);
        }
        cover.points(places);
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        double size = Math.min(box.height() - 1, sizes[0]);
        PathData path = new PathData();
        Marker.add(path, look.marker, box.centerX(), box.centerY(), size + 1);
        paint(
                canvas,
                path,
                values == null ? canvas.theme().paint(look.color) : shades.map().at(0.5),
                size);
    }
}
