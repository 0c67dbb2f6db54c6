package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.List;
import java.util.Optional;

/**
 * Lines of equal height of a surface in space: at their heights, or all on one level as its map.
 *
 * @param offset the level all lines lie on, or NaN for their own heights
 */
public record SpaceContours(Grid grid, double[] levels, double offset, ColorMap map, Look look) implements Solid {
    @Override
    public String kind() {
        return say("plot.mark.space-contours");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return grid.extent(x, y, 0);
    }

    @Override
    public Span heights() {
        return Double.isNaN(offset) ? grid.heights() : new Span(offset, offset);
    }

    @Override
    public void draw(Canvas canvas, Space space) {
        for (int i = 0; i < levels.length; i++) {
            PathData path = new PathData();
            double height = Double.isNaN(offset) ? levels[i] : offset;
            for (double[] line : new Isolines(grid, levels[i]).lines()) {
                double[] corners = new double[line.length];
                for (int k = 0; k < line.length; k += 2) {
                    space.place(
                            Contours.between(grid.x(), line[k]),
                            Contours.between(grid.y(), line[k + 1]),
                            height,
                            corners,
                            k);
                }
                Polyline.add(path, corners);
            }
            canvas.stroke(path, paint(canvas.theme(), i), look.width, look.dash, look.alpha);
        }
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        for (int i = 0; i < levels.length; i++) {
            String paint = paint(theme, i);
            for (double[] line : new Isolines(grid, levels[i]).lines()) {
                double[] x = new double[line.length / 2];
                double[] y = new double[x.length];
                double[] z = new double[x.length];
                for (int k = 0; k < x.length; k++) {
                    x[k] = Contours.between(grid.x(), line[2 * k]);
                    y[k] = Contours.between(grid.y(), line[2 * k + 1]);
                    z[k] = Double.isNaN(offset) ? levels[i] : offset;
                }
                model.line(x, y, z, paint, look.width, look.alpha);
            }
        }
    }

    private String paint(Theme theme, int level) {
        return map == null ? theme.paint(look.color) : map.at(levels.length == 1 ? 0.5 : level / (levels.length - 1.0));
    }

    @Override
    public Optional<Key> key() {
        return map == null || levels.length < 2
                ? Optional.empty()
                : Optional.of(new Key(Shades.of(map, new Span(levels[0], levels[levels.length - 1])), List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return new SpaceContours(grid, levels, offset, other, look);
    }

    @Override
    public Mark inOneColor() {
        return new SpaceContours(grid, levels, offset, null, look);
    }
}
