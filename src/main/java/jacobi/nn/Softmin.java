package jacobi.nn;

import jacobi.tensor.Tensor;

/** Softmax of −x along an axis. */
public final class Softmin extends Module {
    private final int axis;

    /** With all that can be said. */
    public Softmin(int axis) {
        this.axis = axis;
    }

    public Tensor forward(Tensor input) {
        return input.neg().softmax(axis);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + axis;
    }
}
