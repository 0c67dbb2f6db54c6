package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.empty;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Convolution;
import jacobi.tensor.cpu.ConvolutionSizes;
import jacobi.tensor.cpu.Window;

/**
 * Convolution of images. The product is linear in the images and in the filters, and so are its two gradients: three
 * maps that are each other's derivatives.
 */
final class Convolutions {
    private Convolutions() {}

    /** The sizes, and the shapes of what they are of. */
    private record Plan(ConvolutionSizes sizes, Shape images, Shape filters) {
        int count() {
            return filters.get(0);
        }

        Shape result() {
            Window window = sizes.window();
            return Shape.of(sizes.batch(), count(), window.outHeight(), window.outWidth());
        }
    }

    /**
     * Cross-correlation of images (batch, channels, height, width), or of one image (channels, height, width), with
     * filters.
     *
     * @param weight the filters (filters, channels / groups, rows, columns), of the images' dtype
     * @param bias one number for each filter, or null
     * @param stride how far the window moves: one number for both directions, or (rows, columns), as are the next two
     * @param padding zeros put around the images
     * @param dilation distance of the elements a filter sees
     * @param groups into how many the channels fall, each with filters of its own
     */
    @Op
    static Tensor conv2d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups) {
        requireTypes("conv2d", input, weight, bias);
        if (input.dim() == 3) {
            return conv2d(input.unsqueeze(0), weight, bias, stride, padding, dilation, groups)
                    .squeeze(0);
        }
        Plan plan = plan(input, weight, stride, padding, dilation, groups);
        if (bias != null && (bias.dim() != 1 || bias.numel() != plan.count())) {
            throw new IllegalArgumentException(
                    say("nn.conv2d.bias", "shape", bias.shape().text(), "filters", plan.count()));
        }
        Tensor y = forward(input, weight, bias, plan);
        Operation operation = Operation.of("ConvolutionBackward0", y)
                .input(input, t -> product(t, weight, plan), g -> inputGrad(g, weight, plan), weight)
                .input(weight, t -> product(input, t, plan), g -> weightGrad(g, input, plan), input);
        if (bias != null) {
            operation.input(bias, t -> t.reshape(1, -1, 1, 1).expand(y.shape().toArray()), g -> biasGrad(g));
        }
        return operation.result();
    }

    /**
     * As with a number for {@code padding}, by a word.
     *
     * @param padding {@code "same"} for results as large as the images, where the stride is 1; an odd margin is larger
     *     below and at the right. {@code "valid"} for none
     */
    @Op(byName = true)
    static Tensor conv2d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @OrNumber @Default("new int[] {1}") int[] stride,
            String padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups) {
        if (padding.equals("valid")) {
            return conv2d(input, weight, bias, stride, new int[] {0}, dilation, groups);
        }
        int[] by = Pools.pair("conv2d", stride), gaps = Pools.pair("conv2d", dilation);
        if (!padding.equals("same")) {
            throw new IllegalArgumentException(say("nn.conv2d.padding", "found", padding));
        }
        if (by[0] != 1 || by[1] != 1) {
            throw new IllegalArgumentException(say("nn.conv2d.same-with-stride", "stride", Shape.text(by)));
        }
        requireTypes("conv2d", input, weight, bias);
        int[] w = weight.shape().toArray();
        int rows = w.length == 4 ? gaps[0] * (w[2] - 1) : 0, columns = w.length == 4 ? gaps[1] * (w[3] - 1) : 0;
        boolean even = rows % 2 == 0 && columns % 2 == 0;
        Tensor images = even ? input : input.pad(0, columns % 2, 0, rows % 2);
        return conv2d(images, weight, bias, stride, new int[] {rows / 2, columns / 2}, dilation, groups);
    }

    private static Plan plan(Tensor x, Tensor weight, int[] stride, int[] padding, int[] dilation, int groups) {
        if (x.dim() != 4 || weight.dim() != 4) {
            throw new IllegalArgumentException(say(
                    "nn.conv2d.axes",
                    "images",
                    x.shape().text(),
                    "filters",
                    weight.shape().text()));
        }
        int[] d = x.shape().toArray(), w = weight.shape().toArray();
        if (groups < 1 || d[1] % groups != 0 || w[0] % groups != 0 || w[1] != d[1] / groups) {
            throw new IllegalArgumentException(say(
                    "nn.conv2d.channels",
                    "channels",
                    d[1],
                    "groups",
                    groups,
                    "needed",
                    d[1] / Math.max(1, groups),
                    "found",
                    w[1]));
        }
        Window window = Pools.window("conv2d", x, new int[] {w[2], w[3]}, stride, padding, dilation);
        return new Plan(new ConvolutionSizes(window, groups, d[0], w[0]), x.shape(), weight.shape());
    }

    /** The bilinear part, recorded. */
    private static Tensor product(Tensor x, Tensor weight, Plan plan) {
        Tensor y = forward(x, weight, null, plan);
        return Operation.of("ConvolutionBackward0", y)
                .input(x, t -> product(t, weight, plan), g -> inputGrad(g, weight, plan), weight)
                .input(weight, t -> product(x, t, plan), g -> weightGrad(g, x, plan), x)
                .result();
    }

    /**
     * The gradient with respect to images of the shape given, of a convolution whose result is x: a convolution
     * transposed.
     */
    static Tensor transposed(
            Tensor x, Tensor weight, Shape result, int[] stride, int[] padding, int[] dilation, int groups) {
        requireTypes("convTranspose2d", x, weight, null);
        Plan plan = plan(empty(x.dtype(), result), weight, stride, padding, dilation, groups);
        if (!plan.result().equals(x.shape())) {
            throw new IllegalArgumentException(say(
                    "nn.conv-transpose.padding",
                    "name",
                    "convTranspose2d",
                    "input",
                    x.shape().text(),
                    "filters",
                    weight.shape().text(),
                    "padding",
                    Shape.text(padding)));
        }
        return inputGrad("ConvolutionBackward0", x, weight, plan);
    }

    private interface Loop {
        void run(ConvolutionSizes sizes, Object a, int aAt, Object b, int bAt, Object out, int outAt);
    }

    private static Tensor computed(Loop loop, Tensor a, Tensor b, Shape shape, Plan plan) {
        Tensor y = empty(a.dtype(), shape);
        Elements p = Elements.of(a), q = Elements.of(b), to = Elements.of(y);
        loop.run(plan.sizes(), p.array(), p.offset(), q.array(), q.offset(), to.array(), 0);
        return y;
    }

    private static Tensor inputGrad(Tensor g, Tensor weight, Plan plan) {
        return inputGrad("ConvolutionBackwardBackward0", g, weight, plan);
    }

    private static Tensor inputGrad(String name, Tensor g, Tensor weight, Plan plan) {
        Tensor y = computed(Convolution::conv2dInputGrad, g, weight, plan.images, plan);
        return Operation.of(name, y)
                .input(g, t -> inputGrad(t, weight, plan), h -> product(h, weight, plan), weight)
                .input(weight, t -> inputGrad(g, t, plan), h -> weightGrad(g, h, plan), g)
                .result();
    }

    private static Tensor weightGrad(Tensor g, Tensor x, Plan plan) {
        Tensor y = computed(Convolution::conv2dWeightGrad, g, x, plan.filters, plan);
        return Operation.of("ConvolutionBackwardBackward0", y)
                .input(g, t -> weightGrad(t, x, plan), h -> product(x, h, plan), x)
                .input(x, t -> weightGrad(g, t, plan), h -> inputGrad(g, h, plan), g)
                .result();
    }

    /** The sum over images and places, in one pass where nothing of it is recorded. */
    private static Tensor biasGrad(Tensor g) {
        if (Operation.isTracked(g) || !g.isContiguous()) {
            return g.sum(new int[] {0, 2, 3});
        }
        int batch = g.size(0), filters = g.size(1), places = g.size(2) * g.size(3);
        Tensor y = empty(g.dtype(), filters);
        Elements from = Elements.of(g), to = Elements.of(y);
        Convolution.conv2dBiasGrad(batch, filters, places, from.array(), from.offset(), to.array(), 0);
        return y;
    }

    private static Tensor forward(Tensor x, Tensor weight, Tensor bias, Plan plan) {
        Tensor y = empty(x.dtype(), plan.result());
        Elements in = Elements.of(x),
                by = Elements.of(weight),
                b = bias == null ? null : Elements.of(bias),
                to = Elements.of(y);
        int start = b == null ? 0 : b.offset();
        Convolution.conv2d(
                plan.sizes(),
                in.array(),
                in.offset(),
                by.array(),
                by.offset(),
                b == null ? null : b.array(),
                start,
                to.array(),
                0);
        return y;
    }

    private static void requireTypes(String operation, Tensor x, Tensor weight, Tensor bias) {
        Operation.requireFloating(operation, x);
        if (weight.dtype() != x.dtype() || bias != null && bias.dtype() != x.dtype()) {
            throw new IllegalArgumentException(say(
                    "nn.conv.dtypes",
                    "operation",
                    operation,
                    "images",
                    x.dtype(),
                    "filters",
                    weight.dtype(),
                    "bias",
                    bias == null ? "" : ", " + bias.dtype()));
        }
    }
}
