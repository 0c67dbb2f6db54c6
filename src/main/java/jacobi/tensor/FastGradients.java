package jacobi.tensor;

import jacobi.tensor.cpu.Activations;

/** Gradients computed in one pass where storage has no gaps; null where it has, and the caller composes them of operations. */
final class FastGradients {
    private FastGradients() {}

    private static boolean fits(Tensor d, Tensor y) {
        return d.isContiguous() && y.isContiguous() && d.dtype() == y.dtype() && d.shape.equals(y.shape);
    }

    /** d where y is positive, else 0. */
    static Tensor relu(Tensor d, Tensor y) {
        if (!fits(d, y)) return null;
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        int n = d.numel();
        if (d.dtype() == DType.float32) {
            Activations.reluGrad(
                    d.storage.floats(), d.offset, y.storage.floats(), y.offset, out.storage.floats(), 0, n);
        } else {
            Activations.reluGrad(
                    d.storage.doubles(), d.offset, y.storage.doubles(), y.offset, out.storage.doubles(), 0, n);
        }
        return out;
    }
}
