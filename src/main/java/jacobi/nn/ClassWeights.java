package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.where;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;

/** Losses of classes that do not all count the same. */
final class ClassWeights {
    private ClassWeights() {}

    /** How much each target counts: its class's weight, and 0 if it is ignored. */
    static Tensor of(Tensor target, Tensor weight, int classes, int ignoreIndex, DType dtype) {
        Tensor kept = target.ne(ignoreIndex);
        if (weight == null) {
            return kept.to(dtype);
        }
        if (weight.dim() != 1 || weight.size(0) != classes) {
            throw new IllegalArgumentException(say(
                    "nn.cross-entropy.weight",
                    "classes",
                    classes,
                    "shape",
                    weight.shape().text()));
        }
        return weight.get(where(kept, target, 0)).mul(kept.to(dtype));
    }

    /** The loss against targets spread evenly over all classes. */
    static Tensor even(Tensor scores, Tensor target, Tensor weight, int ignoreIndex, String reduction, int axis) {
        Tensor kept = target.ne(ignoreIndex).to(scores.dtype());
        Tensor losses = weighed(scores, weight, axis).sum(axis).neg().mul(kept);
        if (!reduction.equals("mean")) {
            return Losses.reduce(losses, reduction);
        }
        Tensor counts = of(target, weight, scores.size(axis), ignoreIndex, scores.dtype());
        return losses.sum().div(counts.sum());
    }

    private static Tensor weighed(Tensor scores, Tensor weight, int axis) {
        if (weight == null) {
            return scores;
        }
        int[] along = new int[scores.dim()];
        java.util.Arrays.fill(along, 1);
        along[axis] = -1;
        return scores.mul(weight.reshape(along));
    }

    /** The loss against probabilities of all classes. */
    static Tensor probabilities(
            Tensor scores, Tensor target, Tensor weight, double smoothing, String reduction, int axis) {
        if (!target.shape().equals(scores.shape())) {
            throw new IllegalArgumentException(say(
                    "nn.cross-entropy.probabilities",
                    "target",
                    target.shape().text(),
                    "scores",
                    scores.shape().text()));
        }
        Tensor goal = smoothing == 0 ? target : target.mul(1 - smoothing).add(smoothing / scores.size(axis));
        return Losses.reduce(weighed(scores, weight, axis).mul(goal).sum(axis).neg(), reduction);
    }
}
