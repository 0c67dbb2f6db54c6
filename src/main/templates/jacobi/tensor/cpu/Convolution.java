package jacobi.tensor.cpu;

import java.util.Objects;

/** Convolution of images with filters, and its gradients. */
public final class Convolution {
    private Convolution() {}

    private static Window part(Window w, int groups) {
        return w.of(w.channels() / groups);
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
        int share = filters / groups;
        for (int g = 0; g < groups; g++) {
            DirectConvolution.convolve(
                    kernels,
                    part,
                    batch,
                    share,
                    x,
                    xAt + g * part.image(),
                    w.image(),
                    weight,
                    weightAt + g * share * part.size(),
                    bias,
                    biasAt + g * share,
                    out,
                    outAt + g * share * places,
                    filters * places);
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
        Window part = part(w, groups);
        int size = part.size(), places = w.places(), share = filters / groups;
        Objects.checkFromIndexSize(gradAt, batch * filters * places, kernels.length(grad));
        Objects.checkFromIndexSize(weightAt, filters * size, kernels.length(weight));
        Objects.checkFromIndexSize(xGradAt, batch * w.image(), kernels.length(xGrad));
        for (int g = 0; g < groups; g++) {
            DirectConvolution.inputGradient(
                    kernels,
                    part,
                    batch,
                    share,
                    grad,
                    gradAt + g * share * places,
                    filters * places,
                    weight,
                    weightAt + g * share * size,
                    xGrad,
                    xGradAt + g * part.image(),
                    w.image());
        }
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
            DirectConvolution.addWeightGradient(
                    kernels,
                    part,
                    batch,
                    share,
                    grad,
                    gradAt + g * share * places,
                    filters * places,
                    x,
                    xAt + g * part.image(),
                    w.image(),
                    weightGrad,
                    weightGradAt + g * share * size);
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
