// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** The largest number each window sees of sequences. */
// end for
// where 2d:
/** The largest number each window sees of images. */
// end for
// where 3d:
/** The largest number each window sees of volumes. */
// end for
public final class MaxPool1d extends Module {
    private final int[] kernelSize;
    private final int[] stride;
    private final int[] padding;
    private final int[] dilation;
    private final boolean ceilMode;

    /** A window that moves by its own size. */
    public MaxPool1d(int kernelSize) {
        this(new int[] {kernelSize}, null, new int[] {0}, new int[] {1}, false);
    }

    /** A window that moves by a stride. */
    public MaxPool1d(int kernelSize, int stride) {
        this(kernelSize, stride, 0);
    }

    /** A window that moves by a stride, with padding around. */
    public MaxPool1d(int kernelSize, int stride, int padding) {
        this(new int[] {kernelSize}, new int[] {stride}, new int[] {padding}, new int[] {1}, false);
    }

    /** A window that moves by a stride, or, if that is null, by its own size, with padding around. */
    public MaxPool1d(int[] kernelSize, int[] stride, int[] padding) {
        this(kernelSize, stride, padding, new int[] {1}, false);
    }

    /**
     * A window; lists of one number hold for all directions.
     *
     * @param kernelSize size of the window
     * @param stride how far it moves; null for its own size
     * @param padding places put around, which never win
     * @param dilation distance of the elements a window sees
     * @param ceilMode whether there is also a window that sticks out at the end
     */
    public MaxPool1d(
            int[] kernelSize,
            @Default("null") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("new int[] {1}") int[] dilation,
            @Default("false") boolean ceilMode) {
        Sizes.each("MaxPool1d", "kernelSize", kernelSize, $n, 1);
        this.kernelSize = kernelSize.clone();
        this.stride = stride == null ? this.kernelSize : stride.clone();
        this.padding = padding.clone();
        this.dilation = dilation.clone();
        this.ceilMode = ceilMode;
        Sizes.each("MaxPool1d", "stride", this.stride, $n, 1);
        Sizes.each("MaxPool1d", "padding", padding, $n, 0);
        Sizes.each("MaxPool1d", "dilation", dilation, $n, 1);
    }

    public Tensor forward(Tensor input) {
        // where 1d:
        return Functional.maxPool1d(input, kernelSize[0], stride[0], padding[0], dilation[0], ceilMode);
        // end for
        // where 2d, 3d:
        return Functional.maxPool1d(input, kernelSize, stride, padding, dilation, ceilMode);
        // end for
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=" + Sizes.tupleOrNumber(kernelSize) + ", stride=" + Sizes.tupleOrNumber(stride)
                + ", padding=" + Sizes.tupleOrNumber(padding) + ", dilation=" + Sizes.tupleOrNumber(dilation)
                + ", ceil_mode=" + Sizes.bool(ceilMode);
    }
}
