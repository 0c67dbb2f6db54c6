package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x above 0, alpha (exp(x) − 1) below (Clevert et al. 2015). */
public final class ELU extends Module {
    private final double alpha;

    /** With alpha 1.0. */
    public ELU() {
        this(1.0);
    }

    /** With all that can be said. */
    public ELU(@Default("1.0") double alpha) {
        this.alpha = alpha;
    }

    public Tensor forward(Tensor input) {
        return input.elu(alpha);
    }

    @Override
    protected String extraRepr() {
        return "alpha=" + Sizes.number(alpha);
    }
}
