package jacobi.tensor;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.cpu.Reductions;

/** Norms of vectors along axes. */
final class Norms {
    private Norms() {}

    /**
     * The p-norm of all elements, or along axes, which go away; the Euclidean norm, that of Frobenius for a matrix,
     * where p is 2.
     *
     * @param p any number; {@code Double.POSITIVE_INFINITY} gives the largest absolute value
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor norm(
            Tensor x,
            @Default("2") double p,
            @OrNumber @Default("null") int[] axis,
            @Default("false") boolean keepdim) {
        Casting.requireFloating("norm", x);
        // Of no elements every norm is 0, in PyTorch too.
        if (x.numel() == 0) {
            return Sums.sum(x, axis, keepdim);
        }
        if (p == Double.POSITIVE_INFINITY) {
            return Extremes.extreme("NormBackward1", true, x.abs(), axis, keepdim);
        }
        if (p == Double.NEGATIVE_INFINITY) {
            return Extremes.extreme("NormBackward1", false, x.abs(), axis, keepdim);
        }
        ReducedAxes axes = new ReducedAxes("norm", x, axis);
        Tensor y = value(x.detach(), p, axes, axis, keepdim);
        // Where the norm is 0 it has no gradient; PyTorch takes 0.
        return Sums.weighted("NormBackward1", y, x, axes, keepdim, () -> weights(x, Sums.spread(y, axes), p), x, y);
    }

    private static Tensor weights(Tensor x, Tensor y, double p) {
        if (p == 0) {
            return Tensors.zerosLike(x.detach());
        }
        if (p == 1) {
            return x.sign();
        }
        if (p == 2) {
            return x.div(y).maskedFill(y.eq(0), 0);
        }
        return x.sign()
                .mul(x.abs().pow(p - 1).maskedFill(x.eq(0), 0))
                .mul(y.pow(1 - p).maskedFill(y.eq(0), 0));
    }

    private static Tensor value(Tensor x, double p, ReducedAxes axes, int[] over, boolean keep) {
        try (GradMode off = GradMode.set(false)) {
            if (p == 0) {
                return Sums.sum(x.ne(0).to(x.dtype()), over, keep);
            }
            if (p == 1) {
                return Sums.sum(x.abs(), over, keep);
            }
            if (p != 2) {
                return Sums.sum(x.abs().pow(p), over, keep).pow(1 / p);
            }
            if (axes.inner == 1) {
                return ofRows(x, axes, keep);
            }
            return Sums.sum(x.square(), over, keep).sqrt();
        }
    }

    /** The Euclidean norm of each row, in one pass. */
    private static Tensor ofRows(Tensor given, ReducedAxes axes, boolean keep) {
        Tensor x = axes.layOut(given), y = Tensor.empty(x.dtype(), axes.shape(keep));
        Reductions.addSquareRows(x.storage.array, x.offset, axes.outer, axes.n, y.storage.array, 0);
        Loops.unaryInto(UnaryOp.SQRT, y, y);
        return y;
    }
}
