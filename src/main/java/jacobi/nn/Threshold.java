package jacobi.nn;

import jacobi.tensor.Tensor;

/** x above a threshold, and a value elsewhere. */
public final class Threshold extends Module {
    private final Number threshold;
    private final Number value;

    /** With all that can be said. */
    public Threshold(Number threshold, Number value) {
        this.threshold = threshold;
        this.value = value;
    }

    public Tensor forward(Tensor input) {
        return Functional.threshold(input, threshold.doubleValue(), value.doubleValue());
    }

    @Override
    protected String extraRepr() {
        return "threshold=" + Sizes.given(threshold) + ", value=" + Sizes.given(value);
    }
}
