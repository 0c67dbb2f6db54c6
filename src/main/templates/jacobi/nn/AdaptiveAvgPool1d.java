// for adaptiveAvgPool1d, adaptiveMaxPool1d:
package jacobi.nn;

import jacobi.tensor.Tensor;

// where adaptiveAvgPool1d:
/** Means of as many windows as asked for, which together cover the sequence. */
// end for
// where adaptiveMaxPool1d:
/** The largest numbers of as many windows as asked for, which together cover the sequence. */
// end for
public final class AdaptiveAvgPool1d extends Module {
    private final int outputSize;

    /** With so many places. */
    public AdaptiveAvgPool1d(int outputSize) {
        this.outputSize = outputSize;
    }

    public Tensor forward(Tensor input) {
        return Functional.adaptiveAvgPool1d(input, outputSize);
    }

    @Override
    protected String extraRepr() {
        return "output_size=" + outputSize;
    }
}
