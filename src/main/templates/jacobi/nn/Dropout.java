// for dropout, alphaDropout:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where dropout:
/**
 * In training, elements set to 0 with a probability and the others divided by what is left of 1 (Srivastava et al.
 * 2014).
 */
// end for
// where alphaDropout:
/**
 * In training, elements set to what selu gives far below 0 with a probability, then all scaled and moved, so that what
 * selu gives keeps mean 0 and variance 1 (Klambauer et al. 2017).
 */
// end for
public final class Dropout extends Module {
    private final double p;

    /** With probability ½. */
    public Dropout() {
        this(0.5);
    }

    /** With a probability. */
    public Dropout(@Default("0.5") double p) {
        Layers.requireProbability("Dropout", p);
        this.p = p;
    }

    public Tensor forward(Tensor input) {
        return training() ? Functional.dropout(input, p) : input;
    }

    @Override
    protected String extraRepr() {
        return "p=" + Sizes.number(p) + ", inplace=False";
    }
}
