package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * A window sliding over images of (channels, height, width): its size, steps, zero margins and gaps.
 *
 * @param channels channels of an image
 * @param height rows of an image
 * @param width columns of an image
 * @param rows rows of the window
 * @param columns columns of the window
 * @param rowStride step from a window to the one below
 * @param columnStride step from a window to the one beside
 * @param rowPadding margin above and below the image
 * @param columnPadding margin left and right of the image
 * @param rowDilation distance between rows of the window; 1 is none left out
 * @param columnDilation distance between columns of the window
 * @param ceil whether there is also a window that sticks out at the end, where it begins within the image or the margin
 * before it
 */
public record Window(
        int channels,
        int height,
        int width,
        int rows,
        int columns,
        int rowStride,
        int columnStride,
        int rowPadding,
        int columnPadding,
        int rowDilation,
        int columnDilation,
        boolean ceil) {

    /** Windows from top to bottom; below 1 if none fits. */
    public int outHeight() {
        return places(height, rowPadding, rowDilation * (rows - 1) + 1, rowStride, ceil);
    }

    /** Windows from left to right; below 1 if none fits. */
    public int outWidth() {
        return places(width, columnPadding, columnDilation * (columns - 1) + 1, columnStride, ceil);
    }

    /**
     * How many windows an axis has room for; below 1 if none fits.
     *
     * @param extent elements of the axis
     * @param padding margin at both ends
     * @param span from the first to the last element a window sees
     * @param stride step from a window to the next
     * @param ceil whether there is also a window that sticks out at the end
     */
    public static int places(int extent, int padding, int span, int stride, boolean ceil) {
        int room = extent + 2 * padding - span;
        int places = Math.floorDiv(ceil ? room + stride - 1 : room, stride) + 1;
        boolean beyond = ceil && (places - 1) * stride >= extent + padding;
        return beyond ? places - 1 : places;
    }

    /** Places a window can be at. */
    public int places() {
        return outHeight() * outWidth();
    }

    /** Numbers one window sees: channels, rows and columns of it. */
    public int size() {
        return channels * rows * columns;
    }

    /** Numbers of one image. */
    public int image() {
        return channels * height * width;
    }

    /**
     * What the sum in a window is divided by for its mean: the product of a number for its row of windows and one for
     * its column.
     */
    public record Divisors(int[] rows, int[] columns) {}

    /** How many places each window sees inside the image, or also in the margin; without dilation. */
    public Divisors counts(boolean margin) {
        return new Divisors(
                counts(outHeight(), rows, rowStride, rowPadding, height, margin),
                counts(outWidth(), columns, columnStride, columnPadding, width, margin));
    }

    /** One number for all windows, whatever they see. */
    public Divisors divisors(int all) {
        int[] down = new int[outHeight()], across = new int[outWidth()];
        Arrays.fill(down, all);
        Arrays.fill(across, 1);
        return new Divisors(down, across);
    }

    private static int[] counts(int places, int size, int stride, int padding, int extent, boolean margin) {
        int[] counts = new int[places];
        for (int i = 0; i < places; i++) {
            int start = i * stride - padding;
            counts[i] = margin
                    ? Math.min(start + size, extent + padding) - start
                    : Math.min(start + size, extent) - Math.max(start, 0);
        }
        return counts;
    }

    /** The same window over other channels. */
    Window of(int channels) {
        return new Window(
                channels,
                height,
                width,
                rows,
                columns,
                rowStride,
                columnStride,
                rowPadding,
                columnPadding,
                rowDilation,
                columnDilation,
                ceil);
    }

    /**
     * First place along an axis whose window element, {@code offset} from the window's start, falls inside the image.
     */
    static int from(int offset, int stride) {
        return offset >= 0 ? 0 : (-offset + stride - 1) / stride;
    }

    /** Place after the last one along an axis whose window element falls inside the image; not below {@link #from}. */
    static int to(int offset, int stride, int extent, int places) {
        int last = extent - 1 - offset;
        return last < 0 ? from(offset, stride) : Math.max(from(offset, stride), Math.min(places, last / stride + 1));
    }
}
