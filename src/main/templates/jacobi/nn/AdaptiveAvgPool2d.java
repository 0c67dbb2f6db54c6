// for adaptiveAvgPool2d, adaptiveAvgPool3d, adaptiveMaxPool2d, adaptiveMaxPool3d:
package jacobi.nn;

import jacobi.tensor.Tensor;

// where adaptiveAvgPool2d:
/** Means of as many windows as asked for, which together cover the image. */
// end for
// where adaptiveAvgPool3d:
/** Means of as many windows as asked for, which together cover the volume. */
// end for
// where adaptiveMaxPool2d:
/** The largest numbers of as many windows as asked for, which together cover the image. */
// end for
// where adaptiveMaxPool3d:
/** The largest numbers of as many windows as asked for, which together cover the volume. */
// end for
public final class AdaptiveAvgPool2d extends Module {
    private final int[] outputSize;

    /** As many places in every direction. */
    public AdaptiveAvgPool2d(int outputSize) {
        this(new int[] {outputSize});
    }

    /** So many places in each direction: (rows, columns), of volumes (depth, rows, columns). */
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
