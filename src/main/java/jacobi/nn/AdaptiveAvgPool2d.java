package jacobi.nn;

import jacobi.tensor.Tensor;

/** Means of as many windows as asked for, which together cover the image. */
public final class AdaptiveAvgPool2d extends Module {
    private final int[] outputSize;

    /** As many rows and columns. */
    public AdaptiveAvgPool2d(int outputSize) {
        this(new int[] {outputSize});
    }

    /** With (rows, columns) places. */
    public AdaptiveAvgPool2d(int[] outputSize) {
        this.outputSize = outputSize;
    }

    public Tensor forward(Tensor input) {
        return Functional.adaptiveAvgPool2d(input, outputSize);
    }

    @Override
    protected String extraRepr() {
        return "output_size=" + Sizes.tupleOrNumber(outputSize);
    }
}
