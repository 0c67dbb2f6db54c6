package jacobi.nn;

import jacobi.tensor.Tensor;

/** One axis made several. */
public final class Unflatten extends Module {
    private final int axis;
    private final int[] unflattenedSize;

    /** With all that can be said. */
    public Unflatten(int axis, int[] unflattenedSize) {
        this.axis = axis;
        this.unflattenedSize = unflattenedSize;
    }

    public Tensor forward(Tensor input) {
        return input.unflatten(axis, unflattenedSize);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + axis + ", unflattened_size=" + Sizes.tuple(unflattenedSize);
    }
}
