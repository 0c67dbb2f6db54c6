package jacobi.nn;

import jacobi.tensor.Tensor;

/** Means of as many windows as asked for, which together cover the sequence. */
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
