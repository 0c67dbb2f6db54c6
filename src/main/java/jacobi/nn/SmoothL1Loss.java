package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Half the square of differences below beta, divided by it, and straight beyond. */
public final class SmoothL1Loss extends Module {
    private final String reduction;
    private final double beta;

    /** The mean of the losses. */
    public SmoothL1Loss() {
        this("mean", 1);
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public SmoothL1Loss(String reduction) {
        this(reduction, 1);
    }

    /** With all that can be said. */
    public SmoothL1Loss(@Default("\"mean\"") String reduction, @Default("1") double beta) {
        this.reduction = reduction;
        this.beta = beta;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.smoothL1Loss(input, target, reduction, beta);
    }
}
