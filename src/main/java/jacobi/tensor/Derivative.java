package jacobi.tensor;

/** A linear map of derivatives made of tensor operations: an operation's gradient, or its derivative in forward mode. */
@FunctionalInterface
public interface Derivative {
    /** The mapped derivative; the argument must not be modified. */
    Tensor of(Tensor derivative);
}
