package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Which of two should be the larger one. */
public final class MarginRankingLoss extends Module {
    private final double margin;
    private final String reduction;

    /** The mean of the losses. */
    public MarginRankingLoss() {
        this(0, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public MarginRankingLoss(String reduction) {
        this(0, reduction);
    }

    /** With all that can be said. */
    public MarginRankingLoss(@Default("0") double margin, @Default("\"mean\"") String reduction) {
        this.margin = margin;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor x1, Tensor x2, Tensor target) {
        return Functional.marginRankingLoss(x1, x2, target, margin, reduction);
    }
}
