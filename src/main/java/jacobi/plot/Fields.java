package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.plot.axis.Ticks;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Contours;
import jacobi.plot.mark.Grid;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Quiver;
import jacobi.plot.mark.Streams;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The words that draw what covers the plane: contours, fields of arrows. */
public abstract sealed class Fields<T extends Drawing<T>> extends ImageWords<T> permits Shapes {
    /** How many bands contours make, as in matplotlib. */
    private static final int BANDS = 8;

    /** Lines of equal height of a matrix, over the numbers of its columns and rows. */
    public T contour(Object z) {
        return contours(Grids.of(null, null, z), null, false, ColorMap.named(USUAL));
    }

    /** Lines of equal height: {@code x} of the columns and {@code y} of the rows, or grids as meshgrid makes them. */
    public T contour(Object x, Object y, Object z) {
        return contours(Grids.of(x, y, z), null, false, ColorMap.named(USUAL));
    }

    /** As {@link #contour(Object, Object, Object)}, at these heights. */
    public T contour(Object x, Object y, Object z, Object levels) {
        return contours(Grids.of(x, y, z), levels, false, ColorMap.named(USUAL));
    }

    /** Lines of equal height of a function of x and y. */
    public T contour(Object x, Object y, DoubleBinaryOperator function) {
        return contours(Grids.of(x, y, function), null, false, ColorMap.named(USUAL));
    }

    /** As {@link #contour(Object, Object, DoubleBinaryOperator)}, at these heights. */
    public T contour(Object x, Object y, DoubleBinaryOperator function, Object levels) {
        return contours(Grids.of(x, y, function), levels, false, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height of a matrix. */
    public T contourf(Object z) {
        return contours(Grids.of(null, null, z), null, true, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height, with {@code x} and {@code y} as {@code contour} takes them. */
    public T contourf(Object x, Object y, Object z) {
        return contours(Grids.of(x, y, z), null, true, ColorMap.named(USUAL));
    }

    /** As {@link #contourf(Object, Object, Object)}, with borders at these heights. */
    public T contourf(Object x, Object y, Object z, Object levels) {
        return contours(Grids.of(x, y, z), levels, true, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height of a function of x and y. */
    public T contourf(Object x, Object y, DoubleBinaryOperator function) {
        return contours(Grids.of(x, y, function), null, true, ColorMap.named(USUAL));
    }

    /** As {@link #contourf(Object, Object, DoubleBinaryOperator)}, with borders at these heights. */
    public T contourf(Object x, Object y, DoubleBinaryOperator function, Object levels) {
        return contours(Grids.of(x, y, function), levels, true, ColorMap.named(USUAL));
    }

    /**
     * Lines of equal height, with what matplotlib's takes.
     *
     * @param levels the heights, or how many bands there may be, or null
     * @param colors one colour for all lines or one for each in turn, instead of {@code cmap}
     * @param linestyles the style of the lines; null draws heights below zero dashed where there is but one colour
     */
    public T contour(
            Object x,
            Object y,
            Object z,
            @Default("null") Object levels,
            @Default("null") Object colors,
            @Default("\"viridis\"") String cmap,
            @Default("1.5") double linewidths,
            @Default("null") String linestyles,
            @Default("Double.NaN") double alpha) {
        return styled(Grids.of(x, y, z), levels, colors, cmap, linewidths, linestyles, alpha);
    }

    /**
     * Lines of equal height of a function, as {@link #contour(Object, Object, Object, Object, Object, String, double,
     * String, double)}.
     */
    public T contour(
            Object x,
            Object y,
            DoubleBinaryOperator function,
            @Default("null") Object levels,
            @Default("null") Object colors,
            @Default("\"viridis\"") String cmap,
            @Default("1.5") double linewidths,
            @Default("null") String linestyles,
            @Default("Double.NaN") double alpha) {
        return styled(Grids.of(x, y, function), levels, colors, cmap, linewidths, linestyles, alpha);
    }

    private T styled(
            Grid grid, Object levels, Object colors, String cmap, double linewidths, String linestyles, double alpha) {
        contours(grid, levels, false, ColorMap.named(cmap));
        Contours drawn = (Contours) target().last("contour");
        if (colors != null) {
            drawn = drawn.in(names(colors, "colors"), linestyles == null);
        }
        Look look = drawn.look();
        look.width = positive("linewidths", linewidths);
        look.dash = linestyles == null ? look.dash : Dash.named(linestyles);
        look.alpha = Double.isNaN(alpha) ? look.alpha : alpha;
        target().replaceLast(drawn);
        return self();
    }

    static List<String> names(Object colors, String name) {
        List<?> items = colors instanceof String one ? List.of(one) : colors instanceof List<?> l ? l : List.of();
        if (items.isEmpty() || !items.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException(say("plot.colors.one-or-list", "name", name, "found", colors));
        }
        return items.stream().map(item -> Colors.named((String) item)).toList();
    }

    /** The heights of the contour lines drawn last, on the lines. */
    public T clabel() {
        return clabel(8);
    }

    /** As {@link #clabel()}, in letters of that size in points. */
    public T clabel(@Default("8") double fontsize) {
        if (!(target().last("clabel") instanceof Contours lines)) {
            throw new IllegalStateException(say(
                    "plot.contours.drawn-last", "kind", target().last("clabel").kind()));
        }
        target().replaceLast(lines.labelled(positive("fontsize", fontsize)));
        return self();
    }

    /**
     * A field of arrows: at each x and y one that points {@code u} to the right and {@code v} up. All four have one
     * shape; x and y may also be the columns and rows of matrices u and v.
     */
    public T quiver(Object x, Object y, Object u, Object v) {
        return arrows(x, y, u, v, Quiver.AUTOMATIC);
    }

    /**
     * As {@link #quiver(Object, Object, Object, Object)}, with arrows measured on the axes: one reaches {@code u /
     * scale} to the right and {@code v / scale} up, as matplotlib's with {@code scale_units="xy"}.
     */
    public T quiver(Object x, Object y, Object u, Object v, double scale) {
        return arrows(x, y, u, v, positive("scale", scale));
    }

    private T arrows(Object x, Object y, Object u, Object v, double scale) {
        double[] us = flat(u, "u");
        double[] vs = flat(v, "v");
        double[] xs = flat(x, "x");
        double[] ys = flat(y, "y");
        if (us.length == xs.length * ys.length && GivenNumbers.depth(u, "u") == 2 && GivenNumbers.depth(x, "x") == 1) {
            double[] columns = xs;
            double[] rows = ys;
            xs = new double[us.length];
            ys = new double[us.length];
            for (int i = 0; i < us.length; i++) {
                xs[i] = columns[i % columns.length];
                ys[i] = rows[i / columns.length];
            }
        }
        Drawing.sameLength("quiver", "x", xs, "y", ys);
        Drawing.sameLength("quiver", "x", xs, "u", us);
        Drawing.sameLength("quiver", "u", us, "v", vs);
        target().add(new Quiver(xs, ys, us, vs, scale, new Look("#000000")));
        return self();
    }

    /**
     * Lines along a field of arrows, with an arrow on each: {@code x} of the columns and {@code y} of the rows of the
     * matrices {@code u} and {@code v}.
     *
     * @param density how close lines may come; 1 leaves about 30 across
     */
    public T streamplot(
            Object x,
            Object y,
            Object u,
            Object v,
            @Default("1") double density,
            @Default("1.5") double linewidth,
            @Default("null") String color) {
        Grid right = Grids.of(x, y, u);
        Grid up = Grids.of(x, y, v);
        Look look = new Look(color == null ? target().nextColor() : Colors.named(color));
        look.width = positive("linewidth", linewidth);
        target().add(new Streams(right, up, positive("density", density), look));
        return self();
    }

    /** As {@link #streamplot(Object, Object, Object, Object, double, double, String)}. */
    public T streamplot(Object x, Object y, Object u, Object v) {
        return streamplot(x, y, u, v, 1, 1.5, null);
    }

    private T contours(Grid grid, Object chosen, boolean filled, ColorMap map) {
        double[] levels = chosen == null || chosen instanceof Number
                ? Ticks.levels(grid.heights(), chosen == null ? BANDS : ((Number) chosen).intValue() + 1)
                : GivenNumbers.vector(chosen, "levels");
        for (int i = 1; i < levels.length; i++) {
            if (!(levels[i] > levels[i - 1])) {
                throw new IllegalArgumentException(
                        say("plot.contours.levels-increasing", "before", levels[i - 1], "after", levels[i]));
            }
        }
        if (filled && levels.length < 2) {
            throw new IllegalArgumentException(say("plot.contours.levels-to-fill", "found", levels.length));
        }
        target().add(new Contours(grid, levels, filled, map, new Look("C0")));
        return self();
    }

    private static double[] flat(Object values, String name) {
        if (GivenNumbers.depth(values, name) < 2) {
            return GivenNumbers.vector(values, name);
        }
        List<Double> flat = new ArrayList<>();
        for (double[] row : GivenNumbers.matrix(values, name)) {
            for (double value : row) {
                flat.add(value);
            }
        }
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
