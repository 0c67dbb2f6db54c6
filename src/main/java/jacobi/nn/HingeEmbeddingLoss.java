package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** The distance itself where the target is 1, and what it lacks of a margin where it is −1. */
public final class HingeEmbeddingLoss extends Module {
    private final double margin;
    private final String reduction;

    /** The mean of the losses. */
    public HingeEmbeddingLoss() {
        this(1, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public HingeEmbeddingLoss(String reduction) {
        this(1, reduction);
    }

    /** With all that can be said. */
    public HingeEmbeddingLoss(@Default("1") double margin, @Default("\"mean\"") String reduction) {
        this.margin = margin;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.hingeEmbeddingLoss(input, target, margin, reduction);
    }
}
