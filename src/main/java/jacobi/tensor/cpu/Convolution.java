package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/** Convolution of images with filters, and its gradients. */
public final class Convolution {
    private Convolution() {}

    private static Window part(Window w, int groups) {
        return w.of(w.channels() / groups, w.height(), w.width(), w.rowPadding(), w.columnPadding());
    }

    /**
     * The window with which the gradient of the result is convolved to give that of the images: the same, over {@code filters} channels, with the margin that
     * gives back the image's size; null where steps or margins do not allow it.
     */
    private static Window backwards(Window w, int filters) {
        int rows = w.rowDilation() * (w.rows() - 1) - w.rowPadding(),
                columns = w.columnDilation() * (w.columns() - 1) - w.columnPadding();
        if (w.rowStride() != 1 || w.columnStride() != 1 || rows < 0 || columns < 0) return null;
        Window back = w.of(filters, w.outHeight(), w.outWidth(), rows, columns);
        return FloatConvolution.serves(back) ? back : null;
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
        int places = w.places();
        Objects.checkFromIndexSize(xAt, batch * w.image(), x.length);
        Objects.checkFromIndexSize(weightAt, filters / groups * w.size(), weight.length);
        Objects.checkFromIndexSize(outAt, batch * filters * places, out.length);
        Window part = part(w, groups);
        int size = part.size(), share = filters / groups;
        boolean direct = FloatConvolution.serves(w);
        for (int i = 0, o = outAt; !direct && i < batch * filters; i++, o += places)
            Arrays.fill(out, o, o + places, bias == null ? 0 : bias[biasAt + i % filters]);
        for (int g = 0; g < groups; g++) {
            int xPart = xAt + g * part.image(), kernel = weightAt + g * share * size, to = outAt + g * share * places;
            if (direct) {
                int b = biasAt + g * share;
                FloatConvolution.convolve(
                        part, batch, share, x, xPart, w.image(), weight, kernel, bias, b, out, to, filters * places);
            } else {
                Cores.run(batch, i -> {
                    float[] seen = new float[size * places];
                    Windows.windows(part, x, xPart + i * w.image(), seen, 0);
                    Matrices.matmul(
                            share,
                            places,
                            size,
                            weight,
                            kernel,
                            size,
                            1,
                            seen,
                            0,
                            places,
                            1,
                            out,
                            to + i * filters * places,
                            places,
                            true);
                });
            }
        }
    }

    /** Gradient of {@link #conv2d} for its images: writes {@code xGrad}, (batch, channels, height, width), which is 0 before. */
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
        Window part = part(w, groups), back = backwards(part, filters / groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        Objects.checkFromIndexSize(gradAt, batch * filters * places, grad.length);
        Objects.checkFromIndexSize(weightAt, filters * size, weight.length);
        Objects.checkFromIndexSize(xGradAt, batch * w.image(), xGrad.length);
        for (int g = 0; g < groups; g++) {
            int kernel = weightAt + g * share * size,
                    from = gradAt + g * share * places,
                    to = xGradAt + g * part.image();
            if (back != null) {
                float[] turned = turned(part, share, weight, kernel);
                FloatConvolution.convolve(
                        back,
                        batch,
                        part.channels(),
                        grad,
                        from,
                        filters * places,
                        turned,
                        0,
                        null,
                        0,
                        xGrad,
                        to,
                        w.image());
            } else {
                Cores.run(batch, i -> {
                    float[] seen = new float[size * places];
                    Matrices.matmul(
                            size,
                            places,
                            share,
                            weight,
                            kernel,
                            1,
                            size,
                            grad,
                            from + i * filters * places,
                            places,
                            1,
                            seen,
                            0,
                            places,
                            false);
                    Windows.addWindows(part, seen, 0, xGrad, to + i * w.image());
                });
            }
        }
    }

    /** Filters from the gradient's side: (channels, filters, rows, columns), each turned by half a turn. */
    private static float[] turned(Window w, int filters, float[] weight, int at) {
        int area = w.rows() * w.columns();
        float[] out = new float[filters * w.size()];
        for (int f = 0; f < filters; f++)
            for (int c = 0; c < w.channels(); c++)
                for (int r = 0; r < area; r++)
                    out[(c * filters + f) * area + area - 1 - r] = weight[at + (f * w.channels() + c) * area + r];
        return out;
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
        Objects.checkFromIndexSize(gradAt, batch * filters * places, grad.length);
        Objects.checkFromIndexSize(xAt, batch * w.image(), x.length);
        Objects.checkFromIndexSize(weightGradAt, filters * size, weightGrad.length);
        for (int g = 0; g < groups; g++) {
            int from = gradAt + g * share * places,
                    xPart = xAt + g * part.image(),
                    to = weightGradAt + g * share * size;
            if (FloatConvolution.serves(w)) {
                FloatConvolution.addWeightGradient(
                        part, batch, share, grad, from, filters * places, x, xPart, w.image(), weightGrad, to);
                continue;
            }
            float[] seen = new float[size * places];
            for (int i = 0; i < batch; i++) {
                Poll.now();
                Windows.windows(part, x, xPart + i * w.image(), seen, 0);
                Matrices.matmul(
                        share,
                        size,
                        places,
                        grad,
                        from + i * filters * places,
                        places,
                        1,
                        seen,
                        0,
                        1,
                        places,
                        weightGrad,
                        to,
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
        int places = w.places();
        Objects.checkFromIndexSize(xAt, batch * w.image(), x.length);
        Objects.checkFromIndexSize(weightAt, filters / groups * w.size(), weight.length);
        Objects.checkFromIndexSize(outAt, batch * filters * places, out.length);
        Window part = part(w, groups);
        int size = part.size(), share = filters / groups;
        boolean direct = DoubleConvolution.serves(w);
        for (int i = 0, o = outAt; !direct && i < batch * filters; i++, o += places)
            Arrays.fill(out, o, o + places, bias == null ? 0 : bias[biasAt + i % filters]);
        for (int g = 0; g < groups; g++) {
            int xPart = xAt + g * part.image(), kernel = weightAt + g * share * size, to = outAt + g * share * places;
            if (direct) {
                int b = biasAt + g * share;
                DoubleConvolution.convolve(
                        part, batch, share, x, xPart, w.image(), weight, kernel, bias, b, out, to, filters * places);
            } else {
                Cores.run(batch, i -> {
                    double[] seen = new double[size * places];
                    Windows.windows(part, x, xPart + i * w.image(), seen, 0);
                    Matrices.matmul(
                            share,
                            places,
                            size,
                            weight,
                            kernel,
                            size,
                            1,
                            seen,
                            0,
                            places,
                            1,
                            out,
                            to + i * filters * places,
                            places,
                            true);
                });
            }
        }
    }

    /** Gradient of {@link #conv2d} for its images: writes {@code xGrad}, (batch, channels, height, width), which is 0 before. */
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
        Window part = part(w, groups), back = backwards(part, filters / groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        Objects.checkFromIndexSize(gradAt, batch * filters * places, grad.length);
        Objects.checkFromIndexSize(weightAt, filters * size, weight.length);
        Objects.checkFromIndexSize(xGradAt, batch * w.image(), xGrad.length);
        for (int g = 0; g < groups; g++) {
            int kernel = weightAt + g * share * size,
                    from = gradAt + g * share * places,
                    to = xGradAt + g * part.image();
            if (back != null) {
                double[] turned = turned(part, share, weight, kernel);
                DoubleConvolution.convolve(
                        back,
                        batch,
                        part.channels(),
                        grad,
                        from,
                        filters * places,
                        turned,
                        0,
                        null,
                        0,
                        xGrad,
                        to,
                        w.image());
            } else {
                Cores.run(batch, i -> {
                    double[] seen = new double[size * places];
                    Matrices.matmul(
                            size,
                            places,
                            share,
                            weight,
                            kernel,
                            1,
                            size,
                            grad,
                            from + i * filters * places,
                            places,
                            1,
                            seen,
                            0,
                            places,
                            false);
                    Windows.addWindows(part, seen, 0, xGrad, to + i * w.image());
                });
            }
        }
    }

    /** Filters from the gradient's side: (channels, filters, rows, columns), each turned by half a turn. */
    private static double[] turned(Window w, int filters, double[] weight, int at) {
        int area = w.rows() * w.columns();
        double[] out = new double[filters * w.size()];
        for (int f = 0; f < filters; f++)
            for (int c = 0; c < w.channels(); c++)
                for (int r = 0; r < area; r++)
                    out[(c * filters + f) * area + area - 1 - r] = weight[at + (f * w.channels() + c) * area + r];
        return out;
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
        Objects.checkFromIndexSize(gradAt, batch * filters * places, grad.length);
        Objects.checkFromIndexSize(xAt, batch * w.image(), x.length);
        Objects.checkFromIndexSize(weightGradAt, filters * size, weightGrad.length);
        for (int g = 0; g < groups; g++) {
            int from = gradAt + g * share * places,
                    xPart = xAt + g * part.image(),
                    to = weightGradAt + g * share * size;
            if (DoubleConvolution.serves(w)) {
                DoubleConvolution.addWeightGradient(
                        part, batch, share, grad, from, filters * places, x, xPart, w.image(), weightGrad, to);
                continue;
            }
            double[] seen = new double[size * places];
            for (int i = 0; i < batch; i++) {
                Poll.now();
                Windows.windows(part, x, xPart + i * w.image(), seen, 0);
                Matrices.matmul(
                        share,
                        size,
                        places,
                        grad,
                        from + i * filters * places,
                        places,
                        1,
                        seen,
                        0,
                        1,
                        places,
                        weightGrad,
                        to,
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
