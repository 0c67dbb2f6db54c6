package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Half the square of differences below delta, and straight beyond (Huber 1964). */
public final class HuberLoss extends Module {
    private final String reduction;
    private final double delta;

    /** The mean of the losses. */
    public HuberLoss() {
        this("mean", 1);
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public HuberLoss(String reduction) {
        this(reduction, 1);
    }

    /** With all that can be said. */
    public HuberLoss(@Default("\"mean\"") String reduction, @Default("1") double delta) {
        this.reduction = reduction;
        this.delta = delta;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.huberLoss(input, target, reduction, delta);
    }
}
