package jacobi.tensor;

import java.util.function.Supplier;

/**
 * Reductions made of sums and products: each with its value, its gradient and its {@code grad_fn} name.
 *
 * <p>Axes may be negative, several, or null for all.
 */
final class Sums {
    /** So many factors are multiplied for the derivatives of their product, which is exact; more are divided out. */
    private static final int FEW = 16;

    private Sums() {}

    /**
     * Records a reduction whose derivative is a weight for each element of x.
     *
     * @param weights the partial derivatives, of x's shape or broadcast to it, computed when needed
     * @param saved the values they use
     */
    static Tensor weighted(
            String gradName, Tensor y, Tensor x, Axes axes, boolean keep, Supplier<Tensor> weights, Tensor... saved) {
        if (!Tape.watches(x)) return y;
        return Operation.of(gradName, y)
                .input(
                        x,
                        t -> sum(t.mul(weights.get()), axes.order, keep),
                        g -> spread(g, axes).mul(weights.get()),
                        saved)
                .result();
    }

    /** A value for each element of a reduction, seen with reduced axes of length 1 so that it broadcasts against x. */
    static Tensor spread(Tensor g, Axes axes) {
        return g.shape.equals(axes.kept) ? g : Views.view(g, axes.kept.dims);
    }

    static Tensor sum(Tensor x, int[] over, boolean keep) {
        Axes axes = new Axes("sum", x, over);
        DType type = x.dtype().isFloatingPoint() ? x.dtype() : DType.int64;
        Tensor y = ReduceLoops.reduce(ReduceOp.SUM, axes, x, type, axes.shape(keep));
        if (!Tape.watches(x)) return y;
        int[] dims = x.shape.dims;
        return Operation.of(over == null ? "SumBackward0" : "SumBackward1", y)
                .input(x, t -> sum(t, over, keep), g -> Views.expand(spread(g, axes), dims))
                .result();
    }

    static Tensor mean(Tensor x, int[] over, boolean keep) {
        Casting.requireFloating("mean", x);
        Axes axes = new Axes("mean", x, over);
        Tensor y = ReduceLoops.reduce(ReduceOp.SUM, axes, x, x.dtype(), axes.shape(keep));
        Loops.binaryInto(BinaryOp.DIV, y, Loops.cast(Tensor.weak((double) axes.n), y.dtype()), y);
        if (!Tape.watches(x)) return y;
        int[] dims = x.shape.dims;
        return Operation.of(over == null ? "MeanBackward0" : "MeanBackward1", y)
                .input(
                        x,
                        t -> mean(t, over, keep),
                        g -> Views.expand(spread(g, axes).div(axes.n), dims))
                .result();
    }

    static Tensor prod(Tensor x, int[] over, boolean keep) {
        Axes axes = new Axes("prod", x, over);
        DType type = x.dtype().isFloatingPoint() ? x.dtype() : DType.int64;
        Tensor y = ReduceLoops.reduce(ReduceOp.PROD, axes, x, type, axes.shape(keep));
        boolean zeros = Tape.watches(x)
                && Loops.compare(CompareOp.EQ, x, Tensor.weak(0)).any().isTrue();
        return weighted(
                over == null ? "ProdBackward0" : "ProdBackward1",
                y,
                x,
                axes,
                keep,
                () -> zeros || axes.n <= FEW ? others(x, axes) : spread(y, axes).div(x),
                x,
                y);
    }

    /** For each element the product of all others along the axes, without dividing by what may be 0. */
    private static Tensor others(Tensor x, Axes axes) {
        int[] order = axes.orderReducedLast();
        Tensor rows = x.permute(order);
        int[] dims = rows.shape.dims;
        if (x.numel() == 0) return Tensors.onesLike(x.detach());
        Tensor flat = rows.reshape(-1, axes.n);
        Tensor[] left = new Tensor[axes.n];
        Tensor one = Tensors.onesLike(flat.select(1, 0).detach()), product = one;
        for (int i = 0; i < axes.n; i++) {
            left[i] = product;
            product = Operators.mul(flat.select(1, i), product);
        }
        product = one;
        for (int i = axes.n - 1; i >= 0; i--) {
            left[i] = Operators.mul(left[i], product);
            product = Operators.mul(flat.select(1, i), product);
        }
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) inverse[order[i]] = i;
        return Joins.stack(left, 1).reshape(dims).permute(inverse);
    }

    /** Mean squared distance from the mean, divided by n − correction. */
    static Tensor var(Tensor x, int[] over, double correction, boolean keep) {
        Axes axes = new Axes("var", Casting.requireFloating("var", x), over);
        Tensor y = variance(x, axes, over, correction, keep);
        return weighted(
                "VarBackward0", y, x, axes, keep, () -> deviation(x, over).mul(2 / (axes.n - correction)), x);
    }

    static Tensor std(Tensor x, int[] over, double correction, boolean keep) {
        Axes axes = new Axes("std", Casting.requireFloating("std", x), over);
        Tensor variance = variance(x, axes, over, correction, keep);
        Tensor y = Loops.unary(UnaryOp.SQRT, variance);
        if (x.dtype() == DType.float32 && Predicates.isinf(y).any().isTrue()) {
            // The squares of large numbers are beyond float32, their root is not.
            Tensor wide = Loops.cast(x, DType.float64);
            y = Loops.cast(Loops.unary(UnaryOp.SQRT, variance(wide, axes, over, correction, keep)), DType.float32);
        }
        return std(x, y, axes, over, correction, keep);
    }

    private static Tensor std(Tensor x, Tensor y, Axes axes, int[] over, double correction, boolean keep) {
        return weighted(
                "StdBackward0",
                y,
                x,
                axes,
                keep,
                () -> {
                    Tensor s = spread(y, axes);
                    return deviation(x, over).div(s.mul(axes.n - correction)).maskedFill(s.eq(0), 0);
                },
                x,
                y);
    }

    private static Tensor deviation(Tensor x, int[] over) {
        return x.sub(mean(x, over, true));
    }

    private static Tensor variance(Tensor x, Axes axes, int[] over, double correction, boolean keep) {
        try (GradMode off = GradMode.set(false)) {
            Tensor plain = x.detach();
            Tensor squares = sum(deviation(plain, over).square(), over, keep);
            return squares.div(Math.max(0, axes.n - correction));
        }
    }

    /** The logarithm of the sum of exponentials, without overflow. */
    static Tensor logsumexp(Tensor x, int[] over, boolean keep) {
        if (!x.dtype().isFloatingPoint()) return logsumexp(Loops.cast(x, DType.float32), over, keep);
        Axes axes = new Axes("logsumexp", x, over);
        // The logarithm of an empty sum.
        if (x.numel() == 0) return sum(x, over, keep).log();
        Tensor top = ReduceLoops.reduce(ReduceOp.MAX, axes, x, x.dtype(), axes.kept);
        Tensor shift = Loops.choose(Predicates.isfinite(top), top, Tensor.empty(x.dtype(), Shape.SCALAR), top.shape);
        Tensor sum;
        try (GradMode off = GradMode.set(false)) {
            sum = sum(x.detach().sub(shift).exp(), over, true).log().add(shift);
        }
        Tensor y = Tensor.over(sum.storage, axes.shape(keep));
        return weighted(
                "LogsumexpBackward0",
                y,
                x,
                axes,
                keep,
                () -> x.sub(spread(y, axes)).exp(),
                x,
                y);
    }

    /** Whether any (or all) elements are other than 0; bool. */
    static Tensor truth(ReduceOp op, Tensor x, int[] over, boolean keep) {
        Tensor truths = Loops.cast(x, DType.bool);
        Axes axes = new Axes(op == ReduceOp.ANY ? "any" : "all", truths, over);
        return ReduceLoops.reduce(op, axes, truths, DType.bool, axes.shape(keep));
    }
}
