// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** The mean of what each window sees of sequences. */
// end for
// where 2d:
/** The mean of what each window sees of images. */
// end for
// where 3d:
/** The mean of what each window sees of volumes. */
// end for
public final class AvgPool1d extends Module {
    private final int[] kernelSize;
    private final int[] stride;
    private final int[] padding;
    private final boolean ceilMode;
    private final boolean countIncludePad;
    // where 2d, 3d:
    private Integer divisorOverride;
    // end for

    /** A window that moves by its own size. */
    public AvgPool1d(int kernelSize) {
        this(new int[] {kernelSize}, null, new int[] {0}, false, true);
    }

    /** A window that moves by a stride. */
    public AvgPool1d(int kernelSize, int stride) {
        this(kernelSize, stride, 0);
    }

    /** A window that moves by a stride, with padding around. */
    public AvgPool1d(int kernelSize, int stride, int padding) {
        this(new int[] {kernelSize}, new int[] {stride}, new int[] {padding}, false, true);
    }

    /** A window that moves by a stride, or, if that is null, by its own size, with padding around. */
    public AvgPool1d(int[] kernelSize, int[] stride, int[] padding) {
        this(kernelSize, stride, padding, false, true);
    }

    /**
     * A window; lists of one number hold for all directions.
     *
     * @param kernelSize size of the window
     * @param stride how far it moves; null for its own size
     * @param padding zeros put around
     * @param ceilMode whether there is also a window that sticks out at the end
     * @param countIncludePad whether the padding's zeros count in the mean
     */
    public AvgPool1d(
            int[] kernelSize,
            @Default("null") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("false") boolean ceilMode,
            @Default("true") boolean countIncludePad) {
        Sizes.each("AvgPool1d", "kernelSize", kernelSize, $n, 1);
        this.kernelSize = kernelSize.clone();
        this.stride = stride == null ? this.kernelSize : stride.clone();
        this.padding = padding.clone();
        this.ceilMode = ceilMode;
        this.countIncludePad = countIncludePad;
        Sizes.each("AvgPool1d", "stride", this.stride, $n, 1);
        Sizes.each("AvgPool1d", "padding", padding, $n, 0);
    }

    // where 2d, 3d:
    /**
     * A window whose sum is divided by a number of one's own.
     *
     * @param divisorOverride what the sum is divided by, whatever the window sees; null for the number of its places
     */
    public AvgPool1d(
            int[] kernelSize,
            @Default("null") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("false") boolean ceilMode,
            @Default("true") boolean countIncludePad,
            Integer divisorOverride) {
        this(kernelSize, stride, padding, ceilMode, countIncludePad);
        this.divisorOverride = divisorOverride;
    }
    // end for

    public Tensor forward(Tensor input) {
        // where 1d:
        return Functional.avgPool1d(input, kernelSize[0], stride[0], padding[0], ceilMode, countIncludePad);
        // end for
        // where 2d, 3d:
        return Functional.avgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
        // end for
    }

    @Override
    protected String extraRepr() {
        // where 1d:
        return "kernel_size=" + Sizes.tuple(kernelSize) + ", stride=" + Sizes.tuple(stride) + ", padding="
                + Sizes.tuple(padding);
        // end for
        // where 2d, 3d:
        return "kernel_size=" + Sizes.tupleOrNumber(kernelSize) + ", stride=" + Sizes.tupleOrNumber(stride)
                + ", padding=" + Sizes.tupleOrNumber(padding);
        // end for
    }
}
