package jacobi.tensor;

/**
 * Functions of neural networks that {@link Tensors} offers, as {@code torch.nn.functional}. Images are (batch, channels, height, width)
 * or (channels, height, width).
 */
abstract class NeuralFunctions extends TensorFunctions {
    private static final int[] ONE = {1}, ZERO = {0};

    /** Mean of minus the log-softmax of scores (batch, classes) at target class numbers (batch), or weighed by target probabilities. */
    public static Tensor crossEntropy(Tensor scores, Tensor target) {
        return Losses.crossEntropy(scores, target, "mean");
    }

    /** As {@link #crossEntropy(Tensor, Tensor)}; the reduction is "mean", "sum" or "none". */
    public static Tensor crossEntropy(Tensor scores, Tensor target, String reduction) {
        return Losses.crossEntropy(scores, target, reduction);
    }

    /** Mean of minus given log-probabilities (batch, classes) at target class numbers (batch). */
    public static Tensor nllLoss(Tensor logProbabilities, Tensor target) {
        return Losses.nllLoss(logProbabilities, target, "mean");
    }

    /** Mean squared difference. */
    public static Tensor mseLoss(Tensor input, Tensor target) {
        return Losses.mseLoss(input, target, "mean");
    }

    /** Squared difference; the reduction is "mean", "sum" or "none". */
    public static Tensor mseLoss(Tensor input, Tensor target, String reduction) {
        return Losses.mseLoss(input, target, reduction);
    }

    /** Mean absolute difference. */
    public static Tensor l1Loss(Tensor input, Tensor target) {
        return Losses.l1Loss(input, target, "mean");
    }

    /** Mean of half the squared difference below 1, and of the difference less one half beyond. */
    public static Tensor smoothL1Loss(Tensor input, Tensor target) {
        return Losses.smoothL1Loss(input, target, 1, "mean");
    }

    /** Mean of minus the log-probability of targets 0 or 1, given as probabilities of 1. */
    public static Tensor binaryCrossEntropy(Tensor probabilities, Tensor target) {
        return Losses.binaryCrossEntropy(probabilities, target, "mean");
    }

    /** As {@link #binaryCrossEntropy}, from scores whose sigmoid is the probability; without overflow. */
    public static Tensor binaryCrossEntropyWithLogits(Tensor scores, Tensor target) {
        return Losses.binaryCrossEntropyWithLogits(scores, target, "mean");
    }

    /** Cross-correlation of images with filters (filters, channels, rows, columns). */
    public static Tensor conv2d(Tensor images, Tensor filters) {
        return conv2d(images, filters, null, 1, 0);
    }

    /** Cross-correlation with a bias for each filter (or null), a stride and zero padding. */
    public static Tensor conv2d(Tensor images, Tensor filters, Tensor bias, int stride, int padding) {
        return Convolutions.conv2d(images, filters, bias, new int[] {stride}, new int[] {padding}, ONE, 1);
    }

    /** Cross-correlation with all choices; lists hold one number for both directions, or (rows, columns). */
    public static Tensor conv2d(
            Tensor images, Tensor filters, Tensor bias, int[] stride, int[] padding, int[] dilation, int groups) {
        return Convolutions.conv2d(images, filters, bias, stride, padding, dilation, groups);
    }

    /** The largest number each window sees; windows lie side by side. */
    public static Tensor maxPool2d(Tensor images, int size) {
        return maxPool2d(images, size, size, 0);
    }

    /** The largest number each window sees, with a stride and padding. */
    public static Tensor maxPool2d(Tensor images, int size, int stride, int padding) {
        return Pools.maxPool2d(images, new int[] {size}, new int[] {stride}, new int[] {padding});
    }

    /** As {@link #maxPool2d(Tensor, int, int, int)} with (rows, columns) for each. */
    public static Tensor maxPool2d(Tensor images, int[] size, int[] stride, int[] padding) {
        return Pools.maxPool2d(images, size, stride, padding);
    }

    /** The mean of what each window sees; windows lie side by side. */
    public static Tensor avgPool2d(Tensor images, int size) {
        return avgPool2d(images, size, size, 0);
    }

    /** The mean of what each window sees, with a stride and zero padding, which counts. */
    public static Tensor avgPool2d(Tensor images, int size, int stride, int padding) {
        return Pools.avgPool2d(images, new int[] {size}, new int[] {stride}, new int[] {padding});
    }

    /** As {@link #avgPool2d(Tensor, int, int, int)} with (rows, columns) for each. */
    public static Tensor avgPool2d(Tensor images, int[] size, int[] stride, int[] padding) {
        return Pools.avgPool2d(images, size, stride, padding);
    }

    /** Everything each window of images sees, as columns: (batch, channels · rows · columns, places). */
    public static Tensor unfold(Tensor images, int size) {
        return Pools.windows(images, new int[] {size}, ONE, ZERO, ONE);
    }

    /** As {@link #unfold(Tensor, int)} with all choices. */
    public static Tensor unfold(Tensor images, int[] size, int[] stride, int[] padding, int[] dilation) {
        return Pools.windows(images, size, stride, padding, dilation);
    }

    /** Adds columns as {@link #unfold(Tensor, int)} gives them back to images of the given height and width. */
    public static Tensor fold(Tensor columns, int[] images, int[] size, int[] stride, int[] padding, int[] dilation) {
        return Pools.fold(columns, images, size, stride, padding, dilation);
    }

    /** x Wᵀ + b: the layer of a network; the bias may be null. */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        Tensor y = x.matmul(weight.t());
        return bias == null ? y : y.add(bias);
    }

    /** In training, elements set to 0 with probability p and the others divided by 1 − p; else x itself. */
    public static Tensor dropout(Tensor x, double p, boolean training) {
        Draws.requireProbability("dropout", p);
        if (!training || p == 0) return x;
        return x.mul(dropoutMask(x, p));
    }

    /** Zeros with probability p, else 1 / (1 − p), in the shape and type of x. */
    public static Tensor dropoutMask(Tensor x, double p) {
        Draws.requireProbability("dropoutMask", p);
        double kept = p == 1 ? 0 : 1 / (1 - p);
        return Draws.filled(x.dtype(), x.shape, Generator.standard(), g -> g.nextDouble() < p ? 0 : kept);
    }

    /** Rows of a table named by whole numbers. */
    public static Tensor embedding(Tensor index, Tensor table) {
        return table.get(index);
    }

    /** Elements moved to mean 0 and variance 1 over the last {@code axes} axes, then scaled and moved; weight and bias may be null. */
    public static Tensor layerNorm(Tensor x, int axes, Tensor weight, Tensor bias, double eps) {
        int[] over = new int[axes];
        for (int i = 0; i < axes; i++) over[i] = -1 - i;
        Tensor y = x.sub(x.mean(over, true)).mul(x.var(over, 0, true).add(eps).rsqrt());
        if (weight != null) y = y.mul(weight);
        return bias == null ? y : y.add(bias);
    }

    /** Einstein's sum: {@code einsum("ij,jk->ik", A, B)} is the product of matrices. */
    public static Tensor einsum(String equation, Tensor... operands) {
        return Einsum.of(equation, operands);
    }

    /** Cosine of the angle between vectors along an axis. */
    public static Tensor cosineSimilarity(Tensor a, Tensor b, int axis) {
        Tensor lengths = a.norm(2, axis, false).mul(b.norm(2, axis, false));
        return a.mul(b).sum(axis).div(lengths.clamp(1e-8, null));
    }
}
