package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x above 0, alpha (exp(x / alpha) − 1) below (Barron 2017). */
public final class CELU extends Module {
    private final double alpha;

    /** With alpha 1.0. */
    public CELU() {
        this(1.0);
    }

    /** With all that can be said. */
    public CELU(@Default("1.0") double alpha) {
        this.alpha = alpha;
    }

    public Tensor forward(Tensor input) {
        return Functional.celu(input, alpha);
    }

    @Override
    protected String extraRepr() {
        return "alpha=" + Sizes.number(alpha);
    }
}
