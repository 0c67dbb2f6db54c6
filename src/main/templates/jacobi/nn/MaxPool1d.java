// for 1d, 2d:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** The largest number each window sees of sequences. */
// end for
// where 2d:
/** The largest number each window sees of images. */
// end for
public final class MaxPool1d extends Module {
    // where 1d:
    private static final int DIRECTIONS = 1;
    // end for
    // where 2d:
    private static final int DIRECTIONS = 2;
    // end for

    private final int[] kernelSize;
    private final int[] stride;
    private final int[] padding;

    /** A window that moves by its own size. */
    public MaxPool1d(int kernelSize) {
        this(new int[] {kernelSize}, null, new int[] {0});
    }

    /** A window that moves by a stride. */
    public MaxPool1d(int kernelSize, int stride) {
        this(kernelSize, stride, 0);
    }

    /** A window that moves by a stride, with padding around. */
    public MaxPool1d(int kernelSize, int stride, int padding) {
        this(new int[] {kernelSize}, new int[] {stride}, new int[] {padding});
    }

    /** A window; lists of one number hold for all directions, and without a stride it moves by its own size. */
    public MaxPool1d(int[] kernelSize, @Default("null") int[] stride, @Default("new int[] {0}") int[] padding) {
        Sizes.each("MaxPool1d", "kernelSize", kernelSize, DIRECTIONS, 1);
        this.kernelSize = kernelSize.clone();
        this.stride = stride == null ? this.kernelSize : stride.clone();
        this.padding = padding.clone();
        Sizes.each("MaxPool1d", "stride", this.stride, DIRECTIONS, 1);
        Sizes.each("MaxPool1d", "padding", padding, DIRECTIONS, 0);
    }

    public Tensor forward(Tensor input) {
        // where 1d:
        return Functional.maxPool1d(input, kernelSize[0], stride[0], padding[0]);
        // end for
        // where 2d:
        return Functional.maxPool1d(input, kernelSize, stride, padding);
        // end for
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=" + Sizes.tupleOrNumber(kernelSize) + ", stride=" + Sizes.tupleOrNumber(stride)
                + ", padding=" + Sizes.tupleOrNumber(padding) + ", dilation=1, ceil_mode=False";
    }
}
