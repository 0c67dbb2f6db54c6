package jacobi.tensor;

import jacobi.tensor.cpu.ActivationLoops;
import jacobi.tensor.cpu.ErrorFunction;

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

    /** A loop over the numbers of a gradient, of what the gradient depends on, and of the result. */
    private interface Loop {
        void of(Object d, int dAt, Object y, int yAt, Object out, int outAt, int n);
    }

    private static Tensor of(Tensor d, Tensor y, Loop loop) {
        if (!fits(d, y)) {
            return null;
        }
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        loop.of(d.storage.array, d.offset, y.storage.array, y.offset, out.storage.array, 0, d.numel());
        return out;
    }

    /** 0 where y is at most 0, else d. */
    static Tensor relu(Tensor d, Tensor y) {
        return of(d, y, ActivationLoops::reluGrad);
    }

    /** d y (1 − y). */
    static Tensor sigmoid(Tensor d, Tensor y) {
        return of(d, y, ActivationLoops::sigmoidGrad);
    }

    /** d (1 − y²). */
    static Tensor tanh(Tensor d, Tensor y) {
        return of(d, y, ActivationLoops::tanhGrad);
    }

    /** Whether x is of floats without gaps. */
    static boolean isPlain(Tensor x) {
        return x.dtype() == DType.float32 && x.isContiguous();
    }

    /** gelu of floats without gaps. */
    static Tensor gelu(Tensor x) {
        Tensor y = Tensor.empty(x.dtype(), x.shape);
        Loops.pieces(
                x.numel(), (at, n) -> ErrorFunction.gelu(x.storage.floats(), x.offset + at, y.storage.floats(), at, n));
        return y;
    }

    /** d (Φ(x) + x φ(x)) of floats. */
    static Tensor gelu(Tensor d, Tensor x) {
        if (!fits(d, x) || d.dtype() != DType.float32) {
            return null;
        }
        Tensor out = Tensor.empty(d.dtype(), d.shape);
        Loops.pieces(
                d.numel(),
                (at, n) -> ErrorFunction.geluGrad(
                        d.storage.floats(),
                        d.offset + at,
                        x.storage.floats(),
                        x.offset + at,
                        out.storage.floats(),
                        at,
                        n));
        return out;
    }
}
