package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.data.Pixels;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Mesh;
import jacobi.plot.mark.Shades;
import jacobi.plot.style.ColorMap;
import java.awt.image.BufferedImage;
import java.util.List;

/** The words that draw images and heat maps, and say what colours mean. */
public abstract sealed class ImageWords<T extends Drawing<T>> extends Looks<T> permits Fields {
    static final String USUAL = "viridis";

    /**
     * A matrix as an image in the colours of viridis, or a picture of 3 or 4 colour channels, which are its last axis
     * or its first, in 0..1 (or 0..255, if they are whole numbers of which one is above 1). The first row is at the
     * top.
     */
    public T imshow(Object image) {
        return imshow(image, USUAL);
    }

    /** As {@link #imshow(Object)}, in the colours of that map: viridis, Reds, gray and so on, each also with _r. */
    public T imshow(Object image, String cmap) {
        return imshow(image, cmap, null, null, null, Double.NaN, Double.NaN, "upper", null);
    }

    /**
     * As {@link #imshow(Object)}, with what matplotlib's takes.
     *
     * @param cmap the colours of a matrix
     * @param norm {@code "linear"}, or {@code "log"} for colours that change with powers of ten
     * @param aspect {@code "equal"} for square pixels, {@code "auto"} for pixels that fill the frame
     * @param interpolation {@code "nearest"} for pixels with edges, {@code "bilinear"} for mixed ones
     * @param vmin the number of the first colour, or NaN for the least
     * @param vmax the number of the last colour, or NaN for the greatest
     * @param origin {@code "upper"} if the first row is at the top, {@code "lower"} if it is at the bottom
     * @param extent four numbers, left, right, bottom and top, or null for pixels of one unit
     */
    public T imshow(
            Object image,
            @Default("\"viridis\"") String cmap,
            @Default("null") String norm,
            @Default("null") String aspect,
            @Default("null") String interpolation,
            @Default("Double.NaN") double vmin,
            @Default("Double.NaN") double vmax,
            @Default("\"upper\"") String origin,
            @Default("null") Object extent) {
        Axes axes = target();
        Image drawn = image(image, cmap, vmin, vmax, norm);
        boolean lower = oneOf("origin", origin, "upper", "lower").equals("lower");
        boolean smooth = interpolation != null
                && !oneOf("interpolation", interpolation, "nearest", "none", "bilinear", "bicubic", "antialiased")
                        .startsWith("n")
                && !interpolation.equals("antialiased");
        Image.Place place = Image.Place.cells(drawn.rows(), drawn.columns());
        Span across = place.x();
        Span up = place.y();
        if (extent != null) {
            double[] edges = GivenNumbers.vector(extent, "extent");
            if (edges.length != 4) {
                throw new IllegalArgumentException(say("plot.image.extent", "found", edges.length));
            }
            across = limits("extent", edges[0], edges[1]);
            up = limits("extent", edges[2], edges[3]);
        }
        // Where the axis grows upwards, the first row is at its upper end unless the origin is below.
        boolean downwards = !lower && extent == null;
        axes.add(drawn.at(new Image.Place(across, up, lower, smooth)));
        axes.state.equal =
                aspect == null || oneOf("aspect", aspect, "equal", "auto").equals("equal");
        axes.state.y.inverted = downwards;
        return self();
    }

    private static Image image(Object image, String cmap, double vmin, double vmax, String norm) {
        if (image instanceof BufferedImage picture) {
            return Pixels.of(picture);
        }
        if (GivenNumbers.depth(image, "imshow") == 3 && !Pixels.isGray(image)) {
            return Pixels.read(image, "imshow");
        }
        double[][] values = Pixels.gray(image, "imshow");
        return new Image(values, Shades.of(ColorMap.named(cmap), range(values, norm), vmin, vmax, norm), false);
    }

    static String oneOf(String name, String value, String... known) {
        if (!List.of(known).contains(value)) {
            throw new IllegalArgumentException(say(
                    "plot.image.one-of",
                    "name",
                    name,
                    "known",
                    String.join("\", \"", known),
                    "found",
                    (value == null ? "null" : '"' + value + '"')));
        }
        return value;
    }

    /** A matrix as an image with the number in each cell and a colour bar beside it. */
    public T heatmap(Object matrix) {
        return heatmap(matrix, "Reds");
    }

    /** As {@link #heatmap(Object)}, in the colours of that map. */
    public T heatmap(Object matrix, String cmap) {
        Axes axes = target();
        double[][] values = GivenNumbers.matrix(matrix, "heatmap");
        axes.add(new Image(values, Shades.of(ColorMap.named(cmap), range(values, null)), true));
        axes.state.equal = true;
        axes.state.y.inverted = true;
        return colorbar();
    }

    /** A matrix as an image with its first row at the bottom, in cells of one unit. */
    public T pcolormesh(Object c) {
        return pcolormesh(null, null, c, USUAL, Double.NaN, Double.NaN, null);
    }

    /**
     * A matrix as an image with its first row at the bottom, over the edges {@code x} of its columns and {@code y} of
     * its rows.
     */
    public T pcolormesh(
            @Default("null") Object x,
            @Default("null") Object y,
            Object c,
            @Default("\"viridis\"") String cmap,
            @Default("Double.NaN") double vmin,
            @Default("Double.NaN") double vmax,
            @Default("null") String norm) {
        double[][] values = GivenNumbers.matrix(c, "c");
        Shades shades = Shades.of(ColorMap.named(cmap), range(values, norm), vmin, vmax, norm);
        double[] across = edges(x == null ? null : Grids.side(x, "x", true), values[0].length, "x");
        double[] up = edges(y == null ? null : Grids.side(y, "y", false), values.length, "y");
        target().add(new Mesh(across, up, values, shades, new Look("C0")));
        return self();
    }

    /** The edges of cells: those given, those between and around middles that are given, or whole numbers. */
    private static double[] edges(double[] given, int cells, String name) {
        if (given == null) {
            return Drawing.indices(cells + 1);
        }
        if (given.length == cells + 1) {
            return given;
        }
        if (given.length != cells || cells < 2) {
            throw new IllegalArgumentException(say(
                    "plot.image.edges-or-middles",
                    "name",
                    name,
                    "edges",
                    (cells + 1),
                    "middles",
                    cells,
                    "found",
                    given.length));
        }
        double[] edges = new double[cells + 1];
        for (int i = 1; i < cells; i++) {
            edges[i] = (given[i - 1] + given[i]) / 2;
        }
        edges[0] = given[0] - (edges[1] - given[0]);
        edges[cells] = given[cells - 1] + (given[cells - 1] - edges[cells - 1]);
        return edges;
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
        ColorBar bar = target().state.colorBar;
        Mark.Key key = key();
        target().state.colorBar = bar == null ? new ColorBar(key, 1) : bar.with(key);
        return self();
    }

    /**
     * As {@link #colorbar()}.
     *
     * @param label what the numbers are
     * @param shrink the height in parts of the frame's
     * @param ticks the numbers it says, or null for round ones
     */
    public T colorbar(@Default("null") String label, @Default("1") double shrink, @Default("null") Object ticks) {
        double[] at = ticks == null ? null : GivenNumbers.vector(ticks, "ticks");
        target().state.colorBar = new ColorBar(key(), positive("shrink", shrink), text(label), at);
        return self();
    }

    private Mark.Key key() {
        return target().coloured().key().orElseThrow();
    }

    /** What numbers cover; on a logarithmic scale those above zero. */
    static Span range(double[][] values, String norm) {
        Span range = Span.EMPTY;
        for (double[] row : values) {
            range = range.with(Span.of(row, Shades.LOG.equals(norm) ? Scale.LOG : Scale.LINEAR));
        }
        return range.isEmpty()
                ? new Span(0, 1)
                : range.length() == 0 ? new Span(range.lo() - 0.1, range.hi() + 0.1) : range;
    }
}
