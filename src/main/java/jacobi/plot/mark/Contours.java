package jacobi.plot.mark;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lines of equal height over a grid, or the areas between them. */
public final class Contours implements Mark {
    private final Grid grid;
    private final double[] levels;
    private final boolean filled;
    /** The colours of the levels; null paints all lines in the look's colour. */
    private final ColorMap map;

    private final Look look;

    public Contours(Grid grid, double[] levels, boolean filled, ColorMap map, Look look) {
        this.grid = grid;
        this.levels = levels;
        this.filled = filled;
        this.map = map;
        this.look = look;
        if (filled) {
            look.order(1);
        }
    }

    @Override
    public String kind() {
        return "contours";
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return grid.extent(x, y, Extent.ALL);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        for (int i = 0; i < (filled ? levels.length - 1 : levels.length); i++) {
            Isolines at = new Isolines(grid, levels[i]);
            PathData path = new PathData();
            if (filled) {
                // What lies higher is painted over what lies lower, so that no seam shows between bands.
                for (double[] loop : at.region()) {
                    outline(path, placed(loop, plane));
                }
                canvas.fill(path, paint(canvas, (i + 0.5) / (levels.length - 1)), look.alpha);
            } else {
                for (double[] line : at.lines()) {
                    Polyline.add(path, placed(line, plane));
                }
                String paint = paint(canvas, levels.length == 1 ? 0.5 : i / (levels.length - 1.0));
                canvas.stroke(path, paint, look.width, look.dash, look.alpha);
            }
        }
    }

    private String paint(Canvas canvas, double place) {
        return map == null ? canvas.theme().paint(look.color) : map.at(place);
    }

    private static void outline(PathData path, double[] corners) {
        path.move(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.line(corners[i], corners[i + 1]);
        }
        path.close();
    }

    /** Grid coordinates as places on the page. */
    private double[] placed(double[] line, Plane plane) {
        double[] corners = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            corners[i] = plane.x(between(grid.x(), line[i]));
            corners[i + 1] = plane.y(between(grid.y(), line[i + 1]));
        }
        return corners;
    }

    private static double between(double[] values, double at) {
        int i = Math.min(values.length - 2, (int) at);
        return values[i] + (values[i + 1] - values[i]) * (at - i);
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData line = new PathData().move(box.left(), box.centerY()).line(box.right(), box.centerY());
        canvas.stroke(line, paint(canvas, 0.5), look.width, look.dash, look.alpha);
    }

    @Override
    public Optional<Key> key() {
        List<Double> heights = Arrays.stream(levels).boxed().toList();
        return map == null || levels.length < 2
                ? Optional.empty()
                : Optional.of(new Key(map, new Span(levels[0], levels[levels.length - 1]), heights));
    }

    @Override
    public Mark inOneColor() {
        return filled ? this : new Contours(grid, levels, false, null, look);
    }

    @Override
    public Mark with(ColorMap other) {
        return new Contours(grid, levels, filled, other, look);
    }
}
