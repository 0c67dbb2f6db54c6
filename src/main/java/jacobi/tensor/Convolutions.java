package jacobi.tensor;

import jacobi.tensor.cpu.Convolution;
import jacobi.tensor.cpu.Window;

/**
 * Convolution of images. The product is linear in the images and in the filters, and so are its two gradients: three maps that are each
 * other's derivatives.
 */
final class Convolutions {
    private Convolutions() {}

    /** The window and what slides along with it. */
    private record Plan(Window window, int groups, Shape images, Shape filters) {
        int batch() {
            return images.dims[0];
        }

        int count() {
            return filters.dims[0];
        }

        Shape result() {
            return Shape.of(batch(), count(), window.outHeight(), window.outWidth());
        }
    }

    static Tensor conv2d(
            Tensor x, Tensor weight, Tensor bias, int[] stride, int[] padding, int[] dilation, int groups) {
        requireTypes("conv2d", x, weight, bias);
        if (x.dim() == 3)
            return Views.squeeze(conv2d(Views.unsqueeze(x, 0), weight, bias, stride, padding, dilation, groups), 0);
        Plan plan = plan(x, weight, stride, padding, dilation, groups);
        if (bias != null && (bias.dim() != 1 || bias.numel() != plan.count()))
            throw new IllegalArgumentException("conv2d: the bias has shape " + bias.shape.text() + ", but there are "
                    + plan.count() + " filters; it needs one number for each");
        Tensor y = forward(x, weight, bias, plan);
        if (!Tape.watches(x, weight) && (bias == null || !Tape.watches(bias))) return y;
        Operation operation = Operation.of("ConvolutionBackward0", y)
                .input(x, t -> product(t, weight, plan), g -> inputGrad(g, weight, plan), weight)
                .input(weight, t -> product(x, t, plan), g -> weightGrad(g, x, plan), x);
        if (bias != null) operation.input(bias, t -> t.reshape(1, -1, 1, 1).expand(y.shape.dims), g -> biasGrad(g));
        return operation.result();
    }

    private static Plan plan(Tensor x, Tensor weight, int[] stride, int[] padding, int[] dilation, int groups) {
        if (x.dim() != 4 || weight.dim() != 4)
            throw new IllegalArgumentException("conv2d: needs images (batch, channels, height, width) and filters "
                    + "(filters, channels / groups, rows, columns), got shapes " + x.shape.text() + " and "
                    + weight.shape.text());
        int[] d = x.shape.dims, w = weight.shape.dims;
        if (groups < 1 || d[1] % groups != 0 || w[0] % groups != 0 || w[1] != d[1] / groups)
            throw new IllegalArgumentException("conv2d: images of " + d[1] + " channels in " + groups
                    + (groups == 1 ? " group" : " groups") + " need filters of " + d[1] / Math.max(1, groups)
                    + " channels, got " + w[1]);
        Window window = Pools.window("conv2d", x, new int[] {w[2], w[3]}, stride, padding, dilation);
        return new Plan(window, groups, x.shape, weight.shape);
    }

    /** The bilinear part, recorded. */
    private static Tensor product(Tensor x, Tensor weight, Plan plan) {
        Tensor y = forward(x, weight, null, plan);
        if (!Tape.watches(x, weight)) return y;
        return Operation.of("ConvolutionBackward0", y)
                .input(x, t -> product(t, weight, plan), g -> inputGrad(g, weight, plan), weight)
                .input(weight, t -> product(x, t, plan), g -> weightGrad(g, x, plan), x)
                .result();
    }

    private static Tensor inputGrad(Tensor g, Tensor weight, Plan plan) {
        Tensor y = Tensor.empty(g.dtype(), plan.images), from = Loops.contiguous(g), by = Loops.contiguous(weight);
        Window w = plan.window;
        Convolution.conv2dInputGrad(
                w,
                plan.groups,
                plan.batch(),
                plan.count(),
                from.storage.array,
                from.offset,
                by.storage.array,
                by.offset,
                y.storage.array,
                0);
        if (!Tape.watches(g, weight)) return y;
        return Operation.of("ConvolutionBackwardBackward0", y)
                .input(g, t -> inputGrad(t, weight, plan), h -> product(h, weight, plan), weight)
                .input(weight, t -> inputGrad(g, t, plan), h -> weightGrad(g, h, plan), g)
                .result();
    }

    private static Tensor weightGrad(Tensor g, Tensor x, Plan plan) {
        Tensor y = Tensor.empty(g.dtype(), plan.filters), from = Loops.contiguous(g), by = Loops.contiguous(x);
        Window w = plan.window;
        Convolution.conv2dWeightGrad(
                w,
                plan.groups,
                plan.batch(),
                plan.count(),
                from.storage.array,
                from.offset,
                by.storage.array,
                by.offset,
                y.storage.array,
                0);
        if (!Tape.watches(g, x)) return y;
        return Operation.of("ConvolutionBackwardBackward0", y)
                .input(g, t -> weightGrad(t, x, plan), h -> product(x, h, plan), x)
                .input(x, t -> weightGrad(g, t, plan), h -> inputGrad(g, h, plan), g)
                .result();
    }

    /** The sum over images and places, in one pass where nothing of it is recorded. */
    private static Tensor biasGrad(Tensor g) {
        if (Tape.watches(g) || !g.isContiguous()) return g.sum(new int[] {0, 2, 3});
        int batch = g.size(0), filters = g.size(1), places = g.size(2) * g.size(3);
        Tensor y = Tensor.empty(g.dtype(), Shape.owning(filters));
        Storage from = g.storage, to = y.storage;
        if (g.dtype() == DType.float32)
            Convolution.conv2dBiasGrad(batch, filters, places, from.floats(), g.offset, to.floats(), 0);
        else Convolution.conv2dBiasGrad(batch, filters, places, from.doubles(), g.offset, to.doubles(), 0);
        return y;
    }

    private static Tensor forward(Tensor x, Tensor weight, Tensor bias, Plan plan) {
        Tensor y = Tensor.empty(x.dtype(), plan.result());
        Tensor in = Loops.contiguous(x),
                by = Loops.contiguous(weight),
                b = bias == null ? null : Loops.contiguous(bias);
        int start = b == null ? 0 : b.offset;
        Window w = plan.window;
        Convolution.conv2d(
                w,
                plan.groups,
                plan.batch(),
                plan.count(),
                in.storage.array,
                in.offset,
                by.storage.array,
                by.offset,
                b == null ? null : b.storage.array,
                start,
                y.storage.array,
                0);
        return y;
    }

    private static void requireTypes(String operation, Tensor x, Tensor weight, Tensor bias) {
        Casting.requireFloating(operation, x);
        if (weight.dtype() != x.dtype() || bias != null && bias.dtype() != x.dtype())
            throw new IllegalArgumentException(operation + ": images, filters and bias must have one dtype, got "
                    + x.dtype() + " and " + weight.dtype() + (bias == null ? "" : " and " + bias.dtype()));
    }
}
