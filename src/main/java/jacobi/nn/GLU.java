package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** One half along an axis times the sigmoid of the other (Dauphin et al. 2016). */
public final class GLU extends Module {
    private final int axis;

    /** With axis -1. */
    public GLU() {
        this(-1);
    }

    /** With all that can be said. */
    public GLU(@Default("-1") int axis) {
        this.axis = axis;
    }

    public Tensor forward(Tensor input) {
        return Functional.glu(input, axis);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + axis;
    }
}
