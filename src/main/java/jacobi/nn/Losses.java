package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.sub;
import static jacobi.tensor.Tensors.where;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.GradMode;
import jacobi.tensor.Operation;
import jacobi.tensor.Picking;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.stream.IntStream;

/** What training minimises: distances between predictions and targets, averaged. */
final class Losses {
    private Losses() {}

    /** How single losses become the result. */
    static Tensor reduce(Tensor losses, String reduction) {
        return switch (reduction) {
            case "mean" -> losses.mean();
            case "sum" -> losses.sum();
            case "none" -> losses;
            default -> throw new IllegalArgumentException(say("nn.losses.mean-sum-none-got", "reduction", reduction));
        };
    }

    /**
     * Minus the log-softmax of scores at target class numbers, or weighed by target probabilities.
     *
     * @param input scores (batch, classes), of more axes (batch, classes, …), or of one example (classes)
     * @param target class numbers (batch, …), or probabilities of the shape of the scores
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor crossEntropy(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        int axis = input.dim() == 1 ? 0 : 1;
        if (input.dim() == 0) {
            throw new IllegalArgumentException(say("nn.losses.needs-scores-batch-classes"));
        }
        if (target.dtype().isFloatingPoint()) {
            if (!target.shape().equals(input.shape())) {
                throw new IllegalArgumentException(say(
                        "nn.losses.target-probabilities-shape-do",
                        "targetShape",
                        target.shape().text(),
                        "inputShape",
                        input.shape().text()));
            }
            Tensor losses = input.logSoftmax(axis).mul(target).sum(axis).neg();
            return reduce(losses, reduction);
        }
        return nllLoss(input.logSoftmax(axis), target, reduction);
    }

    /**
     * Minus given log-probabilities at target class numbers.
     *
     * @param input log-probabilities (batch, classes), of more axes (batch, classes, …), or of one example (classes)
     * @param target class numbers (batch, …)
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor nllLoss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        int axis = input.dim() == 1 ? 0 : 1;
        int[] dims = input.shape().toArray();
        Shape expected = Shape.of(IntStream.range(0, dims.length)
                .filter(d -> d != axis)
                .map(d -> dims[d])
                .toArray());
        if (!target.shape().equals(expected)) {
            throw new IllegalArgumentException(say(
                    "nn.losses.scores-shape-need-class",
                    "inputShape",
                    input.shape().text(),
                    "expected",
                    expected.text(),
                    "targetShape",
                    target.shape().text()));
        }
        Operation.requireInteger("crossEntropy", target);
        int classes = dims[axis], inner = 1;
        for (int d = axis + 1; d < dims.length; d++) {
            inner *= Math.max(dims[d], 1);
        }
        int n = target.numel();
        int[] places = new int[n];
        long[] numbers = target.toLongArray();
        for (int i = 0; i < n; i++) {
            long c = numbers[i];
            if (c < 0 || c >= classes) {
                throw new IndexOutOfBoundsException(
                        say("nn.losses.target-class-but-there", "i", i, "c", c, "classes", classes - 1));
            }
            places[i] = i / inner * (inner * classes) + (int) c * inner + i % inner;
        }
        if (reduction.equals("none")) {
            return Picking.pick("NllLossBackward0", input, places, expected).neg();
        }
        boolean mean = reduction.equals("mean");
        if (!mean && !reduction.equals("sum")) {
            return reduce(input, reduction);
        }
        return loss(input, places, mean ? -1.0 / n : -1);
    }

    /** The sum of elements at places, times a weight, as one operation. */
    private static Tensor loss(Tensor x, int[] places, double weight) {
        Tensor y;
        Shape list = Shape.of(places.length), whole = x.shape();
        try (GradMode off = noGrad()) {
            y = Picking.pick("", x.detach(), places, list).sum().mul(weight);
        }
        if (!Operation.isTracked(x)) {
            return y;
        }
        return Operation.of("NllLossBackward0", y)
                .input(
                        x,
                        t -> loss(t, places, weight),
                        g -> Picking.spread(
                                "NllLossBackwardBackward0", g.mul(weight).expand(places.length), places, whole))
                .result();
    }

    /**
     * Squared differences.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor mseLoss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("mseLoss", input, target);
        return reduce(input.sub(target).square(), reduction);
    }

    /**
     * Absolute differences.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor l1Loss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("l1Loss", input, target);
        return reduce(input.sub(target).abs(), reduction);
    }

    /**
     * Half the square of differences below beta, divided by it, and straight beyond (Huber's loss divided by beta).
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor smoothL1Loss(
            Tensor input, Tensor target, @Default("\"mean\"") String reduction, @Default("1") double beta) {
        requireOneShape("smoothL1Loss", input, target);
        Tensor distance = input.sub(target).abs();
        // The part below beta and what is beyond, so that no square of a distance beyond overflows.
        Tensor near = where(distance.gt(beta), beta, distance);
        return reduce(near.square().mul(0.5 / beta).add(distance.sub(near)), reduction);
    }

    /**
     * Minus the logarithm of the probability given to a target of 0 or 1, from scores whose sigmoid is the probability of 1; without overflow.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("binaryCrossEntropyWithLogits", input, target);
        return reduce(input.neg().softplus().add(input.mul(sub(1, target))), reduction);
    }

    /**
     * Minus the logarithm of the probability given to a target of 0 or 1; logarithms are at least −100.
     *
     * @param input probabilities of 1
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"} of both
     */
    @Op
    static Tensor binaryCrossEntropy(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("binaryCrossEntropy", input, target);
        if (input.lt(0).logicalOr(input.gt(1)).any().isTrue()) {
            throw new IllegalArgumentException(say("nn.losses.probabilities-lie-between-scores"));
        }
        Tensor yes = input.log().clamp(-100, null);
        Tensor no = sub(1, input).log().clamp(-100, null);
        return reduce(target.mul(yes).add(sub(1, target).mul(no)).neg(), reduction);
    }

    private static void requireOneShape(String operation, Tensor input, Tensor target) {
        if (!input.shape().equals(target.shape())) {
            throw new IllegalArgumentException(say(
                    "nn.losses.input-shape-target-broadcasting",
                    "operation",
                    operation,
                    "inputShape",
                    input.shape().text(),
                    "targetShape",
                    target.shape().text()));
        }
    }
}
