package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Absolute differences. */
public final class L1Loss extends Module {
    private final String reduction;

    /** The mean of the losses. */
    public L1Loss() {
        this("mean");
    }

    /** With all that can be said. */
    public L1Loss(@Default("\"mean\"") String reduction) {
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.l1Loss(input, target, reduction);
    }
}
