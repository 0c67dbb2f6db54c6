package jacobi.tensor.cpu;

import java.util.Arrays;

/** Convolution of images with filters, its gradients, and the windows it is made of (im2col and back). */
public final class Convolution {
    private Convolution() {}

    private static Window part(Window w, int groups) {
        return new Window(
                w.channels() / groups,
                w.height(),
                w.width(),
                w.rows(),
                w.columns(),
                w.rowStride(),
                w.columnStride(),
                w.rowPadding(),
                w.columnPadding(),
                w.rowDilation(),
                w.columnDilation());
    }

    /** Writes what each window sees into the columns of {@code out}, (w.size(), w.places()); zeros outside the image. */
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
                if (w.columnStride() == 1) System.arraycopy(image, x + from, out, o + from, to - from);
                else for (int j = from; j < to; j++) out[o + j] = image[x + j * w.columnStride()];
                Arrays.fill(out, o + to, o + outWidth, 0);
            }
        }
    }

    /** Adds the columns of {@code windows}, (w.size(), w.places()), back to where {@link #windows} took them from: its gradient. */
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
                if (y < 0 || y >= w.height()) continue;
                int x = plane + y * w.width() + column;
                if (w.columnStride() == 1)
                    Arithmetic.add(image, x + from, windows, o + from, image, x + from, to - from);
                else for (int j = from; j < to; j++) image[x + j * w.columnStride()] += windows[o + j];
            }
        }
    }

    /**
     * Cross-correlation of a batch of images with filters, as {@code torch.nn.functional.conv2d}.
     *
     * @param w the window; its channels are all those of an image
     * @param groups parts the channels and filters fall into; a filter sees only its part's channels
     * @param batch images in {@code x}, (batch, channels, height, width)
     * @param filters filters in {@code weight}, (filters, channels / groups, rows, columns)
     * @param bias one number a filter, or null
     * @param out modified: (batch, filters, outHeight, outWidth)
     */
    public static void conv2d(
            Window w,
            int groups,
            int batch,
            int filters,
            float[] x,
            int xAt,
            float[] weight,
            int weightAt,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        float[] seen = new float[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                windows(part, x, xAt + image * w.image() + g * part.image(), seen, 0);
                int o = outAt + (image * filters + g * share) * places;
                if (bias != null)
                    for (int f = 0; f < share; f++)
                        Arrays.fill(out, o + f * places, o + (f + 1) * places, bias[biasAt + g * share + f]);
                Matrices.matmul(
                        share,
                        places,
                        size,
                        weight,
                        weightAt + g * share * size,
                        size,
                        1,
                        seen,
                        0,
                        places,
                        1,
                        out,
                        o,
                        places,
                        bias != null);
            }
        }
    }

    /** Gradient of {@link #conv2d} for its images: adds to {@code xGrad}, (batch, channels, height, width). */
    public static void conv2dInputGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            float[] grad,
            int gradAt,
            float[] weight,
            int weightAt,
            float[] xGrad,
            int xGradAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        float[] seen = new float[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                Matrices.matmul(
                        size,
                        places,
                        share,
                        weight,
                        weightAt + g * share * size,
                        1,
                        size,
                        grad,
                        gradAt + (image * filters + g * share) * places,
                        places,
                        1,
                        seen,
                        0,
                        places,
                        false);
                addWindows(part, seen, 0, xGrad, xGradAt + image * w.image() + g * part.image());
            }
        }
    }

    /** Gradient of {@link #conv2d} for its filters: adds to {@code weightGrad}, (filters, channels / groups, rows, columns). */
    public static void conv2dWeightGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            float[] grad,
            int gradAt,
            float[] x,
            int xAt,
            float[] weightGrad,
            int weightGradAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        float[] seen = new float[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                windows(part, x, xAt + image * w.image() + g * part.image(), seen, 0);
                Matrices.matmul(
                        share,
                        size,
                        places,
                        grad,
                        gradAt + (image * filters + g * share) * places,
                        places,
                        1,
                        seen,
                        0,
                        1,
                        places,
                        weightGrad,
                        weightGradAt + g * share * size,
                        size,
                        true);
            }
        }
    }

    /** Gradient of {@link #conv2d} for its bias: adds the sum over images and places of each filter to {@code biasGrad}. */
    public static void conv2dBiasGrad(
            int batch, int filters, int places, float[] grad, int gradAt, float[] biasGrad, int biasGradAt) {
        for (int image = 0; image < batch; image++)
            for (int f = 0; f < filters; f++)
                biasGrad[biasGradAt + f] += Reductions.sum(grad, gradAt + (image * filters + f) * places, places);
    }

    /** Writes what each window sees into the columns of {@code out}, (w.size(), w.places()); zeros outside the image. */
    public static void windows(Window w, double[] image, int at, double[] out, int outAt) {
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
                if (w.columnStride() == 1) System.arraycopy(image, x + from, out, o + from, to - from);
                else for (int j = from; j < to; j++) out[o + j] = image[x + j * w.columnStride()];
                Arrays.fill(out, o + to, o + outWidth, 0);
            }
        }
    }

    /** Adds the columns of {@code windows}, (w.size(), w.places()), back to where {@link #windows} took them from: its gradient. */
    public static void addWindows(Window w, double[] windows, int at, double[] image, int imageAt) {
        int outHeight = w.outHeight(), outWidth = w.outWidth();
        for (int r = 0, o = at; r < w.size(); r++) {
            int column = r % w.columns() * w.columnDilation() - w.columnPadding();
            int row = r / w.columns() % w.rows() * w.rowDilation() - w.rowPadding();
            int plane = imageAt + r / (w.rows() * w.columns()) * w.height() * w.width();
            int from = Window.from(column, w.columnStride()),
                    to = Window.to(column, w.columnStride(), w.width(), outWidth);
            for (int i = 0; i < outHeight; i++, o += outWidth) {
                int y = row + i * w.rowStride();
                if (y < 0 || y >= w.height()) continue;
                int x = plane + y * w.width() + column;
                if (w.columnStride() == 1)
                    Arithmetic.add(image, x + from, windows, o + from, image, x + from, to - from);
                else for (int j = from; j < to; j++) image[x + j * w.columnStride()] += windows[o + j];
            }
        }
    }

    /**
     * Cross-correlation of a batch of images with filters, as {@code torch.nn.functional.conv2d}.
     *
     * @param w the window; its channels are all those of an image
     * @param groups parts the channels and filters fall into; a filter sees only its part's channels
     * @param batch images in {@code x}, (batch, channels, height, width)
     * @param filters filters in {@code weight}, (filters, channels / groups, rows, columns)
     * @param bias one number a filter, or null
     * @param out modified: (batch, filters, outHeight, outWidth)
     */
    public static void conv2d(
            Window w,
            int groups,
            int batch,
            int filters,
            double[] x,
            int xAt,
            double[] weight,
            int weightAt,
            double[] bias,
            int biasAt,
            double[] out,
            int outAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        double[] seen = new double[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                windows(part, x, xAt + image * w.image() + g * part.image(), seen, 0);
                int o = outAt + (image * filters + g * share) * places;
                if (bias != null)
                    for (int f = 0; f < share; f++)
                        Arrays.fill(out, o + f * places, o + (f + 1) * places, bias[biasAt + g * share + f]);
                Matrices.matmul(
                        share,
                        places,
                        size,
                        weight,
                        weightAt + g * share * size,
                        size,
                        1,
                        seen,
                        0,
                        places,
                        1,
                        out,
                        o,
                        places,
                        bias != null);
            }
        }
    }

    /** Gradient of {@link #conv2d} for its images: adds to {@code xGrad}, (batch, channels, height, width). */
    public static void conv2dInputGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            double[] grad,
            int gradAt,
            double[] weight,
            int weightAt,
            double[] xGrad,
            int xGradAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        double[] seen = new double[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                Matrices.matmul(
                        size,
                        places,
                        share,
                        weight,
                        weightAt + g * share * size,
                        1,
                        size,
                        grad,
                        gradAt + (image * filters + g * share) * places,
                        places,
                        1,
                        seen,
                        0,
                        places,
                        false);
                addWindows(part, seen, 0, xGrad, xGradAt + image * w.image() + g * part.image());
            }
        }
    }

    /** Gradient of {@link #conv2d} for its filters: adds to {@code weightGrad}, (filters, channels / groups, rows, columns). */
    public static void conv2dWeightGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            double[] grad,
            int gradAt,
            double[] x,
            int xAt,
            double[] weightGrad,
            int weightGradAt) {
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        double[] seen = new double[size * places];
        for (int image = 0; image < batch; image++) {
            Poll.now();
            for (int g = 0; g < groups; g++) {
                windows(part, x, xAt + image * w.image() + g * part.image(), seen, 0);
                Matrices.matmul(
                        share,
                        size,
                        places,
                        grad,
                        gradAt + (image * filters + g * share) * places,
                        places,
                        1,
                        seen,
                        0,
                        1,
                        places,
                        weightGrad,
                        weightGradAt + g * share * size,
                        size,
                        true);
            }
        }
    }

    /** Gradient of {@link #conv2d} for its bias: adds the sum over images and places of each filter to {@code biasGrad}. */
    public static void conv2dBiasGrad(
            int batch, int filters, int places, double[] grad, int gradAt, double[] biasGrad, int biasGradAt) {
        for (int image = 0; image < batch; image++)
            for (int f = 0; f < filters; f++)
                biasGrad[biasGradAt + f] += Reductions.sum(grad, gradAt + (image * filters + f) * places, places);
    }
}
