package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** x between two bounds, and the bounds beyond. */
public final class Hardtanh extends Module {
    private final double minVal;
    private final double maxVal;

    /** With minVal -1.0, maxVal 1.0. */
    public Hardtanh() {
        this(-1.0, 1.0);
    }

    /** With maxVal 1.0. */
    public Hardtanh(double minVal) {
        this(minVal, 1.0);
    }

    /** With all that can be said. */
    public Hardtanh(@Default("-1.0") double minVal, @Default("1.0") double maxVal) {
        this.minVal = minVal;
        this.maxVal = maxVal;
    }

    public Tensor forward(Tensor input) {
        return input.clamp(minVal, maxVal);
    }

    @Override
    protected String extraRepr() {
        return "min_val=" + Sizes.number(minVal) + ", max_val=" + Sizes.number(maxVal);
    }
}
