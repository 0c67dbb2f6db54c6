package jacobi.nn;

import jacobi.tensor.Tensor;

/** The largest numbers of as many windows as asked for, which together cover the sequence. */
public final class AdaptiveMaxPool1d extends Module {
    private final int outputSize;

    /** With so many places. */
    public AdaptiveMaxPool1d(int outputSize) {
        this.outputSize = outputSize;
    }

    public Tensor forward(Tensor input) {
        return Functional.adaptiveMaxPool1d(input, outputSize);
    }

    @Override
    protected String extraRepr() {
        return "output_size=" + outputSize;
    }
}
