// for cosineEmbedding, marginRanking:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where cosineEmbedding:
/** 1 − cosine where the target is 1, and what the cosine exceeds a margin by where it is −1. */
// end for
// where marginRanking:
/** Which of two should be the larger one. */
// end for
public final class CosineEmbeddingLoss extends Module {
    private final double margin;
    private final String reduction;

    /** The mean of the losses. */
    public CosineEmbeddingLoss() {
        this(0, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public CosineEmbeddingLoss(String reduction) {
        this(0, reduction);
    }

    /** With all that can be said. */
    public CosineEmbeddingLoss(@Default("0") double margin, @Default("\"mean\"") String reduction) {
        this.margin = margin;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor x1, Tensor x2, Tensor target) {
        return Functional.cosineEmbeddingLoss(x1, x2, target, margin, reduction);
    }
}
