package jacobi.tensor.cpu;

/** Pooling of images: the largest or the mean of what each window sees, with gradients. Mean pooling knows no dilation, as PyTorch's. */
public final class Pooling {
    private Pooling() {}

    /**
     * Largest number each window sees, channel by channel.
     *
     * @param x (batch, channels, height, width); the margin counts as -Infinity
     * @param out modified: (batch, channels, outHeight, outWidth)
     * @param where modified: for each number of {@code out} its place in the plane, row * width + column; NaN is larger than all
     */
    public static void max2d(Window w, int batch, float[] x, int xAt, float[] out, int outAt, int[] where) {
        int outHeight = w.outHeight(), outWidth = w.outWidth(), o = 0;
        for (int plane = 0; plane < batch * w.channels(); plane++) {
            int p = xAt + plane * w.height() * w.width();
            for (int i = 0; i < outHeight; i++) {
                for (int j = 0; j < outWidth; j++, o++) {
                    float best = Float.NEGATIVE_INFINITY;
                    int at = -1;
                    for (int r = 0; r < w.rows(); r++) {
                        int y = i * w.rowStride() - w.rowPadding() + r * w.rowDilation();
                        if (y < 0 || y >= w.height()) continue;
                        for (int c = 0; c < w.columns(); c++) {
                            int z = j * w.columnStride() - w.columnPadding() + c * w.columnDilation();
                            if (z < 0 || z >= w.width()) continue;
                            float v = x[p + y * w.width() + z];
                            if (at < 0 || v > best || v != v) {
                                best = v;
                                at = y * w.width() + z;
                            }
                        }
                    }
                    out[outAt + o] = best;
                    where[o] = at;
                }
            }
        }
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
        mean2d(w, countMargin, batch, x, xAt, out, outAt, false);
    }

    /** Gradient of {@link #mean2d}: adds each number of {@code grad}, divided by its window's count, to all it was the mean of. */
    public static void mean2dGrad(
            Window w, boolean countMargin, int batch, float[] grad, int gradAt, float[] xGrad, int xGradAt) {
        mean2d(w, countMargin, batch, xGrad, xGradAt, grad, gradAt, true);
    }

    /** Walks over all windows; the gradient goes the same way with reading and writing exchanged. */
    private static void mean2d(
            Window w, boolean countMargin, int batch, float[] x, int xAt, float[] out, int outAt, boolean gradient) {
        int outHeight = w.outHeight(), outWidth = w.outWidth(), o = outAt;
        for (int plane = 0; plane < batch * w.channels(); plane++) {
            int p = xAt + plane * w.height() * w.width();
            for (int i = 0; i < outHeight; i++) {
                int top = i * w.rowStride() - w.rowPadding(),
                        y0 = Math.max(top, 0),
                        y1 = Math.min(top + w.rows(), w.height());
                for (int j = 0; j < outWidth; j++, o++) {
                    int left = j * w.columnStride() - w.columnPadding(),
                            x0 = Math.max(left, 0),
                            x1 = Math.min(left + w.columns(), w.width());
                    int count = countMargin
                            ? (Math.min(top + w.rows(), w.height() + w.rowPadding()) - top)
                                    * (Math.min(left + w.columns(), w.width() + w.columnPadding()) - left)
                            : (y1 - y0) * (x1 - x0);
                    if (gradient) {
                        float share = out[o] / count;
                        for (int y = y0; y < y1; y++) for (int z = x0; z < x1; z++) x[p + y * w.width() + z] += share;
                    } else {
                        float sum = 0;
                        for (int y = y0; y < y1; y++) for (int z = x0; z < x1; z++) sum += x[p + y * w.width() + z];
                        out[o] = sum / count;
                    }
                }
            }
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
        int outHeight = w.outHeight(), outWidth = w.outWidth(), o = 0;
        for (int plane = 0; plane < batch * w.channels(); plane++) {
            int p = xAt + plane * w.height() * w.width();
            for (int i = 0; i < outHeight; i++) {
                for (int j = 0; j < outWidth; j++, o++) {
                    double best = Double.NEGATIVE_INFINITY;
                    int at = -1;
                    for (int r = 0; r < w.rows(); r++) {
                        int y = i * w.rowStride() - w.rowPadding() + r * w.rowDilation();
                        if (y < 0 || y >= w.height()) continue;
                        for (int c = 0; c < w.columns(); c++) {
                            int z = j * w.columnStride() - w.columnPadding() + c * w.columnDilation();
                            if (z < 0 || z >= w.width()) continue;
                            double v = x[p + y * w.width() + z];
                            if (at < 0 || v > best || v != v) {
                                best = v;
                                at = y * w.width() + z;
                            }
                        }
                    }
                    out[outAt + o] = best;
                    where[o] = at;
                }
            }
        }
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
        mean2d(w, countMargin, batch, x, xAt, out, outAt, false);
    }

    /** Gradient of {@link #mean2d}: adds each number of {@code grad}, divided by its window's count, to all it was the mean of. */
    public static void mean2dGrad(
            Window w, boolean countMargin, int batch, double[] grad, int gradAt, double[] xGrad, int xGradAt) {
        mean2d(w, countMargin, batch, xGrad, xGradAt, grad, gradAt, true);
    }

    /** Walks over all windows; the gradient goes the same way with reading and writing exchanged. */
    private static void mean2d(
            Window w, boolean countMargin, int batch, double[] x, int xAt, double[] out, int outAt, boolean gradient) {
        int outHeight = w.outHeight(), outWidth = w.outWidth(), o = outAt;
        for (int plane = 0; plane < batch * w.channels(); plane++) {
            int p = xAt + plane * w.height() * w.width();
            for (int i = 0; i < outHeight; i++) {
                int top = i * w.rowStride() - w.rowPadding(),
                        y0 = Math.max(top, 0),
                        y1 = Math.min(top + w.rows(), w.height());
                for (int j = 0; j < outWidth; j++, o++) {
                    int left = j * w.columnStride() - w.columnPadding(),
                            x0 = Math.max(left, 0),
                            x1 = Math.min(left + w.columns(), w.width());
                    int count = countMargin
                            ? (Math.min(top + w.rows(), w.height() + w.rowPadding()) - top)
                                    * (Math.min(left + w.columns(), w.width() + w.columnPadding()) - left)
                            : (y1 - y0) * (x1 - x0);
                    if (gradient) {
                        double share = out[o] / count;
                        for (int y = y0; y < y1; y++) for (int z = x0; z < x1; z++) x[p + y * w.width() + z] += share;
                    } else {
                        double sum = 0;
                        for (int y = y0; y < y1; y++) for (int z = x0; z < x1; z++) sum += x[p + y * w.width() + z];
                        out[o] = sum / count;
                    }
                }
            }
        }
    }
}
