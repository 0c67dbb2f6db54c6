package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** In training, whole channels of (batch, channels, depth, height, width) set to 0 with a probability, and the others scaled. */
public final class Dropout3d extends Module {
    private final double p;

    /** With probability ½. */
    public Dropout3d() {
        this(0.5);
    }

    /** With a probability. */
    public Dropout3d(@Default("0.5") double p) {
        Layers.requireProbability("Dropout3d", p);
        this.p = p;
    }

    public Tensor forward(Tensor input) {
        return training() ? Functional.channelDropout(input, p) : input;
    }

    @Override
    protected String extraRepr() {
        return "p=" + Sizes.number(p) + ", inplace=False";
    }
}
