package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** How far a distribution lies from another; see {@code klDiv}. */
public final class KLDivLoss extends Module {
    private final String reduction;
    private final boolean logTarget;

    /** The mean of the losses. */
    public KLDivLoss() {
        this("mean", false);
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public KLDivLoss(String reduction) {
        this(reduction, false);
    }

    /** With all that can be said. */
    public KLDivLoss(@Default("\"mean\"") String reduction, @Default("false") boolean logTarget) {
        this.reduction = reduction;
        this.logTarget = logTarget;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.klDiv(input, target, reduction, logTarget);
    }
}
