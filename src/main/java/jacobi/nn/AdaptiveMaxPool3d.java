package jacobi.nn;

import jacobi.tensor.Tensor;

/** The largest numbers of as many windows as asked for, which together cover the volume. */
public final class AdaptiveMaxPool3d extends Module {
    private final int[] outputSize;

    /** As many places in each direction. */
    public AdaptiveMaxPool3d(int outputSize) {
        this(new int[] {outputSize});
    }

    /** With (depth, rows, columns) places. */
    public AdaptiveMaxPool3d(int[] outputSize) {
        this.outputSize = outputSize;
    }

    public Tensor forward(Tensor input) {
        return Functional.adaptiveMaxPool3d(input, outputSize);
    }

    @Override
    protected String extraRepr() {
        return "output_size=" + Sizes.tupleOrNumber(outputSize);
    }
}
