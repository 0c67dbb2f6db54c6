package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;

/** Running sums and products along an axis, and counts. */
final class Cumulation {
    /**
     * So many factors are multiplied one by one for the gradient of their products, which is exact; more are divided
     * out.
     */
    private static final int FEW = 16;

    private Cumulation() {}

    /** Running sums along an axis. */
    @Op
    static Tensor cumsum(Tensor x, int axis) {
        int a = x.shape.axis("cumsum", axis);
        Tensor y = run(BinaryOp.ADD, x, a);
        return Operation.of("CumsumBackward0", y)
                .input(x, t -> cumsum(t, a), g -> fromTheEnd(g, a))
                .result();
    }

    private static Tensor fromTheEnd(Tensor g, int axis) {
        return g.dim() == 0 ? g : cumsum(g.flip(axis), axis).flip(axis);
    }

    /** Running products along an axis. */
    @Op
    static Tensor cumprod(Tensor x, int axis) {
        int a = x.shape.axis("cumprod", axis);
        Tensor y = run(BinaryOp.MUL, x, a);
        if (!Tape.watches(x)) {
            return y;
        }
        int n = x.dim() == 0 ? 1 : x.shape.dims[a];
        if (n <= FEW || x.detach().eq(0).any().isTrue()) {
            return Operation.of("CumprodBackward0", y)
                    .input(x, t -> stepsForward(t, x, a), g -> stepsBack(g, x, a), x)
                    .result();
        }
        return Operation.of("CumprodBackward0", y)
                .input(
                        x,
                        t -> cumsum(t.div(x), a).mul(y),
                        g -> fromTheEnd(g.mul(y), a).div(x),
                        x,
                        y)
                .result();
    }

    /** The derivative t of x as one of the running products, which divides by nothing that may be 0. */
    private static Tensor stepsForward(Tensor t, Tensor x, int axis) {
        if (x.dim() == 0 || x.numel() == 0) {
            return t;
        }
        Tensor[] steps = new Tensor[x.shape.dims[axis]];
        Tensor product = null;
        for (int i = 0; i < steps.length; i++) {
            Tensor factor = Views.select(x, axis, i), change = Views.select(t, axis, i);
            steps[i] = i == 0 ? change : steps[i - 1].mul(factor).add(product.mul(change));
            product = i == 0 ? factor : product.mul(factor);
        }
        return Joins.stack(steps, axis);
    }

    /**
     * The gradient of x from that of the running products: the product before each factor times the sum of what follows
     * from it.
     */
    private static Tensor stepsBack(Tensor g, Tensor x, int axis) {
        if (x.dim() == 0 || x.numel() == 0) {
            return g;
        }
        Tensor[] steps = new Tensor[x.shape.dims[axis]];
        Tensor sum = null;
        for (int i = steps.length - 1; i >= 0; i--) {
            Tensor own = Views.select(g, axis, i);
            sum = sum == null ? own : own.add(sum.mul(Views.select(x, axis, i + 1)));
            steps[i] = sum;
        }
        Tensor product = null;
        for (int i = 1; i < steps.length; i++) {
            Tensor factor = Views.select(x, axis, i - 1);
            product = product == null ? factor : product.mul(factor);
            steps[i] = steps[i].mul(product);
        }
        return Joins.stack(steps, axis);
    }

    private static Tensor run(BinaryOp op, Tensor x, int axis) {
        DType type = x.dtype().isFloatingPoint() ? x.dtype() : DType.int64;
        Tensor y = Loops.fresh(Loops.cast(x, type));
        if (x.dim() == 0 || x.numel() == 0) {
            return y;
        }
        int n = x.shape.dims[axis], inner = x.shape.strides[axis];
        boolean sum = op == BinaryOp.ADD;
        for (int at = 0, work = 0; at < y.numel(); at += n * inner, work = Loops.poll(work + n * inner)) {
            switch (type) {
                case float32 -> accumulate(sum, y.storage.floats(), at, n, inner);
                case float64 -> ElementLoops.accumulate(sum, y.storage.doubles(), at, n, inner);
                default -> ElementLoops.accumulate(sum, y.storage.longs(), at, n, inner);
            }
        }
        return y;
    }

    /**
     * Running sums or products of n rows in place, carried in double precision. Each loop is a method of its own:
     * beside others it is compiled now well, now badly, and 1M sums take 0.7 or 1.2 ms.
     */
    private static void accumulate(boolean sum, float[] x, int at, int n, int inner) {
        if (inner == 1 && sum) {
            addUp(x, at, at + n);
        } else if (inner == 1) {
            multiplyUp(x, at, at + n);
        } else {
            double[] totals = new double[inner];
            java.util.Arrays.fill(totals, sum ? 0 : 1);
            for (int i = 0; i < n; i++, at += inner) {
                if (sum) {
                    add(x, at, totals);
                } else {
                    multiply(x, at, totals);
                }
            }
        }
    }

    /**
     * Running sums. The total waits for one step in four, and four floats lose only the last bits of a double: 1M take
     * 0.5 ms, else 1.
     */
    private static void addUp(float[] x, int at, int end) {
        double total = 0;
        int i = at;
        for (; i + 4 <= end; i += 4) {
            double a = x[i], b = a + x[i + 1], c = b + x[i + 2], d = c + x[i + 3];
            x[i] = (float) (total + a);
            x[i + 1] = (float) (total + b);
            x[i + 2] = (float) (total + c);
            x[i + 3] = (float) (total + d);
            total += d;
        }
        for (; i < end; i++) {
            x[i] = (float) (total += x[i]);
        }
    }

    private static void multiplyUp(float[] x, int at, int end) {
        double total = 1;
        int i = at;
        for (; i + 4 <= end; i += 4) {
            double a = x[i], b = a * x[i + 1], c = b * x[i + 2], d = c * x[i + 3];
            x[i] = (float) (total * a);
            x[i + 1] = (float) (total * b);
            x[i + 2] = (float) (total * c);
            x[i + 3] = (float) (total * d);
            total *= d;
        }
        for (; i < end; i++) {
            x[i] = (float) (total *= x[i]);
        }
    }

    /** The next row of sums; 1M take 560 µs, in one method with products 700 to 950. */
    private static void add(float[] x, int at, double[] totals) {
        for (int j = 0; j < totals.length; j++) {
            x[at + j] = (float) (totals[j] += x[at + j]);
        }
    }

    private static void multiply(float[] x, int at, double[] totals) {
        for (int j = 0; j < totals.length; j++) {
            x[at + j] = (float) (totals[j] *= x[at + j]);
        }
    }

    /**
     * How often each number from 0 to the largest occurs in a vector of integers; at least {@code minlength} counts,
     * int64.
     */
    @Op
    static Tensor bincount(Tensor x, @Default("0") int minlength) {
        Selection.requireInteger("bincount", x);
        if (x.dim() != 1) {
            throw new IllegalArgumentException(
                    say("tensor.cumulation.needs-vector-got-shape", "shape", x.shape.text()));
        }
        long[] values = x.toLongArray();
        long most = minlength - 1L;
        for (long v : values) {
            if (v < 0) {
                throw new IllegalArgumentException(say("tensor.cumulation.counts-numbers-from-but", "v", v));
            }
            most = Math.max(most, v);
        }
        long[] counts = new long[Math.toIntExact(most + 1)];
        for (long v : values) {
            counts[(int) v]++;
        }
        return Tensor.over(Storage.of(counts), Shape.owning(counts.length));
    }

    /** The different elements in ascending order. */
    @Op
    static Tensor unique(Tensor x) {
        Tensor sorted =
                Extremes.sort(Reshapes.reshape(x.detach(), -1), 0, false).values();
        int n = sorted.numel();
        boolean[] first = new boolean[n];
        for (int i = 0; i < n; i++) {
            first[i] = i == 0
                    || sorted.storage.getDouble(i) != sorted.storage.getDouble(i - 1)
                    || sorted.storage.getLong(i) != sorted.storage.getLong(i - 1);
        }
        return Selection.maskedSelect(sorted, Tensor.over(Storage.of(first), Shape.owning(n)));
    }

    /**
     * The different elements in ascending order, and how often each is there: {@code var (values, counts) =
     * x.unique(true)}.
     *
     * @param returnCounts true; the form without it gives the elements alone
     */
    @Op
    static ValuesCounts unique(Tensor x, boolean returnCounts) {
        Tensor values = unique(x);
        long[] counts = new long[values.numel()];
        if (returnCounts) {
            Tensor sorted =
                    Extremes.sort(Reshapes.reshape(x.detach(), -1), 0, false).values();
            for (int i = 0, which = 0; i < sorted.numel(); i++) {
                while (sorted.storage.getDouble(i) != values.storage.getDouble(which)
                        || sorted.storage.getLong(i) != values.storage.getLong(which)) {
                    which++;
                }
                counts[which]++;
            }
        }
        return new ValuesCounts(values, returnCounts ? Tensor.over(Storage.of(counts), values.shape) : null);
    }
}
