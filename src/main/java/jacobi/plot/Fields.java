package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.data.Numbers;
import jacobi.plot.data.Pixels;
import jacobi.plot.mark.Contours;
import jacobi.plot.mark.Grid;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Quiver;
import jacobi.plot.mark.SpaceLine;
import jacobi.plot.mark.Wireframe;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The words that draw what covers the plane: images, heat maps, contours, fields of arrows, surfaces. */
public abstract sealed class Fields<T extends Drawing<T>> extends Settings<T> permits Drawing {
    private static final String USUAL = "viridis";
    /** How many bands contours make, as in matplotlib. */
    private static final int BANDS = 8;

    /**
     * A matrix as an image in the colours of viridis, or a picture of rows, columns and 3 or 4 colour channels in 0..1
     * (or 0..255, if they are whole numbers of which one is above 1). The first row is at the top.
     */
    public T imshow(Object image) {
        return imshow(image, USUAL);
    }

    /** As {@link #imshow(Object)}, in the colours of that map: viridis, Reds, gray and so on, each also with _r. */
    public T imshow(Object image, String cmap) {
        Axes axes = target();
        if (Numbers.depth(image, "imshow") == 3 && !Pixels.isGray(image)) {
            axes.add(Pixels.read(image, "imshow"));
        } else {
            double[][] values = Pixels.gray(image, "imshow");
            axes.add(new Image(values, ColorMap.named(cmap), range(values), false));
        }
        return raster(axes);
    }

    /** A matrix as an image with the number in each cell and a colour bar beside it. */
    public T heatmap(Object matrix) {
        return heatmap(matrix, "Reds");
    }

    /** As {@link #heatmap(Object)}, in the colours of that map. */
    public T heatmap(Object matrix, String cmap) {
        Axes axes = target();
        double[][] values = Numbers.matrix(matrix, "heatmap");
        axes.add(new Image(values, ColorMap.named(cmap), range(values), true));
        axes.state.colorBar = new ColorBar(ColorMap.named(cmap), range(values), List.of(), 1);
        return raster(axes);
    }

    private T raster(Axes axes) {
        axes.state.equal = true;
        axes.state.downwards = true;
        return self();
    }

    /** Lines of equal height of a matrix, over the numbers of its columns and rows. */
    public T contour(Object z) {
        return contours(grid(null, null, z), null, false, ColorMap.named(USUAL));
    }

    /** Lines of equal height: {@code x} of the columns and {@code y} of the rows, or grids as meshgrid makes them. */
    public T contour(Object x, Object y, Object z) {
        return contours(grid(x, y, z), null, false, ColorMap.named(USUAL));
    }

    /** As {@link #contour(Object, Object, Object)}, at these heights. */
    public T contour(Object x, Object y, Object z, Object levels) {
        return contours(grid(x, y, z), levels, false, ColorMap.named(USUAL));
    }

    /** Lines of equal height of a function of x and y. */
    public T contour(Object x, Object y, DoubleBinaryOperator function) {
        return contours(grid(x, y, function), null, false, ColorMap.named(USUAL));
    }

    /** As {@link #contour(Object, Object, DoubleBinaryOperator)}, at these heights. */
    public T contour(Object x, Object y, DoubleBinaryOperator function, Object levels) {
        return contours(grid(x, y, function), levels, false, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height of a matrix. */
    public T contourf(Object z) {
        return contours(grid(null, null, z), null, true, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height, with {@code x} and {@code y} as {@code contour} takes them. */
    public T contourf(Object x, Object y, Object z) {
        return contours(grid(x, y, z), null, true, ColorMap.named(USUAL));
    }

    /** As {@link #contourf(Object, Object, Object)}, with borders at these heights. */
    public T contourf(Object x, Object y, Object z, Object levels) {
        return contours(grid(x, y, z), levels, true, ColorMap.named(USUAL));
    }

    /** Areas between lines of equal height of a function of x and y. */
    public T contourf(Object x, Object y, DoubleBinaryOperator function) {
        return contours(grid(x, y, function), null, true, ColorMap.named(USUAL));
    }

    /** As {@link #contourf(Object, Object, DoubleBinaryOperator)}, with borders at these heights. */
    public T contourf(Object x, Object y, DoubleBinaryOperator function, Object levels) {
        return contours(grid(x, y, function), levels, true, ColorMap.named(USUAL));
    }

    /** The colours of the image or contours drawn last. */
    public T cmap(String name) {
        target().replaceLast(target().last("cmap").with(ColorMap.named(name)));
        return target().state.colorBar == null ? self() : colorbar();
    }

    /** The numbers that the first and the last colour of the image drawn last stand for. */
    public T clim(double lo, double hi) {
        target().replaceLast(target().last("clim").over(limits("clim", lo, hi)));
        return target().state.colorBar == null ? self() : colorbar();
    }

    /** A scale beside the frame that says what the colours of the image or contours drawn last mean. */
    public T colorbar() {
        target().state.colorBar = target().last("colorbar")
                .key()
                .map(key -> new ColorBar(key.map(), key.range(), key.levels(), 1))
                .orElseThrow(() -> new IllegalStateException("colorbar: expected an image, contours or coloured points"
                        + " drawn last, found " + target().last("colorbar").kind()));
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
     * As {@link #quiver(Object, Object, Object, Object)}, with arrows measured on the axes: one reaches {@code u / scale}
     * to the right and {@code v / scale} up, as matplotlib's with {@code scale_units="xy"}.
     */
    public T quiver(Object x, Object y, Object u, Object v, double scale) {
        return arrows(x, y, u, v, positive("scale", scale));
    }

    private T arrows(Object x, Object y, Object u, Object v, double scale) {
        double[] us = flat(u, "u");
        double[] vs = flat(v, "v");
        double[] xs = flat(x, "x");
        double[] ys = flat(y, "y");
        if (us.length == xs.length * ys.length && Numbers.depth(u, "u") == 2 && Numbers.depth(x, "x") == 1) {
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

    /** The surface over x and y as a net of wires, seen from the front, from the right and from above. */
    public T wireframe(Object x, Object y, Object z) {
        return surface(grid(x, y, z));
    }

    /** The surface of a function of x and y as a net of wires. */
    public T wireframe(Object x, Object y, DoubleBinaryOperator function) {
        return surface(grid(x, y, function));
    }

    /** A line through points of space, beside surfaces or alone. */
    public T plot3d(Object x, Object y, Object z) {
        return plot3d(x, y, z, "-");
    }

    /** A line or points of space, in a format as {@code "rx"}. */
    public T plot3d(Object x, Object y, Object z, String format) {
        double[] xs = Numbers.vector(x, "x");
        double[] ys = Numbers.vector(y, "y");
        double[] zs = Numbers.vector(z, "z");
        Drawing.sameLength("plot3d", "x", xs, "y", ys);
        Drawing.sameLength("plot3d", "x", xs, "z", zs);
        Format parsed = Format.of(format);
        Look look = Look.of(parsed, parsed.color() == null ? target().nextColor() : null);
        target().state.solid = true;
        target().add(new SpaceLine(xs, ys, zs, look));
        return self();
    }

    private T surface(Grid grid) {
        Axes axes = target();
        axes.state.solid = true;
        axes.add(new Wireframe(grid, new Look(axes.nextColor())));
        return self();
    }

    private T contours(Grid grid, Object chosen, boolean filled, ColorMap map) {
        double[] levels = chosen == null ? Ticks.levels(grid.heights(), BANDS) : Numbers.vector(chosen, "levels");
        for (int i = 1; i < levels.length; i++) {
            if (!(levels[i] > levels[i - 1])) {
                throw new IllegalArgumentException(
                        "levels: expected increasing heights, found " + levels[i - 1] + " before " + levels[i]);
            }
        }
        if (filled && levels.length < 2) {
            throw new IllegalArgumentException(
                    "levels: expected two heights or more to fill between, found " + levels.length);
        }
        target().add(new Contours(grid, levels, filled, map, new Look("C0")));
        return self();
    }

    /** A grid of {@code x} and {@code y} as vectors, or as meshgrid makes them in either indexing. */
    static Grid grid(Object x, Object y, Object z) {
        double[][] heights = Numbers.matrix(z, "z");
        boolean turned = x != null && Numbers.depth(x, "x") == 2 && runsDown(Numbers.matrix(x, "x"));
        if (turned) {
            heights = transposed(heights);
        }
        double[] xs = x == null ? Drawing.indices(heights[0].length) : side(x, "x", !turned);
        double[] ys = y == null ? Drawing.indices(heights.length) : side(y, "y", turned);
        if (xs.length != heights[0].length || ys.length != heights.length) {
            throw new IllegalArgumentException("z: expected a row for each of " + ys.length
                    + " y and a column for each of " + xs.length + " x, found " + Numbers.shapeText(z, "z"));
        }
        return checked(new Grid(xs, ys, heights));
    }

    static Grid grid(Object x, Object y, DoubleBinaryOperator function) {
        double[] xs = Numbers.vector(x, "x");
        double[] ys = Numbers.vector(y, "y");
        double[][] z = new double[ys.length][xs.length];
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                z[row][column] = function.applyAsDouble(xs[column], ys[row]);
            }
        }
        return checked(new Grid(xs, ys, z));
    }

    private static Grid checked(Grid grid) {
        if (grid.x().length < 2 || grid.y().length < 2) {
            throw new IllegalArgumentException("z: expected at least two rows and two columns, found " + grid.y().length
                    + " and " + grid.x().length);
        }
        if (grid.heights().isEmpty()) {
            throw new IllegalArgumentException("z: expected finite heights, found none");
        }
        return grid;
    }

    /** Whether a grid's numbers change from row to row only: meshgrid's indexing "ij". */
    private static boolean runsDown(double[][] mesh) {
        return mesh.length > 1 && mesh[0].length > 1 && mesh[0][0] == mesh[0][1];
    }

    private static double[][] transposed(double[][] values) {
        double[][] turned = new double[values[0].length][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[0].length; j++) {
                turned[j][i] = values[i][j];
            }
        }
        return turned;
    }

    /** One side of a grid; of a grid as meshgrid makes it, the row or the column that says it all. */
    private static double[] side(Object values, String name, boolean alongRows) {
        if (Numbers.depth(values, name) < 2) {
            return Numbers.vector(values, name);
        }
        double[][] mesh = Numbers.matrix(values, name);
        double[] side = alongRows ? mesh[0] : transposed(mesh)[0];
        for (int row = 0; row < mesh.length; row++) {
            for (int column = 0; column < mesh[0].length; column++) {
                if (mesh[row][column] != side[alongRows ? column : row]) {
                    throw new IllegalArgumentException(
                            name + ": expected a vector or a grid as meshgrid makes it, found"
                                    + " a matrix that changes along both axes");
                }
            }
        }
        return side;
    }

    private static double[] flat(Object values, String name) {
        if (Numbers.depth(values, name) < 2) {
            return Numbers.vector(values, name);
        }
        List<Double> flat = new ArrayList<>();
        for (double[] row : Numbers.matrix(values, name)) {
            for (double value : row) {
                flat.add(value);
            }
        }
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Span range(double[][] values) {
        Span range = Span.EMPTY;
        for (double[] row : values) {
            range = range.with(Span.of(row, Scale.LINEAR));
        }
        return range.isEmpty()
                ? new Span(0, 1)
                : range.length() == 0 ? new Span(range.lo() - 0.1, range.hi() + 0.1) : range;
    }
}
