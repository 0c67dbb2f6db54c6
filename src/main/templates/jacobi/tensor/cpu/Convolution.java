package jacobi.tensor.cpu;

import java.util.Objects;

/** Convolution of images with filters, and its gradients. */
public final class Convolution {
    private Convolution() {}

    /**
     * Cross-correlation of a batch of images with filters, as {@code torch.nn.functional.conv2d}.
     *
     * @param bias one number a filter, or null
     * @param out modified: (batch, filters, outHeight, outWidth)
     */
    public static <A> void conv2d(
            ConvolutionSizes c, A x, int xAt, A weight, int weightAt, A bias, int biasAt, A out, int outAt) {
        Kernels<A> kernels = Kernels.of(out);
        Window part = c.part();
        int image = c.window().image(), share = c.share(), places = part.places(), batch = c.batch();
        Objects.checkFromIndexSize(xAt, batch * image, kernels.length(x));
        Objects.checkFromIndexSize(weightAt, c.filters() * part.size(), kernels.length(weight));
        Objects.checkFromIndexSize(outAt, batch * c.result(), kernels.length(out));
        for (int g = 0; g < c.groups(); g++) {
            int from = xAt + g * part.image(), by = weightAt + g * share * part.size(), to = outAt + g * share * places;
            int b = biasAt + g * share;
            DirectConvolution.convolve(
                    kernels, part, batch, share, x, from, image, weight, by, bias, b, out, to, c.result());
        }
    }

    /**
     * Gradient of {@link #conv2d} for its images: writes {@code xGrad}, (batch, channels, height, width), which is 0
     * before.
     */
    public static <A> void conv2dInputGrad(
            ConvolutionSizes c, A grad, int gradAt, A weight, int weightAt, A xGrad, int xGradAt) {
        Kernels<A> kernels = Kernels.of(xGrad);
        Window part = c.part();
        int image = c.window().image(), share = c.share(), places = part.places(), batch = c.batch();
        Objects.checkFromIndexSize(gradAt, batch * c.result(), kernels.length(grad));
        Objects.checkFromIndexSize(weightAt, c.filters() * part.size(), kernels.length(weight));
        Objects.checkFromIndexSize(xGradAt, batch * image, kernels.length(xGrad));
        for (int g = 0; g < c.groups(); g++) {
            int from = gradAt + g * share * places, by = weightAt + g * share * part.size();
            int to = xGradAt + g * part.image();
            DirectConvolution.inputGradient(
                    kernels, part, batch, share, grad, from, c.result(), weight, by, xGrad, to, image);
        }
    }

    /**
     * Gradient of {@link #conv2d} for its filters: adds to {@code weightGrad}, (filters, channels / groups, rows,
     * columns).
     */
    public static <A> void conv2dWeightGrad(
            ConvolutionSizes c, A grad, int gradAt, A x, int xAt, A weightGrad, int weightGradAt) {
        Kernels<A> kernels = Kernels.of(weightGrad);
        Window part = c.part();
        int image = c.window().image(), share = c.share(), places = part.places(), batch = c.batch();
        Objects.checkFromIndexSize(gradAt, batch * c.result(), kernels.length(grad));
        Objects.checkFromIndexSize(xAt, batch * image, kernels.length(x));
        Objects.checkFromIndexSize(weightGradAt, c.filters() * part.size(), kernels.length(weightGrad));
        for (int g = 0; g < c.groups(); g++) {
            int from = gradAt + g * share * places, by = xAt + g * part.image();
            int to = weightGradAt + g * share * part.size();
            DirectConvolution.addWeightGradient(
                    kernels, part, batch, share, grad, from, c.result(), x, by, image, weightGrad, to);
        }
    }

    // for float, double and either:
    /**
     * Gradient of {@link #conv2d} for its bias: adds the sum over images and places of each filter to {@code biasGrad}.
     */
    public static void conv2dBiasGrad(
            int batch, int filters, int places, float[] grad, int gradAt, float[] biasGrad, int biasGradAt) {
        float[] room = Chains.roomFloat(places);
        for (int image = 0; image < batch; image++) {
            for (int f = 0; f < filters; f++) {
                biasGrad[biasGradAt + f] += Chains.sum(grad, gradAt + (image * filters + f) * places, places, room);
            }
        }
    }
    // end for
}
