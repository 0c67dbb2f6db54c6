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
 * Cells of one shape, each in the colour of its number: the hexagons of {@code hexbin}.
 *
 * @param x the middles of the cells
 * @param shapeX the corners of each around its middle
 */
public record ColoredCells(
        double[] x, double[] y, double[] shapeX, double[] shapeY, double[] values, Shades shades, Look look)
        implements Mark {
    public ColoredCells {
        look.order(1);
    }

    @Override
    public String kind() {
        return say("plot.mark.cells");
    }

    @Override
    public int shapes(Plane plane) {
        return x.length;
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        Span across = Span.of(shapeX, Scale.LINEAR);
        Span up = Span.of(shapeY, Scale.LINEAR);
        Span middleX = Span.of(x, Scale.LINEAR);
        Span middleY = Span.of(y, Scale.LINEAR);
        return new Extent(
                Span.of(xScale, middleX.lo() + across.lo(), middleX.hi() + across.hi()),
                Span.of(yScale, middleY.lo() + up.lo(), middleY.hi() + up.hi()));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        Map<String, PathData> paths = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            PathData path = paths.computeIfAbsent(shades.paint(values[i]), paint -> new PathData());
            for (int corner = 0; corner < shapeX.length; corner++) {
                double px = plane.x(x[i] + shapeX[corner]);
                double py = plane.y(y[i] + shapeY[corner]);
                if (corner == 0) {
                    path.move(px, py);
                } else {
                    path.line(px, py);
                }
            }
            path.close();
        }
        paths.forEach((paint, path) -> {
            if (!paint.equals("none")) {
                // The line hides the seams between neighbours.
                canvas.outlined(path, paint, paint, 1, look.alpha);
            }
        });
    }

    @Override
    public Optional<Key> key() {
        return Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return new ColoredCells(x, y, shapeX, shapeY, values, shades.with(other), look);
    }

    @Override
    public Mark over(Span numbers) {
        return new ColoredCells(x, y, shapeX, shapeY, values, shades.over(numbers), look);
    }
}
