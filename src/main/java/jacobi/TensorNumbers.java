package jacobi;

import jacobi.plot.data.ArrayLike;
import jacobi.tensor.Tensor;

/** The numbers of a tensor, for figures, which know no tensors; gradients stay behind. */
public final class TensorNumbers implements ArrayLike {
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
