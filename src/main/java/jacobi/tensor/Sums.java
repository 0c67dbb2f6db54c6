package jacobi.tensor;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
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
            String gradName,
            Tensor y,
            Tensor x,
            ReducedAxes axes,
            boolean keep,
            Supplier<Tensor> weights,
            Tensor... saved) {
        return Operation.of(gradName, y)
                .input(
                        x,
                        t -> sum(t.mul(weights.get()), axes.order, keep),
                        g -> spread(g, axes).mul(weights.get()),
                        saved)
                .result();
    }

    /** A value for each element of a reduction, seen with reduced axes of length 1 so that it broadcasts against x. */
    static Tensor spread(Tensor g, ReducedAxes axes) {
        return g.shape.equals(axes.kept) ? g : Reshapes.view(g, axes.kept.dims);
    }

    /**
     * Sum of all elements, or along axes, which go away; that of integers and booleans is int64.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor sum(Tensor x, @OrNumber @Default("null") int[] axis, @Default("false") boolean keepdim) {
        ReducedAxes axes = new ReducedAxes("sum", x, axis);
        DType type = x.dtype().isFloatingPoint() ? x.dtype() : DType.int64;
        Tensor y = ReduceLoops.reduce(ReduceOp.SUM, axes, x, type, axes.shape(keepdim));
        if (!Tape.watches(x)) {
            return y;
        }
        int[] dims = x.shape.dims;
        return Operation.of(axis == null ? "SumBackward0" : "SumBackward1", y)
                .input(x, t -> sum(t, axis, keepdim), g -> Views.expand(spread(g, axes), dims))
                .result();
    }

    /**
     * Mean of all elements, or along axes, which go away.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor mean(Tensor x, @OrNumber @Default("null") int[] axis, @Default("false") boolean keepdim) {
        Casting.requireFloating("mean", x);
        ReducedAxes axes = new ReducedAxes("mean", x, axis);
        Tensor y = ReduceLoops.reduce(ReduceOp.SUM, axes, x, x.dtype(), axes.shape(keepdim));
        Loops.binaryInto(BinaryOp.DIV, y, Loops.cast(Tensor.weak((double) axes.n), y.dtype()), y);
        if (!Tape.watches(x)) {
            return y;
        }
        int[] dims = x.shape.dims;
        return Operation.of(axis == null ? "MeanBackward0" : "MeanBackward1", y)
                .input(
                        x,
                        t -> mean(t, axis, keepdim),
                        g -> Views.expand(spread(g, axes).div(axes.n), dims))
                .result();
    }

    /**
     * Product of all elements, or along axes, which go away; that of integers and booleans is int64.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor prod(Tensor x, @OrNumber @Default("null") int[] axis, @Default("false") boolean keepdim) {
        ReducedAxes axes = new ReducedAxes("prod", x, axis);
        DType type = x.dtype().isFloatingPoint() ? x.dtype() : DType.int64;
        Tensor y = ReduceLoops.reduce(ReduceOp.PROD, axes, x, type, axes.shape(keepdim));
        boolean zeros = Tape.watches(x)
                && Loops.compare(CompareOp.EQ, x, Tensor.weak(0)).any().isTrue();
        return weighted(
                axis == null ? "ProdBackward0" : "ProdBackward1",
                y,
                x,
                axes,
                keepdim,
                () -> zeros || axes.n <= FEW ? others(x, axes) : spread(y, axes).div(x),
                x,
                y);
    }

    /** For each element the product of all others along the axes, without dividing by what may be 0. */
    private static Tensor others(Tensor x, ReducedAxes axes) {
        int[] order = axes.orderReducedLast();
        Tensor rows = x.permute(order);
        int[] dims = rows.shape.dims;
        if (x.numel() == 0) {
            return Tensors.onesLike(x.detach());
        }
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
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return Joins.stack(left, 1).reshape(dims).permute(inverse);
    }

    /**
     * Variance of all elements, or along axes, which go away: the mean squared distance from the mean, with the sum
     * divided by n − correction.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param correction what is taken from the number of elements: 1 of a sample, 0 of a population
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor var(
            Tensor x,
            @OrNumber @Default("null") int[] axis,
            @Default(value = "1", byName = true) double correction,
            @Default("false") boolean keepdim) {
        ReducedAxes axes = new ReducedAxes("var", Casting.requireFloating("var", x), axis);
        Tensor y = variance(x, axes, axis, correction, keepdim);
        return weighted(
                "VarBackward0", y, x, axes, keepdim, () -> deviation(x, axis).mul(2 / (axes.n - correction)), x);
    }

    /**
     * Standard deviation of all elements, or along axes, which go away: the root of the variance.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param correction what is taken from the number of elements: 1 of a sample, 0 of a population
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor std(
            Tensor x,
            @OrNumber @Default("null") int[] axis,
            @Default(value = "1", byName = true) double correction,
            @Default("false") boolean keepdim) {
        ReducedAxes axes = new ReducedAxes("std", Casting.requireFloating("std", x), axis);
        Tensor variance = variance(x, axes, axis, correction, keepdim);
        Tensor y = Loops.unary(UnaryOp.SQRT, variance);
        if (x.dtype() == DType.float32 && Predicates.isinf(y).any().isTrue()) {
            // The squares of large numbers are beyond float32, their root is not.
            Tensor wide = Loops.cast(x, DType.float64);
            y = Loops.cast(Loops.unary(UnaryOp.SQRT, variance(wide, axes, axis, correction, keepdim)), DType.float32);
        }
        return std(x, y, axes, axis, correction, keepdim);
    }

    private static Tensor std(Tensor x, Tensor y, ReducedAxes axes, int[] over, double correction, boolean keep) {
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

    /**
     * As {@code var} with a correction of 1 if {@code unbiased}, else of 0: PyTorch's older words.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor var(
            Tensor x,
            @OrNumber @Default(value = "null", byName = true) int[] axis,
            boolean unbiased,
            @Default(value = "false", byName = true) boolean keepdim) {
        return var(x, axis, unbiased ? 1 : 0, keepdim);
    }

    /**
     * As {@code std} with a correction of 1 if {@code unbiased}, else of 0: PyTorch's older words.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor std(
            Tensor x,
            @OrNumber @Default(value = "null", byName = true) int[] axis,
            boolean unbiased,
            @Default(value = "false", byName = true) boolean keepdim) {
        return std(x, axis, unbiased ? 1 : 0, keepdim);
    }

    private static Tensor deviation(Tensor x, int[] over) {
        return x.sub(mean(x, over, true));
    }

    private static Tensor variance(Tensor x, ReducedAxes axes, int[] over, double correction, boolean keep) {
        try (GradMode off = GradMode.set(false)) {
            Tensor plain = x.detach();
            Tensor squares = sum(deviation(plain, over).square(), over, keep);
            return squares.div(Math.max(0, axes.n - correction));
        }
    }

    /**
     * Logarithm of the sum of exponentials along axes, without overflow.
     *
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor logsumexp(Tensor x, @OrNumber int[] axis, @Default("false") boolean keepdim) {
        if (!x.dtype().isFloatingPoint()) {
            return logsumexp(Loops.cast(x, DType.float32), axis, keepdim);
        }
        ReducedAxes axes = new ReducedAxes("logsumexp", x, axis);
        // The logarithm of an empty sum.
        if (x.numel() == 0) {
            return sum(x, axis, keepdim).log();
        }
        Tensor top = ReduceLoops.reduce(ReduceOp.MAX, axes, x, x.dtype(), axes.kept);
        Tensor shift = Loops.choose(Predicates.isfinite(top), top, Tensor.empty(x.dtype(), Shape.SCALAR), top.shape);
        Tensor sum;
        try (GradMode off = GradMode.set(false)) {
            sum = sum(x.detach().sub(shift).exp(), axis, true).log().add(shift);
        }
        Tensor y = Tensor.over(sum.storage, axes.shape(keepdim));
        return weighted(
                "LogsumexpBackward0",
                y,
                x,
                axes,
                keepdim,
                () -> x.sub(spread(y, axes)).exp(),
                x,
                y);
    }

    /**
     * Whether any element is other than 0, of all elements, or along axes, which go away; bool.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor any(Tensor x, @OrNumber @Default("null") int[] axis, @Default("false") boolean keepdim) {
        return truth("any", ReduceOp.ANY, x, axis, keepdim);
    }

    /**
     * Whether every element is other than 0, of all elements, or along axes, which go away; bool.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor all(Tensor x, @OrNumber @Default("null") int[] axis, @Default("false") boolean keepdim) {
        return truth("all", ReduceOp.ALL, x, axis, keepdim);
    }

    private static Tensor truth(String operation, ReduceOp op, Tensor x, int[] axis, boolean keepdim) {
        Tensor truths = Loops.cast(x, DType.bool);
        ReducedAxes axes = new ReducedAxes(operation, truths, axis);
        return ReduceLoops.reduce(op, axes, truths, DType.bool, axes.shape(keepdim));
    }

    /**
     * Number of elements other than 0, of all, or along axes; int64.
     *
     * @param axis the axis or axes, negative ones from the end; left out or null, all of them
     */
    @Op
    static Tensor countNonzero(Tensor x, @OrNumber @Default("null") int[] axis) {
        return sum(x.ne(0), axis, false);
    }
}
