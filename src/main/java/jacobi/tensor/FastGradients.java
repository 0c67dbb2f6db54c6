package jacobi.tensor;

import jacobi.tensor.cpu.ActivationLoops;
import jacobi.tensor.cpu.ErrorFunction;

/**
 * Gradients of activation functions computed in one pass, where nothing of them is recorded and storage has no gaps;
 * null elsewhere, and the caller composes them of operations.
 */
final class FastGradients {
    private FastGradients() {}

    static boolean fits(Tensor d, Tensor y) {
        return y.isContiguous() && d.dtype() == y.dtype() && d.shape.equals(y.shape) && !Tape.watches(d, y);
    }

    /** A loop over the numbers of a gradient, of what the gradient depends on, and of the result. */
    private interface Loop {
        void of(Object d, int dAt, Object y, int yAt, Object out, int outAt, int n);
    }

    private static Tensor of(Tensor d, Tensor y, Loop loop) {
        if (!fits(d, y)) {
            return null;
        }
        // The gradient of a sum is one number in all places.
        Tensor g = Loops.contiguous(d), out = Tensor.empty(d.dtype(), d.shape);
        Loops.pieces(
                d.numel(),
                (at, n) -> loop.of(
                        g.storage.array, g.offset + at, y.storage.array, y.offset + at, out.storage.array, at, n));
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

    /** d times the slope of x times its logistic function. */
    static Tensor silu(Tensor d, Tensor x) {
        return of(d, x, ActivationLoops::siluGrad);
    }

    /** d times the logistic function of x. */
    static Tensor softplus(Tensor d, Tensor x) {
        return of(d, x, ActivationLoops::softplusGrad);
    }

    /** d where x is positive, else times the slope. */
    static Tensor leakyRelu(Tensor d, Tensor x, double slope) {
        return of(
                d,
                x,
                (g, gAt, a, aAt, out, outAt, n) -> ActivationLoops.leakyReluGrad(g, gAt, a, aAt, slope, out, outAt, n));
    }

    /** d where x is positive, else times the slope of alpha · (e^x − 1). */
    static Tensor elu(Tensor d, Tensor x, double alpha) {
        return of(
                d, x, (g, gAt, a, aAt, out, outAt, n) -> ActivationLoops.eluGrad(g, gAt, a, aAt, alpha, out, outAt, n));
    }

    /** A loop over the numbers of what a function is of, and of the result, with one setting. */
    private interface Setting {
        void of(Object x, int xAt, double setting, Object out, int outAt, int n);
    }

    private static Tensor of(Tensor x, double setting, Setting loop) {
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), x.shape);
        Loops.pieces(
                x.numel(), (at, n) -> loop.of(from.storage.array, from.offset + at, setting, y.storage.array, at, n));
        return y;
    }

    /** x where it is positive, else times the slope, without history. */
    static Tensor leakyRelu(Tensor x, double slope) {
        if (!x.dtype().isFloatingPoint()) {
            Tensor plain = x.detach();
            return Selection.where(plain.gt(0), plain, plain.mul(slope));
        }
        return of(x, slope, ActivationLoops::leakyRelu);
    }

    /** x where it is positive, else alpha · (e^x − 1), without history; x holds fractions. */
    static Tensor elu(Tensor x, double alpha) {
        return of(x, alpha, ActivationLoops::elu);
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
        Tensor g = Loops.contiguous(d), out = Tensor.empty(d.dtype(), d.shape);
        Loops.pieces(
                d.numel(),
                (at, n) -> ErrorFunction.geluGrad(
                        g.storage.floats(),
                        g.offset + at,
                        x.storage.floats(),
                        x.offset + at,
                        out.storage.floats(),
                        at,
                        n));
        return out;
    }
}
