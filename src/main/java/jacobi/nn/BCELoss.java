package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Minus the logarithm of the probability given to targets of 0 or 1. */
public final class BCELoss extends Module {
    @Buffer
    private final Tensor weight;

    private final String reduction;

    /** The mean of the losses. */
    public BCELoss() {
        this(null, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public BCELoss(String reduction) {
        this(null, reduction);
    }

    /** With all that can be said. */
    public BCELoss(@Default("null") Tensor weight, @Default("\"mean\"") String reduction) {
        this.weight = weight;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.binaryCrossEntropy(input, target, reduction, weight);
    }
}
