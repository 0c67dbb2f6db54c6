package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.sub;
import static jacobi.tensor.Tensors.where;
import static jacobi.tensor.Tensors.zerosLike;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** What simple layers of a network compute. */
final class Layers {
    private Layers() {}

    /**
     * x Wᵀ + b.
     *
     * @param weight (outputs, inputs)
     * @param bias one number for each output, or null
     */
    @Op
    static Tensor linear(Tensor input, Tensor weight, @Default("null") Tensor bias) {
        if (LinearProduct.suits(input, weight, bias)) {
            return LinearProduct.of(input, weight, bias);
        }
        Tensor y = input.matmul(weight.t());
        return bias == null ? y : y.add(bias);
    }

    /** Rows of a table named by whole numbers. */
    @Op
    static Tensor embedding(Tensor input, Tensor weight) {
        return weight.get(input);
    }

    /** Rows of a table named by whole numbers; the row {@code paddingIdx} gets no gradient. */
    @Op
    static Tensor embedding(Tensor input, Tensor weight, int paddingIdx) {
        Tensor kept = input.ne(paddingIdx).unsqueeze(-1).to(weight.dtype());
        Tensor rows = weight.get(input);
        // The padding's row itself, without its gradient.
        return rows.mul(kept).add(rows.detach().mul(kept.neg().add(1)));
    }

    /** In training, elements set to 0 with probability p and the others divided by 1 − p; else the tensor itself. */
    @Op
    static Tensor dropout(Tensor input, @Default("0.5") double p, @Default("true") boolean training) {
        requireProbability("dropout", p);
        return !training || p == 0 ? input : input.mul(dropoutMask(input, p));
    }

    /** Zeros with probability p, else 1 / (1 − p), in the shape and type of the tensor. */
    @Op
    static Tensor dropoutMask(Tensor input, double p) {
        requireProbability("dropoutMask", p);
        Tensor dropped = zerosLike(input).bernoulli_(p);
        return sub(1, dropped).mul(p == 1 ? 0 : 1 / (1 - p));
    }

    /** In training, whole channels (axis 1) set to 0 with probability p, and the others divided by 1 − p. */
    @Op
    static Tensor channelDropout(Tensor input, @Default("0.5") double p) {
        requireProbability("channelDropout", p);
        if (input.dim() < 2) {
            throw new IllegalArgumentException(
                    say("nn.channel-dropout.axes", "shape", input.shape().text()));
        }
        return p == 0 ? input : input.mul(dropoutMask(ones(channels(input)).to(input.dtype()), p));
    }

    private static int[] channels(Tensor input) {
        int[] shape = new int[input.dim()];
        java.util.Arrays.fill(shape, 1);
        shape[0] = input.size(0);
        shape[1] = input.size(1);
        return shape;
    }

    /**
     * Elements set to what selu gives far below 0 with probability p, then all scaled and moved to mean 0 and variance
     * 1.
     */
    @Op
    static Tensor alphaDropout(Tensor input, @Default("0.5") double p) {
        requireProbability("alphaDropout", p);
        if (p == 0 || p == 1) {
            return p == 0 ? input : input.mul(0);
        }
        double low = -1.7580993408473766;
        double scale = 1 / Math.sqrt((1 - p) * (1 + p * low * low));
        Tensor dropped = zerosLike(input).bernoulli_(p);
        return where(dropped.ne(0), low, input).mul(scale).sub(scale * low * p);
    }

    static void requireProbability(String operation, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(say("nn.dropout.probability", "operation", operation, "found", p));
        }
    }

    /**
     * Elements moved to mean 0 and variance 1 over the last axes, then scaled and moved.
     *
     * @param axes how many axes, from the last on
     * @param weight scales, or null
     * @param bias moves, or null
     * @param eps added to the variance, so that its root divides
     */
    @Op
    static Tensor layerNorm(
            Tensor input,
            int axes,
            @Default("null") Tensor weight,
            @Default("null") Tensor bias,
            @Default("1e-5") double eps) {
        if (LayerNormalization.suits(input, axes, weight, bias)) {
            return LayerNormalization.of(input, axes, weight, bias, eps);
        }
        int[] over = new int[axes];
        for (int i = 0; i < axes; i++) {
            over[i] = -1 - i;
        }
        Tensor y = input.sub(input.mean(over, true))
                .mul(input.var(over, 0, true).add(eps).rsqrt());
        if (weight != null) {
            y = y.mul(weight);
        }
        return bias == null ? y : y.add(bias);
    }

    /**
     * As {@code layerNorm} over the axes of the given lengths, PyTorch's way to say how many.
     *
     * @param normalizedShape lengths of the last axes of the tensor
     * @param weight scales, of these lengths, or null
     * @param bias moves, of these lengths, or null
     * @param eps added to the variance, so that its root divides
     */
    @Op
    static Tensor layerNorm(
            Tensor input,
            int[] normalizedShape,
            @Default("null") Tensor weight,
            @Default("null") Tensor bias,
            @Default("1e-5") double eps) {
        int first = input.dim() - normalizedShape.length;
        for (int i = 0; i < normalizedShape.length; i++) {
            if (first < 0 || input.size(first + i) != normalizedShape[i]) {
                throw new IllegalArgumentException(say(
                        "nn.layer-norm.lengths",
                        "shape",
                        input.shape().text(),
                        "expected",
                        Shape.text(normalizedShape)));
            }
        }
        return layerNorm(input, normalizedShape.length, weight, bias, eps);
    }

    /** Cosine of the angle between vectors along an axis; {@code eps} is the least length that divides. */
    @Op
    static Tensor cosineSimilarity(Tensor x1, Tensor x2, @Default("1") int axis, @Default("1e-8") double eps) {
        Tensor lengths = x1.norm(2, axis, false).mul(x2.norm(2, axis, false));
        return x1.mul(x2).sum(axis).div(lengths.clamp(eps, null));
    }
}
