package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** log(1 + exp(beta x)) / beta, straight above the threshold. */
public final class Softplus extends Module {
    private final Number beta;
    private final Number threshold;

    /** With beta 1, threshold 20. */
    public Softplus() {
        this(1, 20);
    }

    /** With threshold 20. */
    public Softplus(Number beta) {
        this(beta, 20);
    }

    /** With all that can be said. */
    public Softplus(@Default("1") Number beta, @Default("20") Number threshold) {
        this.beta = beta;
        this.threshold = threshold;
    }

    public Tensor forward(Tensor input) {
        return Functional.softplus(input, beta.doubleValue(), threshold.doubleValue());
    }

    @Override
    protected String extraRepr() {
        return "beta=" + Sizes.given(beta) + ", threshold=" + Sizes.given(threshold);
    }
}
