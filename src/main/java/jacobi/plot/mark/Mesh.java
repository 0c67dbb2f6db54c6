package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cells between edges that need not be evenly apart, each in the colour of its number.
 *
 * @param x the edges of the columns, one more than there are
 * @param y the edges of the rows
 */
public record Mesh(double[] x, double[] y, double[][] values, Shades shades, Look look) implements Mark {
    public Mesh {
        look.order(0);
    }

    @Override
    public String kind() {
        return say("plot.mark.mesh");
    }

    @Override
    public int shapes(Plane plane) {
        return values.length * values[0].length;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return new Extent(Span.of(x, xScale), Span.of(y, yScale), Extent.ALL);
    }

    /** One path for the cells of one colour; a hair's breadth of overlap hides the seams between them. */
    @Override
    public void draw(Canvas canvas, Plane plane) {
        Map<String, PathData> paths = new TreeMap<>();
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                double left = plane.x(x[column]);
                double right = plane.x(x[column + 1]);
                double top = plane.y(y[row + 1]);
                double bottom = plane.y(y[row]);
                if (!Double.isNaN(left + right + top + bottom)) {
                    paths.computeIfAbsent(shades.paint(values[row][column]), paint -> new PathData())
                            .rectangle(
                                    Math.min(left, right) - 0.1,
                                    Math.min(top, bottom) - 0.1,
                                    Math.abs(right - left) + 0.2,
                                    Math.abs(bottom - top) + 0.2);
                }
            }
        }
        paths.forEach((paint, path) -> canvas.fill(path, paint, look.alpha));
    }

    @Override
    public Optional<Key> key() {
        return Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return new Mesh(x, y, values, shades.with(other), look);
    }

    @Override
    public Mark over(Span numbers) {
        return new Mesh(x, y, values, shades.over(numbers), look);
    }
}
