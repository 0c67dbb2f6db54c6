package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** The largest number each window sees of images. */
public final class MaxPool2d extends Module {
    private final int[] kernelSize;
    private final int[] stride;
    private final int[] padding;

    /** A window that moves by its own size. */
    public MaxPool2d(int kernelSize) {
        this(new int[] {kernelSize}, null, new int[] {0});
    }

    /** A window that moves by a stride. */
    public MaxPool2d(int kernelSize, int stride) {
        this(kernelSize, stride, 0);
    }

    /** A window that moves by a stride, with padding around. */
    public MaxPool2d(int kernelSize, int stride, int padding) {
        this(new int[] {kernelSize}, new int[] {stride}, new int[] {padding});
    }

    /** A window; lists of one number hold for all directions, and without a stride it moves by its own size. */
    public MaxPool2d(int[] kernelSize, @Default("null") int[] stride, @Default("new int[] {0}") int[] padding) {
        Sizes.each("MaxPool2d", "kernelSize", kernelSize, 2, 1);
        this.kernelSize = kernelSize.clone();
        this.stride = stride == null ? this.kernelSize : stride.clone();
        this.padding = padding.clone();
        Sizes.each("MaxPool2d", "stride", this.stride, 2, 1);
        Sizes.each("MaxPool2d", "padding", padding, 2, 0);
    }

    public Tensor forward(Tensor input) {
        return Functional.maxPool2d(input, kernelSize, stride, padding);
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=" + Sizes.tupleOrNumber(kernelSize) + ", stride=" + Sizes.tupleOrNumber(stride)
                + ", padding=" + Sizes.tupleOrNumber(padding) + ", dilation=1, ceil_mode=False";
    }
}
