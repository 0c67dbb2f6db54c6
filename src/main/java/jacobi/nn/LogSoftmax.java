package jacobi.nn;

import jacobi.tensor.Tensor;

/** Logarithm of softmax along an axis. */
public final class LogSoftmax extends Module {
    private final int axis;

    /** With all that can be said. */
    public LogSoftmax(int axis) {
        this.axis = axis;
    }

    public Tensor forward(Tensor input) {
        return input.logSoftmax(axis);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + axis;
    }
}
