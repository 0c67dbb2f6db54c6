package jacobi.tensor;

/** What training minimises: distances between predictions and targets, averaged. */
final class Losses {
    private Losses() {}

    /** How single losses become the result. */
    static Tensor reduce(Tensor losses, String reduction) {
        return switch (reduction) {
            case "mean" -> losses.mean();
            case "sum" -> losses.sum();
            case "none" -> losses;
            default ->
                throw new IllegalArgumentException(
                        "reduction: \"mean\", \"sum\" or \"none\", got \"" + reduction + "\"");
        };
    }

    /** Minus the logarithm of the softmax at the target classes; classes are axis 1 (axis 0 of a vector). */
    static Tensor crossEntropy(Tensor logits, Tensor target, String reduction) {
        int axis = logits.dim() == 1 ? 0 : 1;
        if (logits.dim() == 0)
            throw new IllegalArgumentException("crossEntropy: needs scores (batch, classes), got a 0-d tensor");
        if (target.dtype().isFloatingPoint()) {
            if (!target.shape.equals(logits.shape))
                throw new IllegalArgumentException("crossEntropy: target probabilities of shape " + target.shape.text()
                        + " do not fit scores of shape " + logits.shape.text());
            Tensor losses = logits.logSoftmax(axis).mul(target).sum(axis).neg();
            return reduce(losses, reduction);
        }
        return nllLoss(logits.logSoftmax(axis), target, reduction);
    }

    /** Minus the given log-probabilities at the target classes. */
    static Tensor nllLoss(Tensor logProbabilities, Tensor target, String reduction) {
        int axis = logProbabilities.dim() == 1 ? 0 : 1;
        Shape expected = Shape.owning(Views.without(logProbabilities.shape.dims, axis));
        if (!target.shape.equals(expected))
            throw new IllegalArgumentException("crossEntropy: scores of shape " + logProbabilities.shape.text()
                    + " need class numbers of shape " + expected.text() + ", got " + target.shape.text());
        Selection.requireInteger("crossEntropy", target);
        int classes = logProbabilities.shape.dims[axis], inner = logProbabilities.shape.strides[axis];
        int n = target.numel();
        int[] places = new int[n];
        Tensor flat = Loops.contiguous(target);
        for (int i = 0; i < n; i++) {
            long c = flat.storage.getLong(flat.offset + i);
            if (c < 0 || c >= classes)
                throw new IndexOutOfBoundsException("crossEntropy: target " + i + " is class " + c
                        + ", but there are classes 0 to " + (classes - 1));
            places[i] = i / inner * (inner * classes) + (int) c * inner + i % inner;
        }
        if (reduction.equals("none"))
            return Picking.pick("NllLossBackward0", logProbabilities, places, expected)
                    .neg();
        boolean mean = reduction.equals("mean");
        if (!mean && !reduction.equals("sum")) return reduce(logProbabilities, reduction);
        return loss(logProbabilities, places, mean ? -1.0 / n : -1);
    }

    /** The sum of elements at places, times a weight, as one operation. */
    private static Tensor loss(Tensor x, int[] places, double weight) {
        Tensor y;
        Shape list = Shape.owning(places.length), whole = x.shape;
        try (GradMode off = GradMode.set(false)) {
            y = Picking.pick("", x.detach(), places, list).sum().mul(weight);
        }
        if (!Tape.watches(x)) return y;
        return Operation.of("NllLossBackward0", y)
                .input(
                        x,
                        t -> loss(t, places, weight),
                        g -> Picking.spread(
                                "NllLossBackwardBackward0", g.mul(weight).expand(places.length), places, whole))
                .result();
    }

    static Tensor mseLoss(Tensor input, Tensor target, String reduction) {
        requireOneShape("mseLoss", input, target);
        return reduce(input.sub(target).square(), reduction);
    }

    static Tensor l1Loss(Tensor input, Tensor target, String reduction) {
        requireOneShape("l1Loss", input, target);
        return reduce(input.sub(target).abs(), reduction);
    }

    /** Half the square of differences below beta, and straight beyond (Huber's loss divided by beta). */
    static Tensor smoothL1Loss(Tensor input, Tensor target, double beta, String reduction) {
        requireOneShape("smoothL1Loss", input, target);
        Tensor distance = input.sub(target).abs();
        // The part below beta and what is beyond, so that no square of a distance beyond overflows.
        Tensor near = Selection.where(distance.gt(beta), Tensor.weak(beta), distance);
        return reduce(near.square().mul(0.5 / beta).add(distance.sub(near)), reduction);
    }

    /** Minus the logarithm of the probability given to a target of 0 or 1, from scores, without overflow. */
    static Tensor binaryCrossEntropyWithLogits(Tensor logits, Tensor target, String reduction) {
        requireOneShape("binaryCrossEntropyWithLogits", logits, target);
        return reduce(logits.neg().softplus().add(logits.mul(Tensors.sub(1, target))), reduction);
    }

    /** Minus the logarithm of the probability given to a target of 0 or 1; logarithms are at least −100. */
    static Tensor binaryCrossEntropy(Tensor probabilities, Tensor target, String reduction) {
        requireOneShape("binaryCrossEntropy", probabilities, target);
        if (probabilities.lt(0).logicalOr(probabilities.gt(1)).any().isTrue())
            throw new IllegalArgumentException("binaryCrossEntropy: probabilities lie between 0 and 1; "
                    + "for scores use binaryCrossEntropyWithLogits");
        Tensor yes = probabilities.log().clamp(-100, null);
        Tensor no = Tensors.sub(1, probabilities).log().clamp(-100, null);
        return reduce(target.mul(yes).add(Tensors.sub(1, target).mul(no)).neg(), reduction);
    }

    private static void requireOneShape(String operation, Tensor input, Tensor target) {
        if (!input.shape.equals(target.shape))
            throw new IllegalArgumentException(
                    operation + ": the input has shape " + input.shape.text() + ", the target " + target.shape.text()
                            + "; broadcasting them would hide a mistake, so reshape one");
    }
}
