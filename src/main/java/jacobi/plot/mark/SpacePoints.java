package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Marker;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Points in space, the nearer over the further; colours may mean numbers. */
public final class SpacePoints implements Solid {
    private final double[] x;
    private final double[] y;
    private final double[] z;
    /** Widths in points, one for each point or one for all. */
    private final double[] sizes;

    private final double[] values;
    private final Shades shades;
    private final Look look;

    /** @param values a number for each point that becomes a colour, or null */
    public SpacePoints(double[] x, double[] y, double[] z, double[] sizes, double[] values, Shades shades, Look look) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.sizes = sizes;
        this.values = values;
        this.shades = shades;
        this.look = look;
    }

    @Override
    public String kind() {
        return say("plot.mark.space-points");
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
    public Span heights() {
        return Span.of(z, Scale.LINEAR);
    }

    @Override
    public int shapes() {
        return x.length;
    }

    @Override
    public void draw(Canvas canvas, Space space) {
        double[] at = new double[2];
        String plain = canvas.theme().paint(look.color);
        IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i] + y[i] + z[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> space.depth(x[i], y[i], z[i])))
                .forEach(i -> {
                    space.place(x[i], y[i], z[i], at, 0);
                    double size = sizes[sizes.length == 1 ? 0 : i];
                    PathData path = new PathData();
                    Marker.add(path, look.marker, at[0], at[1], size + 1);
                    paint(canvas, path, values == null ? plain : shades.paint(values[i]), size);
                });
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        for (int i = 0; i < x.length; i += model.every()) {
            String paint = values == null ? theme.paint(look.color) : shades.paint(values[i]);
            double size = sizes[sizes.length == 1 ? 0 : i];
            model.disc(x[i], y[i], z[i], paint, Marker.diameter('o', size), look.alpha);
        }
    }

    private void paint(Canvas canvas, PathData path, String paint, double size) {
        if (Marker.isDisc(look.marker)) {
            canvas.discs(path, paint, Marker.diameter(look.marker, size), look.alpha);
        } else if (Marker.isStroked(look.marker)) {
            canvas.stroke(path, paint, 1.5, Dash.SOLID, look.alpha);
        } else {
            canvas.fill(path, paint, look.alpha);
        }
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

    @Override
    public Optional<Key> key() {
        return values == null ? Optional.empty() : Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap map) {
        return values == null ? Solid.super.with(map) : new SpacePoints(x, y, z, sizes, values, shades.with(map), look);
    }

    @Override
    public Mark inOneColor() {
        return new SpacePoints(x, y, z, sizes, null, shades, look);
    }
}
