package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** As {@link BCELoss}, of scores whose sigmoid is the probability. */
public final class BCEWithLogitsLoss extends Module {
    @Buffer
    private final Tensor weight;

    private final String reduction;

    @Buffer
    private final Tensor posWeight;

    /** The mean of the losses. */
    public BCEWithLogitsLoss() {
        this(null, "mean", null);
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public BCEWithLogitsLoss(String reduction) {
        this(null, reduction, null);
    }

    /** With all that can be said. */
    public BCEWithLogitsLoss(
            @Default("null") Tensor weight, @Default("\"mean\"") String reduction, @Default("null") Tensor posWeight) {
        this.weight = weight;
        this.reduction = reduction;
        this.posWeight = posWeight;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.binaryCrossEntropyWithLogits(input, target, reduction, weight, posWeight);
    }
}
