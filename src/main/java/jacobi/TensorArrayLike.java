package jacobi;

import jacobi.plot.ArrayLike;
import jacobi.tensor.Tensor;

/** Lets figures take tensors wherever they take numbers; gradients are of no concern to them. */
public final class TensorArrayLike implements ArrayLike {

    @Override
    public boolean recognises(Object value) {
        return value instanceof Tensor;
    }

    @Override
    public int[] shape(Object value) {
        return ((Tensor) value).shape().toArray();
    }

    @Override
    public double[] values(Object value) {
        return ((Tensor) value).detach().toDoubleArray();
    }
}
