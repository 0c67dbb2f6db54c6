package jacobi.tensor;

import jacobi.tensor.cpu.Activations;

/**
 * Gradients of activation functions computed in one pass, where nothing of them is recorded and storage has no gaps; null elsewhere, and
 * the caller composes them of operations.
 */
final class FastGradients {
    private FastGradients() {}

    private static boolean fits(Tensor d, Tensor y) {
        return d.isContiguous()
                && y.isContiguous()
                && d.dtype() == y.dtype()
                && d.shape.equals(y.shape)
                && !Tape.watches(d, y);
    }

    /** 0 where y is at most 0, else d. */
    static Tensor relu(Tensor d, Tensor y) {
        if (!fits(d, y)) {
            return null;
        }
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        Storage g = d.storage, s = y.storage, to = out.storage;
        if (d.dtype() == DType.float32) {
            Activations.reluGrad(g.floats(), d.offset, s.floats(), y.offset, to.floats(), 0, d.numel());
        } else {
            Activations.reluGrad(g.doubles(), d.offset, s.doubles(), y.offset, to.doubles(), 0, d.numel());
        }
        return out;
    }

    /** d y (1 − y). */
    static Tensor sigmoid(Tensor d, Tensor y) {
        if (!fits(d, y)) {
            return null;
        }
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        Storage g = d.storage, s = y.storage, to = out.storage;
        if (d.dtype() == DType.float32) {
            Activations.sigmoidGrad(g.floats(), d.offset, s.floats(), y.offset, to.floats(), 0, d.numel());
        } else {
            Activations.sigmoidGrad(g.doubles(), d.offset, s.doubles(), y.offset, to.doubles(), 0, d.numel());
        }
        return out;
    }

    /** d (1 − y²). */
    static Tensor tanh(Tensor d, Tensor y) {
        if (!fits(d, y)) {
            return null;
        }
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        Storage g = d.storage, s = y.storage, to = out.storage;
        if (d.dtype() == DType.float32) {
            Activations.tanhGrad(g.floats(), d.offset, s.floats(), y.offset, to.floats(), 0, d.numel());
        } else {
            Activations.tanhGrad(g.doubles(), d.offset, s.doubles(), y.offset, to.doubles(), 0, d.numel());
        }
        return out;
    }
}
