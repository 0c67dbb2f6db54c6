// for mse, l1:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where mse:
/** Squared differences. */
// end for
// where l1:
/** Absolute differences. */
// end for
public final class MSELoss extends Module {
    private final String reduction;

    /** The mean of the losses. */
    public MSELoss() {
        this("mean");
    }

    /** With all that can be said. */
    public MSELoss(@Default("\"mean\"") String reduction) {
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.mseLoss(input, target, reduction);
    }
}
