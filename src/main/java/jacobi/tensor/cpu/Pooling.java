package jacobi.tensor.cpu;

import java.util.Arrays;

/** Pooling of images: the largest or the mean of what each window sees, with gradients. Mean pooling knows no dilation, as PyTorch's. */
public final class Pooling {
    private Pooling() {}

    /** Work on one line of windows and the line of the image that one element of all of them sees. */
    private interface Line {
        /**
         * Does it.
         *
         * @param plane number of the image's plane, counted over the batch
         * @param y line of the plane
         * @param line number of the line of windows, counted over the batch
         * @param column where the first window's element is; negative in the margin
         * @param from first window whose element is inside the image
         * @param to window after the last such
         */
        void work(int plane, int y, int line, int column, int from, int to);
    }

    /** All lines of windows, with all of their elements in row-major order. */
    private static void lines(Window w, int batch, Line work) {
        int outHeight = w.outHeight(), outWidth = w.outWidth();
        for (int line = 0; line < batch * w.channels() * outHeight; line++) {
            for (int r = 0; r < w.rows(); r++) {
                int y = line % outHeight * w.rowStride() - w.rowPadding() + r * w.rowDilation();
                if (y < 0 || y >= w.height()) continue;
                for (int c = 0; c < w.columns(); c++) {
                    int column = c * w.columnDilation() - w.columnPadding();
                    int from = Window.from(column, w.columnStride());
                    work.work(
                            line / outHeight,
                            y,
                            line,
                            column,
                            from,
                            Window.to(column, w.columnStride(), w.width(), outWidth));
                }
            }
        }
    }

    /** Elements each window counts along an axis: those inside the image, or also those in the margin. */
    private static int[] counts(int places, int size, int stride, int padding, int extent, boolean countMargin) {
        int[] counts = new int[places];
        for (int i = 0; i < places; i++) {
            int start = i * stride - padding;
            counts[i] = countMargin
                    ? Math.min(start + size, extent + padding) - start
                    : Math.min(start + size, extent) - Math.max(start, 0);
        }
        return counts;
    }

    /**
     * Largest number each window sees, channel by channel.
     *
     * @param x (batch, channels, height, width); the margin counts as -Infinity
     * @param out modified: (batch, channels, outHeight, outWidth)
     * @param where modified: for each number of {@code out} its place in the plane, row * width + column; NaN is larger than all
     */
    public static void max2d(Window w, int batch, float[] x, int xAt, float[] out, int outAt, int[] where) {
        int n = w.outWidth(), stride = w.columnStride();
        Arrays.fill(where, -1);
        Arrays.fill(out, outAt, outAt + batch * w.channels() * w.places(), Float.NEGATIVE_INFINITY);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int place = y * w.width() + column, in = xAt + plane * w.height() * w.width() + place, o = line * n;
            for (int j = from; j < to; j++) {
                // Without branches, which random numbers would mispredict.
                float v = x[in + j * stride], best = out[outAt + o + j];
                int before = where[o + j], larger = v > best | v != v | before < 0 ? -1 : 0;
                out[outAt + o + j] = Math.max(best, v);
                where[o + j] = before ^ (before ^ place + j * stride) & larger;
            }
        });
    }

    /** Gradient of {@link #max2d}: adds each number of {@code grad} to {@code xGrad} where the largest was. */
    public static void max2dGrad(
            Window w, int batch, float[] grad, int gradAt, int[] where, float[] xGrad, int xGradAt) {
        int places = w.places(), area = w.height() * w.width();
        for (int plane = 0, o = 0; plane < batch * w.channels(); plane++)
            for (int i = 0; i < places; i++, o++) xGrad[xGradAt + plane * area + where[o]] += grad[gradAt + o];
    }

    /**
     * Mean of what each window sees, channel by channel.
     *
     * @param countMargin whether zeros of the margin count in the mean, as PyTorch's {@code count_include_pad}
     * @param out modified: (batch, channels, outHeight, outWidth)
     */
    public static void mean2d(Window w, boolean countMargin, int batch, float[] x, int xAt, float[] out, int outAt) {
        int n = w.outWidth(), stride = w.columnStride(), all = batch * w.channels() * w.places();
        Arrays.fill(out, outAt, outAt + all, 0);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int in = xAt + (plane * w.height() + y) * w.width() + column, o = outAt + line * n;
            for (int j = from; j < to; j++) out[o + j] += x[in + j * stride];
        });
        divide(w, countMargin, batch, out, outAt, out, outAt);
    }

    /** Gradient of {@link #mean2d}: adds each number of {@code grad}, divided by its window's count, to all it was the mean of. */
    public static void mean2dGrad(
            Window w, boolean countMargin, int batch, float[] grad, int gradAt, float[] xGrad, int xGradAt) {
        int n = w.outWidth(), stride = w.columnStride();
        float[] shares = new float[batch * w.channels() * w.places()];
        divide(w, countMargin, batch, grad, gradAt, shares, 0);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int in = xGradAt + (plane * w.height() + y) * w.width() + column, o = line * n;
            for (int j = from; j < to; j++) xGrad[in + j * stride] += shares[o + j];
        });
    }

    /** Divides a number of each window by what the window counts. */
    private static void divide(Window w, boolean countMargin, int batch, float[] x, int xAt, float[] out, int outAt) {
        int[] rows = counts(w.outHeight(), w.rows(), w.rowStride(), w.rowPadding(), w.height(), countMargin);
        int[] columns = counts(w.outWidth(), w.columns(), w.columnStride(), w.columnPadding(), w.width(), countMargin);
        for (int line = 0, o = 0; line < batch * w.channels() * rows.length; line++, o += columns.length) {
            int count = rows[line % rows.length];
            for (int j = 0; j < columns.length; j++) out[outAt + o + j] = x[xAt + o + j] / (count * columns[j]);
        }
    }

    /**
     * Largest number each window sees, channel by channel.
     *
     * @param x (batch, channels, height, width); the margin counts as -Infinity
     * @param out modified: (batch, channels, outHeight, outWidth)
     * @param where modified: for each number of {@code out} its place in the plane, row * width + column; NaN is larger than all
     */
    public static void max2d(Window w, int batch, double[] x, int xAt, double[] out, int outAt, int[] where) {
        int n = w.outWidth(), stride = w.columnStride();
        Arrays.fill(where, -1);
        Arrays.fill(out, outAt, outAt + batch * w.channels() * w.places(), Double.NEGATIVE_INFINITY);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int place = y * w.width() + column, in = xAt + plane * w.height() * w.width() + place, o = line * n;
            for (int j = from; j < to; j++) {
                // Without branches, which random numbers would mispredict.
                double v = x[in + j * stride], best = out[outAt + o + j];
                int before = where[o + j], larger = v > best | v != v | before < 0 ? -1 : 0;
                out[outAt + o + j] = Math.max(best, v);
                where[o + j] = before ^ (before ^ place + j * stride) & larger;
            }
        });
    }

    /** Gradient of {@link #max2d}: adds each number of {@code grad} to {@code xGrad} where the largest was. */
    public static void max2dGrad(
            Window w, int batch, double[] grad, int gradAt, int[] where, double[] xGrad, int xGradAt) {
        int places = w.places(), area = w.height() * w.width();
        for (int plane = 0, o = 0; plane < batch * w.channels(); plane++)
            for (int i = 0; i < places; i++, o++) xGrad[xGradAt + plane * area + where[o]] += grad[gradAt + o];
    }

    /**
     * Mean of what each window sees, channel by channel.
     *
     * @param countMargin whether zeros of the margin count in the mean, as PyTorch's {@code count_include_pad}
     * @param out modified: (batch, channels, outHeight, outWidth)
     */
    public static void mean2d(Window w, boolean countMargin, int batch, double[] x, int xAt, double[] out, int outAt) {
        int n = w.outWidth(), stride = w.columnStride(), all = batch * w.channels() * w.places();
        Arrays.fill(out, outAt, outAt + all, 0);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int in = xAt + (plane * w.height() + y) * w.width() + column, o = outAt + line * n;
            for (int j = from; j < to; j++) out[o + j] += x[in + j * stride];
        });
        divide(w, countMargin, batch, out, outAt, out, outAt);
    }

    /** Gradient of {@link #mean2d}: adds each number of {@code grad}, divided by its window's count, to all it was the mean of. */
    public static void mean2dGrad(
            Window w, boolean countMargin, int batch, double[] grad, int gradAt, double[] xGrad, int xGradAt) {
        int n = w.outWidth(), stride = w.columnStride();
        double[] shares = new double[batch * w.channels() * w.places()];
        divide(w, countMargin, batch, grad, gradAt, shares, 0);
        lines(w, batch, (plane, y, line, column, from, to) -> {
            int in = xGradAt + (plane * w.height() + y) * w.width() + column, o = line * n;
            for (int j = from; j < to; j++) xGrad[in + j * stride] += shares[o + j];
        });
    }

    /** Divides a number of each window by what the window counts. */
    private static void divide(Window w, boolean countMargin, int batch, double[] x, int xAt, double[] out, int outAt) {
        int[] rows = counts(w.outHeight(), w.rows(), w.rowStride(), w.rowPadding(), w.height(), countMargin);
        int[] columns = counts(w.outWidth(), w.columns(), w.columnStride(), w.columnPadding(), w.width(), countMargin);
        for (int line = 0, o = 0; line < batch * w.channels() * rows.length; line++, o += columns.length) {
            int count = rows[line % rows.length];
            for (int j = 0; j < columns.length; j++) out[outAt + o + j] = x[xAt + o + j] / (count * columns[j]);
        }
    }
}
