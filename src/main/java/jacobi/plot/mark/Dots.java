package jacobi.plot.mark;

import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Marker;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.List;
import java.util.Optional;

/**
 * How single points look, in the plane or in space: all alike, or each of its own size or colour.
 *
 * @param sizes widths in points, one for each point or one for all
 * @param values a number for each point that becomes a colour, or null for the look's colour
 * @param shades which colour means which number, or null where {@code values} is
 */
public record Dots(double[] sizes, double[] values, Shades shades, Look look) {
    private static final double BORDER = 1;

    /** Points of one size and colour. */
    public static Dots alike(double size, Look look) {
        return new Dots(new double[] {size}, null, null, look);
    }

    boolean areColored() {
        return values != null;
    }

    double size(int i) {
        return sizes[sizes.length == 1 ? 0 : i];
    }

    String paint(Theme theme, int i) {
        return areColored() ? shades.paint(values[i]) : theme.paint(look.color);
    }

    /** Adds the marker of one point to a path, at its place on the page. */
    void add(PathData path, int i, double x, double y) {
        Marker.add(path, look.marker, x, y, size(i) + 1);
    }

    /** Paints the points of a path, all of one size. */
    void draw(Canvas canvas, PathData path, String paint, double size) {
        String inside = look.filled ? paint : canvas.theme().paper();
        String edge = canvas.edge(look);
        if (edge == null || Marker.isStroked(look.marker)) {
            canvas.markers(path, Marker.isDisc(look.marker) ? inside : paint, look.marker, size, 1.5, look.alpha);
        } else if (Marker.isDisc(look.marker)) {
            double diameter = Marker.diameter(look.marker, size);
            canvas.shiningThrough(look.alpha, () -> {
                canvas.discs(path, edge, diameter + BORDER, 1);
                canvas.discs(path, inside, diameter - BORDER, 1);
            });
        } else {
            canvas.outlined(path, inside, edge, BORDER, look.alpha);
        }
    }

    /** Draws the sample a legend shows. */
    void sample(Canvas canvas, Box box) {
        double size = Math.min(box.height() - 1, sizes[0]);
        PathData path = new PathData();
        Marker.add(path, look.marker, box.centerX(), box.centerY(), size + 1);
        draw(canvas, path, areColored() ? shades.map().at(0.5) : canvas.theme().paint(look.color), size);
    }

    Optional<Mark.Key> key() {
        return areColored() ? Optional.of(new Mark.Key(shades, List.of())) : Optional.empty();
    }

    Dots with(ColorMap map) {
        return new Dots(sizes, values, shades.with(map), look);
    }

    Dots over(Span numbers) {
        return new Dots(sizes, values, shades.over(numbers), look);
    }

    Dots inOneColor() {
        return new Dots(sizes, null, null, look);
    }
}
