package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Axes from one to another made one; the batch's stays. */
public final class Flatten extends Module {
    private final int startDim;
    private final int endDim;

    /** With startDim 1, endDim -1. */
    public Flatten() {
        this(1, -1);
    }

    /** With endDim -1. */
    public Flatten(int startDim) {
        this(startDim, -1);
    }

    /** With all that can be said. */
    public Flatten(@Default("1") int startDim, @Default("-1") int endDim) {
        this.startDim = startDim;
        this.endDim = endDim;
    }

    public Tensor forward(Tensor input) {
        return input.flatten(startDim, endDim);
    }

    @Override
    protected String extraRepr() {
        return "start_dim=" + startDim + ", end_dim=" + endDim;
    }
}
