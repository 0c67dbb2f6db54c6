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
            default -> throw new IllegalArgumentException(say("nn.loss.reduction", "found", reduction));
        };
    }

    /**
     * Minus the log-softmax of scores at target class numbers, or weighed by target probabilities.
     *
     * @param input scores (batch, classes), of more axes (batch, classes, …), or of one example (classes)
     * @param target class numbers (batch, …), or probabilities of the shape of the scores
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     * @param weight how much each class counts, also in the mean, or null
     * @param ignoreIndex the class number of targets that do not count
     * @param labelSmoothing what share of a target is spread evenly over all classes
     */
    @Op
    static Tensor crossEntropy(
            Tensor input,
            Tensor target,
            @Default("\"mean\"") String reduction,
            @Default(value = "null", byName = true) Tensor weight,
            @Default(value = "-100", byName = true) int ignoreIndex,
            @Default(value = "0", byName = true) double labelSmoothing) {
        int axis = input.dim() == 1 ? 0 : 1;
        if (input.dim() == 0) {
            throw new IllegalArgumentException(say("nn.cross-entropy.scores-without-axes"));
        }
        if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
            throw new IllegalArgumentException(say("nn.cross-entropy.smoothing", "found", labelSmoothing));
        }
        Tensor scores = input.logSoftmax(axis);
        if (target.dtype().isFloatingPoint()) {
            return ClassWeights.probabilities(scores, target, weight, labelSmoothing, reduction, axis);
        }
        if (labelSmoothing == 0) {
            return nllLoss(scores, target, reduction, weight, ignoreIndex);
        }
        Tensor picked = nllLoss(scores, target, reduction, weight, ignoreIndex);
        Tensor even = ClassWeights.even(scores, target, weight, ignoreIndex, reduction, axis);
        return picked.mul(1 - labelSmoothing).add(even.mul(labelSmoothing / input.size(axis)));
    }

    /**
     * Minus given log-probabilities at target class numbers.
     *
     * @param input log-probabilities (batch, classes), of more axes (batch, classes, …), or of one example (classes)
     * @param target class numbers (batch, …)
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     * @param weight how much each class counts, also in the mean, or null
     * @param ignoreIndex the class number of targets that do not count
     */
    @Op
    static Tensor nllLoss(
            Tensor input,
            Tensor target,
            @Default("\"mean\"") String reduction,
            @Default(value = "null", byName = true) Tensor weight,
            @Default(value = "-100", byName = true) int ignoreIndex) {
        int axis = input.dim() == 1 ? 0 : 1;
        int[] dims = input.shape().toArray();
        Shape expected = Shape.of(IntStream.range(0, dims.length)
                .filter(d -> d != axis)
                .map(d -> dims[d])
                .toArray());
        if (!target.shape().equals(expected)) {
            throw new IllegalArgumentException(say(
                    "nn.cross-entropy.classes-shape",
                    "scores",
                    input.shape().text(),
                    "expected",
                    expected.text(),
                    "found",
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
        boolean ignored = false;
        for (int i = 0; i < n; i++) {
            long c = numbers[i];
            if (c == ignoreIndex) {
                ignored = true;
                c = 0;
            }
            if (c < 0 || c >= classes) {
                throw new IndexOutOfBoundsException(
                        say("nn.cross-entropy.class-outside", "index", i, "found", c, "last", (classes - 1)));
            }
            places[i] = i / inner * (inner * classes) + (int) c * inner + i % inner;
        }
        if (weight != null || ignored) {
            Tensor counts = ClassWeights.of(target, weight, classes, ignoreIndex, input.dtype());
            Tensor losses = Picking.pick("NllLossBackward0", input, places, expected)
                    .neg()
                    .mul(counts);
            return reduction.equals("mean") ? losses.sum().div(counts.sum()) : reduce(losses, reduction);
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
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor mseLoss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("mseLoss", input, target);
        return reduce(input.sub(target).square(), reduction);
    }

    /**
     * Absolute differences.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor l1Loss(Tensor input, Tensor target, @Default("\"mean\"") String reduction) {
        requireOneShape("l1Loss", input, target);
        return reduce(input.sub(target).abs(), reduction);
    }

    /**
     * Half the square of differences below beta, divided by it, and straight beyond (Huber's loss divided by beta).
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
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
     * As smooth L1 loss times delta: half the square of differences below delta, and straight beyond (Huber 1964).
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     */
    @Op
    static Tensor huberLoss(
            Tensor input, Tensor target, @Default("\"mean\"") String reduction, @Default("1") double delta) {
        return smoothL1Loss(input, target, reduction, delta).mul(delta);
    }

    /**
     * How far a distribution lies from another: target · (log target − input).
     *
     * @param input log-probabilities
     * @param target probabilities, or their logarithms
     * @param reduction {@code "mean"} over all elements, {@code "batchmean"}, the sum divided by the first axis, {@code
     * "sum"} or {@code "none"}
     * @param logTarget whether the target is logarithms
     */
    @Op
    static Tensor klDiv(
            Tensor input, Tensor target, @Default("\"mean\"") String reduction, @Default("false") boolean logTarget) {
        Tensor log = logTarget ? target : target.clamp(Double.MIN_NORMAL, null).log();
        Tensor weight = logTarget ? target.exp() : target;
        Tensor losses = weight.mul(log.sub(input));
        return reduction.equals("batchmean") ? losses.sum().div(input.size(0)) : reduce(losses, reduction);
    }

    /**
     * Minus the logarithm of the probability given to a target of 0 or 1, from scores whose sigmoid is the probability
     * of 1; without overflow.
     *
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     * @param weight times each loss, or null
     * @param posWeight times the losses of targets that are 1, or null
     */
    @Op
    static Tensor binaryCrossEntropyWithLogits(
            Tensor input,
            Tensor target,
            @Default("\"mean\"") String reduction,
            @Default(value = "null", byName = true) Tensor weight,
            @Default(value = "null", byName = true) Tensor posWeight) {
        requireOneShape("binaryCrossEntropyWithLogits", input, target);
        Tensor no = input.mul(sub(1, target)), yes = input.neg().softplus();
        if (posWeight != null) {
            yes = yes.mul(target.mul(posWeight.sub(1)).add(1));
        }
        return weighed(yes.add(no), weight, reduction);
    }

    private static Tensor weighed(Tensor losses, Tensor weight, String reduction) {
        return reduce(weight == null ? losses : losses.mul(weight), reduction);
    }

    /**
     * Minus the logarithm of the probability given to a target of 0 or 1; logarithms are at least −100.
     *
     * @param input probabilities of 1
     * @param reduction what becomes of the single losses: their {@code "mean"}, their {@code "sum"}, or {@code "none"}
     * of both
     * @param weight times each loss, or null
     */
    @Op
    static Tensor binaryCrossEntropy(
            Tensor input,
            Tensor target,
            @Default("\"mean\"") String reduction,
            @Default(value = "null", byName = true) Tensor weight) {
        requireOneShape("binaryCrossEntropy", input, target);
        if (input.lt(0).logicalOr(input.gt(1)).any().isTrue()) {
            throw new IllegalArgumentException(say("nn.binary-cross-entropy.probabilities"));
        }
        Tensor yes = input.log().clamp(-100, null);
        Tensor no = sub(1, input).log().clamp(-100, null);
        return weighed(target.mul(yes).add(sub(1, target).mul(no)).neg(), weight, reduction);
    }

    static void requireOneShape(String operation, Tensor input, Tensor target) {
        if (!input.shape().equals(target.shape())) {
            throw new IllegalArgumentException(say(
                    "nn.loss.shapes",
                    "operation",
                    operation,
                    "input",
                    input.shape().text(),
                    "target",
                    target.shape().text()));
        }
    }
}
