package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Dots;
import jacobi.plot.mark.Grid;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Shades;
import jacobi.plot.mark.Solid;
import jacobi.plot.mark.Space;
import jacobi.plot.mark.SpaceContours;
import jacobi.plot.mark.SpaceLine;
import jacobi.plot.mark.SpacePoints;
import jacobi.plot.mark.Surface;
import jacobi.plot.mark.Wireframe;
import jacobi.plot.mark.Wires;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Format;
import jacobi.plot.style.Marker;
import java.util.function.DoubleBinaryOperator;

/** The words that draw in space: surfaces, lines and points, seen in perspective. */
public abstract sealed class Surfaces<T extends Drawing<T>> extends Statistics<T> permits Drawing {
    private static final int LEVELS = 8;

    /** The surface over x and y as a net of wires, seen from the front, from the right and from above. */
    public T wireframe(Object x, Object y, Object z) {
        return wires(Grids.of(x, y, z), 0, 0, null, 1);
    }

    /** The surface of a function of x and y as a net of wires. */
    public T wireframe(Object x, Object y, DoubleBinaryOperator function) {
        return wires(Grids.of(x, y, function), 0, 0, null, 1);
    }

    /**
     * The surface over x and y as a net of wires.
     *
     * @param rstride every how many rows have a wire; 0 for at most 50 wires
     * @param cstride every how many columns have one
     */
    public T wireframe(
            Object x,
            Object y,
            Object z,
            @Default("0") int rstride,
            @Default("0") int cstride,
            @Default("null") String color,
            @Default("1") double linewidth) {
        return wires(Grids.of(x, y, z), rstride, cstride, color, linewidth);
    }

    /** As {@link #wireframe(Object, Object, Object, int, int, String, double)}, of a function of x and y. */
    public T wireframe(
            Object x,
            Object y,
            DoubleBinaryOperator function,
            @Default("0") int rstride,
            @Default("0") int cstride,
            @Default("null") String color,
            @Default("1") double linewidth) {
        return wires(Grids.of(x, y, function), rstride, cstride, color, linewidth);
    }

    /** Matplotlib's name of {@link #wireframe(Object, Object, Object, int, int, String, double)}. */
    public T plotWireframe(
            Object x,
            Object y,
            Object z,
            @Default("0") int rstride,
            @Default("0") int cstride,
            @Default("null") String color,
            @Default("1") double linewidth) {
        return wires(Grids.of(x, y, z), rstride, cstride, color, linewidth);
    }

    private T wires(Grid grid, int rstride, int cstride, String color, double linewidth) {
        Wires wires = along(grid, rstride, cstride);
        Look look = new Look(color == null ? target().nextColor() : Colors.named(color));
        Wireframe net = new Wireframe(wires, look);
        look.width = positive("linewidth", linewidth);
        return solid(net);
    }

    private static Wires along(Grid grid, int rstride, int cstride) {
        if (rstride < 0 || cstride < 0) {
            throw new IllegalArgumentException(say("plot.space.strides", "rstride", rstride, "cstride", cstride));
        }
        return new Wires(grid, rstride, cstride);
    }

    /** The surface over x and y, filled, with light from the left and above. */
    public T plotSurface(Object x, Object y, Object z) {
        return surface(Grids.of(x, y, z), null, null, 0, 0, 1, null, 0.5);
    }

    /** The surface of a function of x and y, filled. */
    public T plotSurface(Object x, Object y, DoubleBinaryOperator function) {
        return surface(Grids.of(x, y, function), null, null, 0, 0, 1, null, 0.5);
    }

    /**
     * The surface over x and y, filled.
     *
     * @param cmap colours that mean heights; null for one colour with light and shadow
     * @param rstride every how many rows a face begins; 0 for at most 50 faces across
     * @param edgecolor the colour of the lines between faces; null for none
     */
    public T plotSurface(
            Object x,
            Object y,
            Object z,
            @Default("null") String cmap,
            @Default("null") String color,
            @Default("0") int rstride,
            @Default("0") int cstride,
            @Default("1") double alpha,
            @Default("null") String edgecolor,
            @Default("0.5") double linewidth) {
        return surface(Grids.of(x, y, z), cmap, color, rstride, cstride, alpha, edgecolor, linewidth);
    }

    /**
     * As {@link #plotSurface(Object, Object, Object, String, String, int, int, double, String, double)}, of a function.
     */
    public T plotSurface(
            Object x,
            Object y,
            DoubleBinaryOperator function,
            @Default("null") String cmap,
            @Default("null") String color,
            @Default("0") int rstride,
            @Default("0") int cstride,
            @Default("1") double alpha,
            @Default("null") String edgecolor,
            @Default("0.5") double linewidth) {
        return surface(Grids.of(x, y, function), cmap, color, rstride, cstride, alpha, edgecolor, linewidth);
    }

    private T surface(
            Grid grid,
            String cmap,
            String color,
            int rstride,
            int cstride,
            double alpha,
            String edgecolor,
            double linewidth) {
        Wires wires = along(grid, rstride, cstride);
        Shades shades = cmap == null ? null : Shades.of(ColorMap.named(cmap), grid.heights());
        Look look = new Look(color == null ? target().nextColor() : Colors.named(color));
        look.edge = edgecolor == null ? null : Colors.named(edgecolor);
        look.width = positive("linewidth", linewidth);
        solid(new Surface(wires, shades, cmap == null, look));
        return alpha(alpha);
    }

    /** Lines of equal height of the surface over x and y, in space. */
    public T contour3d(
            Object x,
            Object y,
            Object z,
            @Default("null") Object levels,
            @Default("Double.NaN") double offset,
            @Default("\"viridis\"") String cmap) {
        Grid grid = Grids.of(x, y, z);
        double[] heights = levels == null || levels instanceof Number
                ? Ticks.levels(grid.heights(), levels == null ? LEVELS : ((Number) levels).intValue() + 1)
                : GivenNumbers.vector(levels, "levels");
        return solid(new SpaceContours(grid, heights, offset, ColorMap.named(cmap), new Look("C0")));
    }

    /**
     * As {@link #contour3d(Object, Object, Object, Object, double, String)}, with all lines on the level {@code
     * offset}.
     */
    public T contour3d(Object x, Object y, Object z, double offset) {
        return contour3d(x, y, z, null, offset, "viridis");
    }

    /** A line through points of space, beside surfaces or alone. */
    public T plot3d(Object x, Object y, Object z) {
        return plot3d(x, y, z, "-");
    }

    /** A line or points of space, in a format as {@code "rx"}. */
    public T plot3d(Object x, Object y, Object z, String format) {
        double[][] points = points("plot3d", x, y, z);
        Format parsed = Format.of(format);
        Look look = Look.of(parsed, parsed.color() == null ? target().nextColor() : null);
        return solid(new SpaceLine(points[0], points[1], points[2], look));
    }

    /** Points of space. */
    public T scatter3d(Object x, Object y, Object z) {
        return scatter3d(x, y, z, 20.0, null, "viridis", "o");
    }

    /**
     * Points of space.
     *
     * @param s their area in square points, one for all or one for each
     * @param c a number for each that gives it a colour of {@code cmap}, or a colour; null for the next
     */
    public T scatter3d(
            Object x,
            Object y,
            Object z,
            @Default("20.0") Object s,
            @Default("null") Object c,
            @Default("\"viridis\"") String cmap,
            @Default("\"o\"") String marker) {
        double[][] points = points("scatter3d", x, y, z);
        double[] sizes = Drawing.widths(s, points[0]);
        boolean plain = c == null || c instanceof String;
        double[] values = plain ? null : GivenNumbers.vector(c, "c");
        if (values != null) {
            Drawing.sameLength("scatter3d", "x", points[0], "c", values);
        }
        Look look = new Look(c instanceof String color ? Colors.named(color) : target().nextColor());
        look.marker = Marker.named(marker);
        Shades shades = values == null ? null : Shades.of(ColorMap.named(cmap), Span.of(values, Scale.LINEAR));
        return solid(new SpacePoints(points[0], points[1], points[2], new Dots(sizes, values, shades, look)));
    }

    private static double[][] points(String word, Object x, Object y, Object z) {
        double[] xs = GivenNumbers.vector(x, "x");
        double[] ys = GivenNumbers.vector(y, "y");
        double[] zs = GivenNumbers.vector(z, "z");
        Drawing.sameLength(word, "x", xs, "y", ys);
        Drawing.sameLength(word, "x", xs, "z", zs);
        return new double[][] {xs, ys, zs};
    }

    /** Where space is seen from: degrees above the floor, and around it against the clock from the x axis. */
    public T viewInit(@Default("30") double elev, @Default("-60") double azim) {
        if (!Double.isFinite(elev + azim)) {
            throw new IllegalArgumentException(say("plot.space.angles", "elev", elev, "azim", azim));
        }
        target().state.view = new Space.View(elev, azim);
        return self();
    }

    private T solid(Solid mark) {
        target().state.solid = true;
        target().add(mark);
        return self();
    }
}
