package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** How much nearer an anchor should be to a positive example than to a negative one. */
public final class TripletMarginLoss extends Module {
    private final double margin;
    private final double p;
    private final String reduction;

    /** The mean of the losses. */
    public TripletMarginLoss() {
        this(1, 2, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public TripletMarginLoss(String reduction) {
        this(1, 2, reduction);
    }

    /** With all that can be said. */
    public TripletMarginLoss(
            @Default("1") double margin, @Default("2") double p, @Default("\"mean\"") String reduction) {
        this.margin = margin;
        this.p = p;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
        return Functional.tripletMarginLoss(anchor, positive, negative, margin, p, reduction);
    }
}
