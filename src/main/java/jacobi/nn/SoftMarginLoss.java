package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** log(1 + exp(−target · x)), for targets of 1 and −1. */
public final class SoftMarginLoss extends Module {
    private final String reduction;

    /** The mean of the losses. */
    public SoftMarginLoss() {
        this("mean");
    }

    /** With all that can be said. */
    public SoftMarginLoss(@Default("\"mean\"") String reduction) {
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.softMarginLoss(input, target, reduction);
    }
}
