package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * Pooling of images: the largest or the mean of what each window sees, with gradients. Mean pooling knows no dilation,
 * as PyTorch's.
 */
public final class Pooling {
    private Pooling() {}

    // for float, double and either:
    /**
     * Mean of what each window sees, channel by channel.
     *
     * @param by what the sum of each window is divided by
     * @param out modified: (batch, channels, outHeight, outWidth)
     */
    public static void mean2d(Window w, Window.Divisors by, int batch, float[] x, int xAt, float[] out, int outAt) {
        int lines = w.outHeight(), n = w.outWidth(), step = w.columnStride(), area = w.height() * w.width();
        int[] rows = by.rows(), columns = by.columns();
        WindowLines.of(w, batch, (seen, p) -> {
            int plane = xAt + p * area, o = outAt + p * lines * n;
            for (int line = 0; line < lines; line++, o += n) {
                seen.line(line);
                if (seen.pairs()) {
                    int i = plane + seen.start(0, 0), below = i + w.width();
                    float divisor = rows[line] * columns[0];
                    for (int j = 0; j < n; j++) {
                        float sum = 0 + x[i + 2 * j] + x[i + 2 * j + 1] + x[below + 2 * j] + x[below + 2 * j + 1];
                        out[o + j] = sum / divisor;
                    }
                    continue;
                }
                Arrays.fill(out, o, o + n, 0);
                for (int r = seen.top(); r < seen.bottom(); r++) {
                    for (int c = 0; c < w.columns(); c++) {
                        int i = plane + seen.start(r, c);
                        for (int j = seen.from(c), end = seen.to(c); j < end; j++) {
                            out[o + j] += x[i + j * step];
                        }
                    }
                }
                for (int j = 0; j < n; j++) {
                    out[o + j] /= rows[line] * columns[j];
                }
            }
        });
    }

    /**
     * Gradient of {@link #mean2d}: adds each number of {@code grad}, divided as its window's sum, to all it was the
     * mean of.
     */
    public static void mean2dGrad(
            Window w, Window.Divisors by, int batch, float[] grad, int gradAt, float[] xGrad, int xGradAt) {
        int lines = w.outHeight(), n = w.outWidth(), step = w.columnStride(), area = w.height() * w.width();
        int[] rows = by.rows(), columns = by.columns();
        WindowLines.of(w, batch, (seen, p) -> {
            int plane = xGradAt + p * area, o = gradAt + p * lines * n;
            float[] shares = new float[n];
            for (int line = 0; line < lines; line++, o += n) {
                seen.line(line);
                if (seen.pairs()) {
                    int i = plane + seen.start(0, 0), below = i + w.width();
                    float divisor = rows[line] * columns[0];
                    for (int j = 0; j < n; j++) {
                        float share = grad[o + j] / divisor;
                        xGrad[i + 2 * j] += share;
                        xGrad[i + 2 * j + 1] += share;
                        xGrad[below + 2 * j] += share;
                        xGrad[below + 2 * j + 1] += share;
                    }
                    continue;
                }
                for (int j = 0; j < n; j++) {
                    shares[j] = grad[o + j] / (rows[line] * columns[j]);
                }
                for (int r = seen.top(); r < seen.bottom(); r++) {
                    for (int c = 0; c < w.columns(); c++) {
                        int i = plane + seen.start(r, c);
                        for (int j = seen.from(c), end = seen.to(c); j < end; j++) {
                            xGrad[i + j * step] += shares[j];
                        }
                    }
                }
            }
        });
    }

    /**
     * All bits set if v is larger than the best so far or NaN, else none: without branches, which random numbers would
     * mispredict.
     */
    private static int larger(float v, float best) {
        return v > best | v != v ? -1 : 0;
    }

    /**
     * Largest number each window sees, channel by channel.
     *
     * @param x (batch, channels, height, width); the margin counts as -Infinity
     * @param out modified: (batch, channels, outHeight, outWidth)
     * @param where modified: for each number of {@code out} its place in the batch, counted from {@code xAt}; NaN is
     * larger than all
     */
    public static void max2d(Window w, int batch, float[] x, int xAt, float[] out, int outAt, int[] where) {
        int lines = w.outHeight(), n = w.outWidth(), step = w.columnStride(), area = w.height() * w.width();
        WindowLines.of(w, batch, (seen, p) -> {
            for (int line = 0, o = p * lines * n; line < lines; line++, o += n) {
                seen.line(line);
                if (seen.pairs()) {
                    int i = p * area + seen.start(0, 0), below = i + w.width();
                    for (int j = 0; j < n; j++) {
                        int place = i + 2 * j;
                        float best = x[xAt + place];
                        for (int k = 1; k < 4; k++) {
                            int next = (k < 2 ? i : below) + 2 * j + (k & 1);
                            float v = x[xAt + next];
                            place ^= (place ^ next) & larger(v, best);
                            best = Math.max(best, v);
                        }
                        out[outAt + o + j] = best;
                        where[o + j] = place;
                    }
                    continue;
                }
                Arrays.fill(where, o, o + n, -1);
                Arrays.fill(out, outAt + o, outAt + o + n, Float.NEGATIVE_INFINITY);
                for (int r = seen.top(); r < seen.bottom(); r++) {
                    for (int c = 0; c < w.columns(); c++) {
                        int place = p * area + seen.start(r, c);
                        for (int j = seen.from(c), end = seen.to(c); j < end; j++) {
                            float v = x[xAt + place + j * step], best = out[outAt + o + j];
                            int before = where[o + j];
                            out[outAt + o + j] = Math.max(best, v);
                            where[o + j] = before ^ (before ^ place + j * step) & (larger(v, best) | before >> 31);
                        }
                    }
                }
            }
        });
    }
    // end for
}
