// for softmax, logSoftmax:
package jacobi.nn;

import jacobi.tensor.Tensor;

// where softmax:
/** Exponentials divided by their sum along an axis. */
// end for
// where logSoftmax:
/** Logarithms of exponentials divided by their sum along an axis. */
// end for
public final class Softmax extends Module {
    private final int axis;

    /** With all that can be said. */
    public Softmax(int axis) {
        this.axis = axis;
    }

    public Tensor forward(Tensor input) {
        return input.softmax(axis);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + axis;
    }
}
