package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x above 0, and times a random slope below in training, the mean slope else (Xu et al. 2015). */
public final class RReLU extends Module {
    private final double lower;
    private final double upper;

    /** Slopes between ⅛ and ⅓. */
    public RReLU() {
        this(1.0 / 8, 1.0 / 3);
    }

    /** Slopes between two bounds. */
    public RReLU(@Default("1.0 / 8") double lower, @Default("1.0 / 3") double upper) {
        this.lower = lower;
        this.upper = upper;
    }

    public Tensor forward(Tensor input) {
        return Functional.rrelu(input, lower, upper, training());
    }

    @Override
    protected String extraRepr() {
        return "lower=" + Sizes.number(lower) + ", upper=" + Sizes.number(upper);
    }
}
