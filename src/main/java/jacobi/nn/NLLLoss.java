package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Minus given log-probabilities at target class numbers; see {@code nllLoss}. */
public final class NLLLoss extends Module {
    @Buffer
    private final Tensor weight;

    private final int ignoreIndex;
    private final String reduction;

    /** The mean of the losses. */
    public NLLLoss() {
        this(null, -100, "mean");
    }

    /** With {@code "mean"}, {@code "sum"} or {@code "none"} of both. */
    public NLLLoss(String reduction) {
        this(null, -100, reduction);
    }

    /** With all that can be said. */
    public NLLLoss(
            @Default("null") Tensor weight, @Default("-100") int ignoreIndex, @Default("\"mean\"") String reduction) {
        this.weight = weight;
        this.ignoreIndex = ignoreIndex;
        this.reduction = reduction;
    }

    public Tensor forward(Tensor input, Tensor target) {
        return Functional.nllLoss(input, target, reduction, weight, ignoreIndex);
    }
}
