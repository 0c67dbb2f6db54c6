package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.cat;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Pools of sequences, pools whose number of places is given, and their undoing. */
final class OtherPools {
    private OtherPools() {}

    /**
     * The largest number each window sees of sequences (batch, channels, length), or of one.
     *
     * @param kernelSize length of the window
     * @param stride how far the window moves; 0 for its own length
     * @param padding places put at both ends, which never win; at most half the window
     * @param dilation distance of the elements a window sees
     * @param ceilMode whether there is also a window that sticks out at the end
     */
    @Op
    static Tensor maxPool1d(
            Tensor input,
            int kernelSize,
            @Default("0") int stride,
            @Default("0") int padding,
            @Default("1") int dilation,
            @Default("false") boolean ceilMode) {
        return Functional.maxPool2d(
                        input.unsqueeze(-2),
                        new int[] {1, kernelSize},
                        new int[] {1, stride == 0 ? kernelSize : stride},
                        new int[] {0, padding},
                        new int[] {1, dilation},
                        ceilMode)
                .squeeze(-2);
    }

    /**
     * The mean of what each window sees of sequences (batch, channels, length), or of one.
     *
     * @param kernelSize length of the window
     * @param stride how far the window moves; 0 for its own length
     * @param padding zeros put at both ends; at most half the window
     * @param ceilMode whether there is also a window that sticks out at the end; what lies beyond the padding does not
     * count
     * @param countIncludePad whether the padding's zeros count in the mean
     */
    @Op
    static Tensor avgPool1d(
            Tensor input,
            int kernelSize,
            @Default("0") int stride,
            @Default("0") int padding,
            @Default("false") boolean ceilMode,
            @Default("true") boolean countIncludePad) {
        return Functional.avgPool2d(
                        input.unsqueeze(-2),
                        new int[] {1, kernelSize},
                        new int[] {1, stride == 0 ? kernelSize : stride},
                        new int[] {0, padding},
                        ceilMode,
                        countIncludePad)
                .squeeze(-2);
    }

    /**
     * Means of as many windows as asked for, which together cover the image.
     *
     * @param outputSize how many: one number for both directions, or (rows, columns)
     */
    @Op
    static Tensor adaptiveAvgPool2d(Tensor input, @OrNumber int[] outputSize) {
        int[] size = Sizes.each("adaptiveAvgPool2d", "outputSize", outputSize, 2, 1);
        if (Sizes.all(size, 1)) {
            return input.mean(new int[] {-2, -1}, true);
        }
        int[] window = even(input, size);
        return window != null
                ? Functional.avgPool2d(input, window)
                : adaptive(adaptive(input, -2, size[0], false), -1, size[1], false);
    }

    /**
     * The largest numbers of as many windows as asked for, which together cover the image.
     *
     * @param outputSize how many: one number for both directions, or (rows, columns)
     */
    @Op
    static Tensor adaptiveMaxPool2d(Tensor input, @OrNumber int[] outputSize) {
        int[] size = Sizes.each("adaptiveMaxPool2d", "outputSize", outputSize, 2, 1);
        int[] window = even(input, size);
        return window != null
                ? Functional.maxPool2d(input, window)
                : adaptive(adaptive(input, -2, size[0], true), -1, size[1], true);
    }

    /**
     * Means of as many windows as asked for, which together cover the sequence.
     *
     * @param outputSize how many
     */
    @Op
    static Tensor adaptiveAvgPool1d(Tensor input, int outputSize) {
        return adaptive(input, -1, outputSize, false);
    }

    /**
     * The largest numbers of as many windows as asked for, which together cover the sequence.
     *
     * @param outputSize how many
     */
    @Op
    static Tensor adaptiveMaxPool1d(Tensor input, int outputSize) {
        return adaptive(input, -1, outputSize, true);
    }

    /**
     * Means of as many windows as asked for, which together cover the volume.
     *
     * @param outputSize how many: one number for all directions, or (depth, rows, columns)
     */
    @Op
    static Tensor adaptiveAvgPool3d(Tensor input, @OrNumber int[] outputSize) {
        return adaptive("adaptiveAvgPool3d", input, outputSize, false);
    }

    /**
     * The largest numbers of as many windows as asked for, which together cover the volume.
     *
     * @param outputSize how many: one number for all directions, or (depth, rows, columns)
     */
    @Op
    static Tensor adaptiveMaxPool3d(Tensor input, @OrNumber int[] outputSize) {
        return adaptive("adaptiveMaxPool3d", input, outputSize, true);
    }

    private static Tensor adaptive(String operation, Tensor input, int[] outputSize, boolean largest) {
        VolumePools.requireVolumes(operation, input);
        int[] size = Sizes.each(operation, "outputSize", outputSize, 3, 1);
        Tensor x = input;
        for (int i = 0; i < 3; i++) {
            x = adaptive(x, i - 3, size[i], largest);
        }
        return x;
    }

    /** The window of equal parts, or null where the parts are not equal. */
    private static int[] even(Tensor x, int[] size) {
        int rows = x.size(-2), columns = x.size(-1);
        return rows % size[0] == 0 && columns % size[1] == 0 ? new int[] {rows / size[0], columns / size[1]} : null;
    }

    /** Part i of n reaches from ⌊i·length/n⌋ to ⌈(i+1)·length/n⌉. */
    private static Tensor adaptive(Tensor x, int axis, int parts, boolean largest) {
        Sizes.require("adaptivePool", "outputSize", parts, 1);
        int length = x.size(axis);
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = i * length / parts, to = ((i + 1) * length + parts - 1) / parts;
            Tensor part = x.narrow(axis, from, to - from);
            all.add(largest ? part.max(axis, true).values() : part.mean(axis, true));
        }
        return cat(all, axis);
    }

    /**
     * Images made larger or smaller.
     *
     * @param size height and width of the result
     * @param mode "nearest", or "bilinear" between neighbours
     * @param alignCorners whether, of "bilinear", the corners' centres stay where they are, else the images' edges do
     */
    @Op
    static Tensor interpolate(
            Tensor input,
            @OrNumber int[] size,
            @Default("\"nearest\"") String mode,
            @Default("false") boolean alignCorners) {
        int[] to = Sizes.each("interpolate", "size", size, input.dim() - 2, 1);
        Tensor x = input;
        for (int i = 0; i < to.length; i++) {
            x = switch (mode) {
                case "nearest" -> nearest(x, i + 2, to[i]);
                case "linear", "bilinear" -> between(x, i + 2, to[i], alignCorners);
                default -> throw new IllegalArgumentException(say("nn.interpolate.mode", "found", mode));
            };
        }
        return x;
    }

    private static Tensor nearest(Tensor x, int axis, int length) {
        int[] from = new int[length];
        for (int i = 0; i < length; i++) {
            from[i] = Math.min((int) ((long) i * x.size(axis) / length), x.size(axis) - 1);
        }
        return x.indexSelect(axis, jacobi.tensor.Tensors.tensor((Object) from));
    }

    private static Tensor between(Tensor x, int axis, int length, boolean alignCorners) {
        int old = x.size(axis);
        int[] low = new int[length], high = new int[length];
        double[] share = new double[length];
        for (int i = 0; i < length; i++) {
            double at = alignCorners
                    ? length == 1 ? 0 : i * (old - 1.0) / (length - 1)
                    : Math.max(0, (i + 0.5) * old / length - 0.5);
            low[i] = Math.min((int) at, old - 1);
            high[i] = Math.min(low[i] + 1, old - 1);
            share[i] = at - low[i];
        }
        int[] along = new int[x.dim()];
        java.util.Arrays.fill(along, 1);
        along[axis] = length;
        Tensor weight = jacobi.tensor.Tensors.tensor(share, x.dtype()).reshape(along);
        Tensor a = x.indexSelect(axis, jacobi.tensor.Tensors.tensor((Object) low));
        Tensor b = x.indexSelect(axis, jacobi.tensor.Tensors.tensor((Object) high));
        return a.add(b.sub(a).mul(weight));
    }

    /** Channels spread over the image: (batch, c r², h, w) to (batch, c, h r, w r) (Shi et al. 2016). */
    @Op
    static Tensor pixelShuffle(Tensor input, int upscaleFactor) {
        int r = upscaleFactor, c = input.size(-3) / (r * r), h = input.size(-2), w = input.size(-1);
        if (c * r * r != input.size(-3)) {
            throw new IllegalArgumentException(
                    say("nn.pixel-shuffle.channels", "channels", input.size(-3), "factor", r));
        }
        Tensor x = input.reshape(-1, c, r, r, h, w).permute(0, 1, 4, 2, 5, 3);
        int[] shape = input.shape().toArray();
        shape[shape.length - 3] = c;
        shape[shape.length - 2] = h * r;
        shape[shape.length - 1] = w * r;
        return x.reshape(shape);
    }
}
