package jacobi.nn;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.Tensor;

/** Losses of pairs and triples, and the distances they use. */
final class Distances {
    private Distances() {}

    /**
     * The norm of differences of vectors along the last axis.
     *
     * @param p which norm
     * @param eps added to each difference
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static Tensor pairwiseDistance(
            Tensor x1,
            Tensor x2,
            @Default("2") double p,
            @Default("1e-6") double eps,
            @Default("false") boolean keepdim) {
        return x1.sub(x2).add(eps).norm(p, -1, keepdim);
    }

    /** Vectors along an axis divided by their norm, which counts as {@code eps} at least. */
    @Op
    static Tensor normalize(
            Tensor input, @Default("2") double p, @Default("1") int axis, @Default("1e-12") double eps) {
        return input.div(input.norm(p, axis, true).clamp(eps, null));
    }

    /**
     * max(0, −target (x1 − x2) + margin): which of two should be the larger one.
     *
     * @param target 1 where x1 should be, −1 where x2
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor marginRankingLoss(
            Tensor x1, Tensor x2, Tensor target, @Default("0") double margin, @Default("\"mean\"") String reduction) {
        return Losses.reduce(target.neg().mul(x1.sub(x2)).add(margin).clamp(0, null), reduction);
    }

    /**
     * The distance itself where the target is 1, and what it lacks of a margin where it is −1.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor hingeEmbeddingLoss(
            Tensor input, Tensor target, @Default("1") double margin, @Default("\"mean\"") String reduction) {
        Tensor far = input.neg().add(margin).clamp(0, null);
        return Losses.reduce(jacobi.tensor.Tensors.where(target.eq(1), input, far), reduction);
    }

    /**
     * 1 − cosine where the target is 1, and what the cosine exceeds a margin by where it is −1.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor cosineEmbeddingLoss(
            Tensor x1, Tensor x2, Tensor target, @Default("0") double margin, @Default("\"mean\"") String reduction) {
        Tensor cosine = Layers.cosineSimilarity(x1, x2, -1, 1e-8);
        Tensor apart = cosine.sub(margin).clamp(0, null);
        return Losses.reduce(
                jacobi.tensor.Tensors.where(target.eq(1), cosine.neg().add(1), apart), reduction);
    }

    /**
     * How much nearer the anchor should be to the positive example than to the negative one: max(0, d(a, p) − d(a, n) +
     * margin).
     *
     * @param p which norm the distances are
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor tripletMarginLoss(
            Tensor anchor,
            Tensor positive,
            Tensor negative,
            @Default("1") double margin,
            @Default("2") double p,
            @Default("\"mean\"") String reduction) {
        Tensor near = pairwiseDistance(anchor, positive, p, 1e-6, false);
        Tensor far = pairwiseDistance(anchor, negative, p, 1e-6, false);
        return Losses.reduce(near.sub(far).add(margin).clamp(0, null), reduction);
    }

    /**
     * log(1 + exp(−target · x)), for targets of 1 and −1.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor softMarginLoss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        Losses.requireOneShape("softMarginLoss", input, target);
        return Losses.reduce(target.neg().mul(input).softplus(), reduction);
    }
}
