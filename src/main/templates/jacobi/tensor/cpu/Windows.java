package jacobi.tensor.cpu;

import java.util.Arrays;

/** What each window over an image sees, as columns of a matrix (im2col), and the way back. */
public final class Windows {
    private Windows() {}

    // for float, double and either:
    /**
     * Writes what each window sees into the columns of {@code out}, (w.size(), w.places()); zeros outside the image.
     */
    public static void windows(Window w, float[] image, int at, float[] out, int outAt) {
        int outHeight = w.outHeight(), outWidth = w.outWidth();
        for (int r = 0, o = outAt; r < w.size(); r++) {
            int column = r % w.columns() * w.columnDilation() - w.columnPadding();
            int row = r / w.columns() % w.rows() * w.rowDilation() - w.rowPadding();
            int plane = at + r / (w.rows() * w.columns()) * w.height() * w.width();
            int from = Window.from(column, w.columnStride()),
                    to = Window.to(column, w.columnStride(), w.width(), outWidth);
            for (int i = 0; i < outHeight; i++, o += outWidth) {
                int y = row + i * w.rowStride();
                if (y < 0 || y >= w.height()) {
                    Arrays.fill(out, o, o + outWidth, 0);
                    continue;
                }
                Arrays.fill(out, o, o + from, 0);
                int x = plane + y * w.width() + column;
                if (w.columnStride() == 1) {
                    System.arraycopy(image, x + from, out, o + from, to - from);
                } else {
                    for (int j = from; j < to; j++) {
                        out[o + j] = image[x + j * w.columnStride()];
                    }
                }
                Arrays.fill(out, o + to, o + outWidth, 0);
            }
        }
    }

    /**
     * Adds the columns of {@code windows}, (w.size(), w.places()), back to where {@link #windows} took them from: its
     * gradient.
     */
    public static void addWindows(Window w, float[] windows, int at, float[] image, int imageAt) {
        int outHeight = w.outHeight(), outWidth = w.outWidth();
        for (int r = 0, o = at; r < w.size(); r++) {
            int column = r % w.columns() * w.columnDilation() - w.columnPadding();
            int row = r / w.columns() % w.rows() * w.rowDilation() - w.rowPadding();
            int plane = imageAt + r / (w.rows() * w.columns()) * w.height() * w.width();
            int from = Window.from(column, w.columnStride()),
                    to = Window.to(column, w.columnStride(), w.width(), outWidth);
            for (int i = 0; i < outHeight; i++, o += outWidth) {
                int y = row + i * w.rowStride();
                if (y < 0 || y >= w.height()) {
                    continue;
                }
                int x = plane + y * w.width() + column;
                if (w.columnStride() == 1) {
                    Arithmetic.add(image, x + from, windows, o + from, image, x + from, to - from);
                } else {
                    for (int j = from; j < to; j++) {
                        image[x + j * w.columnStride()] += windows[o + j];
                    }
                }
            }
        }
    }
    // end for
}
