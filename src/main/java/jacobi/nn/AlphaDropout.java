package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Dropout that keeps mean 0 and variance 1 of what selu gives (Klambauer et al. 2017). */
public final class AlphaDropout extends Module {
    private final double p;

    /** With probability ½. */
    public AlphaDropout() {
        this(0.5);
    }

    /** With a probability. */
    public AlphaDropout(@Default("0.5") double p) {
        Layers.requireProbability("AlphaDropout", p);
        this.p = p;
    }

    public Tensor forward(Tensor input) {
        return training() ? Functional.alphaDropout(input, p) : input;
    }

    @Override
    protected String extraRepr() {
        return "p=" + Sizes.number(p) + ", inplace=False";
    }
}
