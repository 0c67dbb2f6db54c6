package jacobi.tensor;

/**
 * A linear map of derivatives made of tensor operations: an operation's gradient, or its derivative in forward mode.
 */
@FunctionalInterface
public interface Derivative {
    /**
     * The mapped derivative; the argument must not be modified, and a result in storage of its own may become a leaf's
     * gradient as it is.
     */
    Tensor of(Tensor derivative);
}
