package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.display.image.Png;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.Numerals;
import jacobi.plot.text.RichText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A grid of numbers shown as colours, or a picture in colours of its own; the first row is at the top.
 *
 * @param values the numbers, row by row; null of a picture in colours of its own
 * @param pixels {@code 0xAARRGGBB}, row by row; null of numbers
 * @param shades which colour means which number
 * @param written whether each cell says its number
 */
public record Image(
        double[][] values, int[] pixels, int rows, int columns, Shades shades, boolean written, Place place, Look look)
        implements Mark {
    /**
     * Where an image stands and how.
     *
     * @param x from the left edge of the first column to the right edge of the last
     * @param y from the edge of the first row to that of the last
     * @param smooth whether pixels are mixed where the image is shown larger or smaller than it is
     */
    public record Place(Span x, Span y, boolean rowsUpwards, boolean smooth) {
        /** Cells of one unit whose middles are at whole numbers. */
        public static Place cells(int rows, int columns) {
            return new Place(new Span(-0.5, columns - 0.5), new Span(-0.5, rows - 0.5), false, false);
        }
    }

    /**
     * Numbers as colours.
     *
     * @param written whether each cell says its number
     */
    public Image(double[][] values, Shades shades, boolean written) {
        this(values, null, values.length, values[0].length, shades, written, null, new Look("C0").order(0));
    }

    /** A picture of {@code 0xAARRGGBB} pixels, row by row. */
    public Image(int[] pixels, int rows, int columns) {
        this(null, pixels, rows, columns, null, false, null, new Look("C0").order(0));
    }

    public Image {
        place = place == null ? Place.cells(rows, columns) : place;
    }

    /** The same image at another place. */
    public Image at(Place other) {
        return new Image(values, pixels, rows, columns, shades, written, other, look);
    }

    /** The red, green and blue of each pixel of a picture, from 0 to 1, in rows, columns and channels. */
    public double[][][] channels() {
        double[][][] channels = new double[rows][columns][3];
        for (int i = 0; i < rows * columns; i++) {
            int color = color(i / columns, i % columns);
            for (int c = 0; c < 3; c++) {
                channels[i / columns][i % columns][c] = (color >> 16 - 8 * c & 255) / 255.0;
            }
        }
        return channels;
    }

    @Override
    public String kind() {
        return say("plot.mark.image", "rows", rows, "columns", columns);
    }

    /** Numbers stand at the middle of their cells, as matplotlib has them. */
    @Override
    public Extent extent(Scale x, Scale y) {
        return new Extent(place.x(), place.y(), Extent.ALL);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double left = plane.x(place.x().lo());
        double right = plane.x(place.x().hi());
        double first = plane.y(
                place.rowsUpwards() || plane.downwards()
                        ? place.y().lo()
                        : place.y().hi());
        double last = plane.y(
                place.rowsUpwards() || plane.downwards()
                        ? place.y().hi()
                        : place.y().lo());
        Box box = new Box(Math.min(left, right), Math.min(first, last), Math.abs(right - left), Math.abs(last - first));
        if (look.alpha < 1) {
            canvas.svg().open("g").attr("opacity", look.alpha).newline();
        }
        canvas.image(png(first > last), box, place.smooth());
        if (look.alpha < 1) {
            canvas.svg().close().newline();
        }
        if (written) {
            write(canvas, plane);
        }
    }

    /** @param flipped whether the first row is at the bottom */
    private byte[] png(boolean flipped) {
        int[] colors = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = flipped ? rows - 1 - row : row;
                colors[row * columns + column] = color(from, column);
            }
        }
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        byte[] indices = new byte[colors.length];
        for (int i = 0; i < colors.length; i++) {
            Integer index = colors[i] >>> 24 == 255 ? palette.computeIfAbsent(colors[i], c -> palette.size()) : null;
            if (index == null || index > 255) {
                return Png.argb(columns, rows, colors);
            }
            indices[i] = index.byteValue();
        }
        return Png.indexed(
                columns,
                rows,
                indices,
                palette.keySet().stream().mapToInt(c -> c).toArray());
    }

    private int color(int row, int column) {
        if (pixels != null) {
            return pixels[row * columns + column];
        }
        return shades.argb(values[row][column]);
    }

    /** The numbers of the cells, dark on light and light on dark. */
    private void write(Canvas canvas, Plane plane) {
        double cell = plane.box().width() / columns;
        int decimals = decimals();
        double size = 8;
        for (double[] row : values) {
            for (double value : row) {
                size = Math.min(
                        size,
                        8 * 0.85 * cell / RichText.plain(text(value, decimals)).width(8));
            }
        }
        size = Math.round(Math.min(size, plane.box().height() / rows * 0.7) * 100) / 100.0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[row][column];
                if (!Double.isNaN(value)) {
                    canvas.text(
                            RichText.plain(text(value, decimals)),
                            plane.x(column),
                            plane.y(row) + size * 0.36,
                            size,
                            Canvas.Anchor.MIDDLE,
                            0,
                            isDark(color(row, column)) ? "#ffffff" : "#000000");
                }
            }
        }
    }

    /** Two decimals for fractions, none for whole numbers. */
    private int decimals() {
        for (double[] row : values) {
            for (double value : row) {
                if (Double.isFinite(value) && value != Math.rint(value)) {
                    return 2;
                }
            }
        }
        return 0;
    }

    private static String text(double value, int decimals) {
        return Numerals.fixed(value, decimals);
    }

    /** Whether white text reads better than black: the weights are those of ITU-R BT.601. */
    private static boolean isDark(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 140;
    }

    @Override
    public Optional<Key> key() {
        return shades == null ? Optional.empty() : Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return values == null ? Mark.super.with(other) : shaded(shades.with(other));
    }

    @Override
    public Mark over(Span numbers) {
        return values == null ? Mark.super.over(numbers) : shaded(shades.over(numbers));
    }

    private Image shaded(Shades other) {
        return new Image(values, null, rows, columns, other, written, place, look);
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData square = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        canvas.fill(square, shades == null ? "none" : shades.map().at(0.5), 1);
    }
}
