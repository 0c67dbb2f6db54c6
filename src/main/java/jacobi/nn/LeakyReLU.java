package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x above 0, and less steep below. */
public final class LeakyReLU extends Module {
    private final double negativeSlope;

    /** With negativeSlope 0.01. */
    public LeakyReLU() {
        this(0.01);
    }

    /** With all that can be said. */
    public LeakyReLU(@Default("0.01") double negativeSlope) {
        this.negativeSlope = negativeSlope;
    }

    public Tensor forward(Tensor input) {
        return input.leakyRelu(negativeSlope);
    }

    @Override
    protected String extraRepr() {
        return "negative_slope=" + Sizes.number(negativeSlope);
    }
}
