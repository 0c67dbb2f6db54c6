package jacobi.plot.mark;

import jacobi.display.image.Png;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.RichText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A grid of numbers shown as colours, or a picture in colours of its own; the first row is at the top. */
public final class Image implements Mark {
    private final double[][] values;
    private final int[] pixels;
    private final int rows;
    private final int columns;
    private final ColorMap map;
    private final Span range;
    private final boolean written;
    private final Look look = new Look("C0").order(0);

    /**
     * Numbers as colours.
     *
     * @param range the numbers of the first and the last colour
     * @param written whether each cell says its number
     */
    public Image(double[][] values, ColorMap map, Span range, boolean written) {
        this(values, null, values.length, values[0].length, map, range, written);
    }

    /** A picture of {@code 0xAARRGGBB} pixels, row by row. */
    public Image(int[] pixels, int rows, int columns) {
        this(null, pixels, rows, columns, null, Span.EMPTY, false);
    }

    private Image(double[][] values, int[] pixels, int rows, int columns, ColorMap map, Span range, boolean written) {
        this.values = values;
        this.pixels = pixels;
        this.rows = rows;
        this.columns = columns;
        this.map = map;
        this.range = range;
        this.written = written;
    }

    @Override
    public String kind() {
        return "image of " + rows + " × " + columns;
    }

    @Override
    public Look look() {
        return look;
    }

    /** Numbers stand at the middle of their cells, as matplotlib has them. */
    @Override
    public Extent extent(Scale x, Scale y) {
        return new Extent(new Span(-0.5, columns - 0.5), new Span(-0.5, rows - 0.5), Extent.ALL);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        double left = plane.x(-0.5);
        double right = plane.x(columns - 0.5);
        double first = plane.y(-0.5);
        double last = plane.y(rows - 0.5);
        Box box = new Box(left, Math.min(first, last), right - left, Math.abs(last - first));
        canvas.image(png(first > last), box);
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
        double value = values[row][column];
        return Double.isNaN(value) ? 0 : 0xff000000 | map.colors()[ColorMap.level(place(value))];
    }

    private double place(double value) {
        return range.length() == 0 ? 0 : (value - range.lo()) / range.length();
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
        String text = new java.math.BigDecimal(Double.isFinite(value) ? value : 0)
                .setScale(decimals, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
        return Double.isFinite(value) ? text.replace('-', '\u2212') : value > 0 ? "∞" : "\u2212∞";
    }

    /** Whether white text reads better than black: the weights are those of ITU-R BT.601. */
    private static boolean isDark(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 140;
    }

    @Override
    public Optional<Key> key() {
        return map == null ? Optional.empty() : Optional.of(new Key(map, range, List.of()));
    }

    @Override
    public Mark with(ColorMap other) {
        return values == null ? Mark.super.with(other) : new Image(values, other, range, written);
    }

    @Override
    public Mark over(Span numbers) {
        return values == null ? Mark.super.over(numbers) : new Image(values, map, numbers, written);
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData square = new PathData().rectangle(box.left(), box.top(), box.width(), box.height());
        canvas.fill(square, map == null ? "none" : map.at(0.5), 1);
    }
}
