// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** In training, whole channels of (batch, channels, length) set to 0 with a probability, and the others scaled. */
// end for
// where 2d:
/**
 * In training, whole channels of (batch, channels, height, width) set to 0 with a probability, and the others scaled.
 */
// end for
// where 3d:
/**
 * In training, whole channels of (batch, channels, depth, height, width) set to 0 with a probability, and the others
 * scaled.
 */
// end for
public final class Dropout1d extends Module {
    private final double p;

    /** With probability ½. */
    public Dropout1d() {
        this(0.5);
    }

    /** With a probability. */
    public Dropout1d(@Default("0.5") double p) {
        Layers.requireProbability("Dropout1d", p);
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
