package jacobi.nn;

import jacobi.tensor.Tensor;

/** Means of as many windows as asked for, which together cover the volume. */
public final class AdaptiveAvgPool3d extends Module {
    private final int[] outputSize;

    /** As many places in each direction. */
    public AdaptiveAvgPool3d(int outputSize) {
        this(new int[] {outputSize});
    }

    /** With (depth, rows, columns) places. */
    public AdaptiveAvgPool3d(int[] outputSize) {
        this.outputSize = outputSize;
    }

    public Tensor forward(Tensor input) {
        return Functional.adaptiveAvgPool3d(input, outputSize);
    }

    @Override
    protected String extraRepr() {
        return "output_size=" + Sizes.tupleOrNumber(outputSize);
    }
}
