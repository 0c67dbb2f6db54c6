package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.DType;

/** A {@link Linear} layer that learns the number of its inputs from the first one. */
public final class LazyLinear extends Linear {
    /** A layer with a bias, float32. */
    public LazyLinear(int outFeatures) {
        this(outFeatures, true);
    }

    /** A layer, float32. */
    public LazyLinear(int outFeatures, @Default("true") boolean bias) {
        super(0, outFeatures, bias, DType.float32, true);
    }
}
