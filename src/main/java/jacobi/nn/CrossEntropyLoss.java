package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/**
 * Minus the log-softmax of scores at target class numbers, or weighed by target probabilities; see {@code
 * crossEntropy}.
 */
public final class CrossEntropyLoss extends Module {
    @Buffer
    private final Tensor weight;

    private final int ignoreIndex;
    private final String reduction;
    private final double labelSmoothing;

    /** The mean of the losses. */
    public CrossEntropyLoss() {
        this(null, -100, "mean", 0);
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public CrossEntropyLoss(String reduction) {
        this(null, -100, reduction, 0);
    }

    /** With all that can be said. */
    public CrossEntropyLoss(
            @Default("null") Tensor weight,
            @Default("-100") int ignoreIndex,
            @Default("\"mean\"") String reduction,
            @Default("0") double labelSmoothing) {
        this.weight = weight;
        this.ignoreIndex = ignoreIndex;
        this.reduction = reduction;
        this.labelSmoothing = labelSmoothing;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.crossEntropy(input, target, reduction, weight, ignoreIndex, labelSmoothing);
    }
}
