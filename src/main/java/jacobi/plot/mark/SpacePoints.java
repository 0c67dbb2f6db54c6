package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Marker;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Points in space, the nearer over the further; colours may mean numbers. */
public record SpacePoints(double[] x, double[] y, double[] z, Dots dots) implements Solid {
    @Override
    public String kind() {
        return say("plot.mark.space-points");
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
        IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i] + y[i] + z[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> space.depth(x[i], y[i], z[i])))
                .forEach(i -> {
                    space.place(x[i], y[i], z[i], at, 0);
                    PathData path = new PathData();
                    dots.add(path, i, at[0], at[1]);
                    dots.draw(canvas, path, dots.paint(canvas.theme(), i), dots.size(i));
                });
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        for (int i = 0; i < x.length; i += model.every()) {
            double diameter = Marker.diameter('o', dots.size(i));
            model.disc(x[i], y[i], z[i], dots.paint(theme, i), diameter, look().alpha);
        }
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        dots.sample(canvas, box);
    }

    @Override
    public Optional<Key> key() {
        return dots.key();
    }

    @Override
    public Mark with(ColorMap map) {
        return dots.areColored() ? new SpacePoints(x, y, z, dots.with(map)) : Solid.super.with(map);
    }

    @Override
    public Mark inOneColor() {
        return new SpacePoints(x, y, z, dots.inOneColor());
    }
}
