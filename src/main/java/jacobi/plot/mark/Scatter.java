package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Single points, each with a marker; sizes and colours may differ from point to point. */
public record Scatter(double[] x, double[] y, Dots dots) implements Mark {
    public Scatter {
        Look look = dots.look();
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
        return dots.look();
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Line.extent(x, y, xScale, yScale);
    }

    @Override
    public Mark aroundPole(double inmost) {
        return new Scatter(Pole.x(x, y, inmost), Pole.y(x, y, inmost), dots);
    }

    @Override
    public int dropped(Scale xScale, Scale yScale) {
        return Line.dropped(x, y, xScale, yScale);
    }

    /** One path for all points of one colour and size; each its own where they shine through one another. */
    @Override
    public void draw(Canvas canvas, Plane plane) {
        Map<String, PathData> paths = new TreeMap<>();
        boolean each = dots.sizes().length > 1 || look().alpha < 1;
        for (int i = 0; i < x.length; i++) {
            double px = plane.x(x[i]);
            double py = plane.y(y[i]);
            if (Double.isNaN(px) || Double.isNaN(py) || !near(plane.box(), px, py, dots.size(i))) {
                continue;
            }
            String paint = dots.paint(canvas.theme(), i);
            PathData path = each ? new PathData() : paths.computeIfAbsent(paint, k -> new PathData());
            dots.add(path, i, px, py);
            if (each) {
                dots.draw(canvas, path, paint, dots.size(i));
            }
        }
        paths.forEach((paint, path) -> dots.draw(canvas, path, paint, dots.size(0)));
    }

    @Override
    public Optional<Key> key() {
        return dots.key();
    }

    @Override
    public Mark with(ColorMap map) {
        return dots.areColored() ? new Scatter(x, y, dots.with(map)) : Mark.super.with(map);
    }

    @Override
    public Mark over(Span numbers) {
        return dots.areColored() ? new Scatter(x, y, dots.over(numbers)) : Mark.super.over(numbers);
    }

    @Override
    public Mark inOneColor() {
        return new Scatter(x, y, dots.inOneColor());
    }

    private static boolean near(Box box, double x, double y, double room) {
        return x > box.left() - room && x < box.right() + room && y > box.top() - room && y < box.bottom() + room;
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        cover.points(plane.corners(x, y));
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        dots.sample(canvas, box);
    }
}
