package jacobi.tensor.cpu;

import java.util.Objects;

/** Convolution of images with filters, and its gradients. */
public final class Convolution {
    private Convolution() {}

    private static Window part(Window w, int groups) {
        return w.of(w.channels() / groups, w.height(), w.width(), w.rowPadding(), w.columnPadding());
    }

    /**
     * The window with which the gradient of the result is convolved to give that of the images: the same, over {@code
     * filters} channels, with the margin that gives back the image's size; null where steps or margins do not allow it.
     */
    private static Window backwards(Window w, int filters) {
        int rows = w.rowDilation() * (w.rows() - 1) - w.rowPadding(),
                columns = w.columnDilation() * (w.columns() - 1) - w.columnPadding();
        if (w.rowStride() != 1 || w.columnStride() != 1 || rows < 0 || columns < 0) {
            return null;
        }
        Window back = w.of(filters, w.outHeight(), w.outWidth(), rows, columns);
        return DirectConvolution.serves(back) ? back : null;
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
    public static <A> void conv2d(
            Window w,
            int groups,
            int batch,
            int filters,
            A x,
            int xAt,
            A weight,
            int weightAt,
            A bias,
            int biasAt,
            A out,
            int outAt) {
        Kernels<A> kernels = Kernels.of(out);
        int places = w.places();
        Objects.checkFromIndexSize(xAt, batch * w.image(), kernels.length(x));
        Objects.checkFromIndexSize(weightAt, filters / groups * w.size(), kernels.length(weight));
        Objects.checkFromIndexSize(outAt, batch * filters * places, kernels.length(out));
        Window part = part(w, groups);
        int size = part.size(), share = filters / groups;
        boolean direct = DirectConvolution.serves(w);
        for (int i = 0, o = outAt; !direct && i < batch * filters; i++, o += places) {
            kernels.fill(out, o, o + places, bias, biasAt + i % filters);
        }
        for (int g = 0; g < groups; g++) {
            int xPart = xAt + g * part.image(), kernel = weightAt + g * share * size, to = outAt + g * share * places;
            if (direct) {
                int b = biasAt + g * share;
                DirectConvolution.convolve(
                        kernels,
                        part,
                        batch,
                        share,
                        x,
                        xPart,
                        w.image(),
                        weight,
                        kernel,
                        bias,
                        b,
                        out,
                        to,
                        filters * places);
            } else {
                Cores.run(batch, i -> {
                    A seen = kernels.array(size * places);
                    kernels.windows(part, x, xPart + i * w.image(), seen, 0);
                    kernels.matmul(
                            share,
                            places,
                            size,
                            new Matrix<>(weight, kernel, size, 1),
                            new Matrix<>(seen, 0, places, 1),
                            new Matrix<>(out, to + i * filters * places, places, 1),
                            true);
                });
            }
        }
    }

    /**
     * Gradient of {@link #conv2d} for its images: writes {@code xGrad}, (batch, channels, height, width), which is 0
     * before.
     */
    public static <A> void conv2dInputGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            A grad,
            int gradAt,
            A weight,
            int weightAt,
            A xGrad,
            int xGradAt) {
        Kernels<A> kernels = Kernels.of(xGrad);
        Window part = part(w, groups), back = backwards(part, filters / groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        Objects.checkFromIndexSize(gradAt, batch * filters * places, kernels.length(grad));
        Objects.checkFromIndexSize(weightAt, filters * size, kernels.length(weight));
        Objects.checkFromIndexSize(xGradAt, batch * w.image(), kernels.length(xGrad));
        for (int g = 0; g < groups; g++) {
            int kernel = weightAt + g * share * size,
                    from = gradAt + g * share * places,
                    to = xGradAt + g * part.image();
            if (back != null) {
                A turned = turned(kernels, part, share, weight, kernel);
                DirectConvolution.convolve(
                        kernels,
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
                    A seen = kernels.array(size * places);
                    kernels.matmul(
                            size,
                            places,
                            share,
                            new Matrix<>(weight, kernel, 1, size),
                            new Matrix<>(grad, from + i * filters * places, places, 1),
                            new Matrix<>(seen, 0, places, 1),
                            false);
                    kernels.addWindows(part, seen, 0, xGrad, to + i * w.image());
                });
            }
        }
    }

    /** Filters from the gradient's side: (channels, filters, rows, columns), each turned by half a turn. */
    private static <A> A turned(Kernels<A> kernels, Window w, int filters, A weight, int at) {
        int area = w.rows() * w.columns();
        A out = kernels.array(filters * w.size());
        for (int f = 0; f < filters; f++) {
            for (int c = 0; c < w.channels(); c++) {
                for (int r = 0; r < area; r++) {
                    kernels.copy(
                            weight,
                            at + (f * w.channels() + c) * area + r,
                            out,
                            (c * filters + f) * area + area - 1 - r,
                            1);
                }
            }
        }
        return out;
    }

    /**
     * Gradient of {@link #conv2d} for its filters: adds to {@code weightGrad}, (filters, channels / groups, rows,
     * columns).
     */
    public static <A> void conv2dWeightGrad(
            Window w,
            int groups,
            int batch,
            int filters,
            A grad,
            int gradAt,
            A x,
            int xAt,
            A weightGrad,
            int weightGradAt) {
        Kernels<A> kernels = Kernels.of(weightGrad);
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        Objects.checkFromIndexSize(gradAt, batch * filters * places, kernels.length(grad));
        Objects.checkFromIndexSize(xAt, batch * w.image(), kernels.length(x));
        Objects.checkFromIndexSize(weightGradAt, filters * size, kernels.length(weightGrad));
        for (int g = 0; g < groups; g++) {
            int from = gradAt + g * share * places,
                    xPart = xAt + g * part.image(),
                    to = weightGradAt + g * share * size;
            if (DirectConvolution.serves(w)) {
                DirectConvolution.addWeightGradient(
                        kernels, part, batch, share, grad, from, filters * places, x, xPart, w.image(), weightGrad, to);
                continue;
            }
            A seen = kernels.array(size * places);
            for (int i = 0; i < batch; i++) {
                Poll.now();
                kernels.windows(part, x, xPart + i * w.image(), seen, 0);
                kernels.matmul(
                        share,
                        size,
                        places,
                        new Matrix<>(grad, from + i * filters * places, places, 1),
                        new Matrix<>(seen, 0, 1, places),
                        new Matrix<>(weightGrad, to, size, 1),
                        true);
            }
        }
    }

    // for float, double and either:
    /**
     * Gradient of {@link #conv2d} for its bias: adds the sum over images and places of each filter to {@code biasGrad}.
     */
    public static void conv2dBiasGrad(
            int batch, int filters, int places, float[] grad, int gradAt, float[] biasGrad, int biasGradAt) {
        for (int image = 0; image < batch; image++) {
            for (int f = 0; f < filters; f++) {
                biasGrad[biasGradAt + f] += Reductions.sum(grad, gradAt + (image * filters + f) * places, places);
            }
        }
    }
    // end for
}
