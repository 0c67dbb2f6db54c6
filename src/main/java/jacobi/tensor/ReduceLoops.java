package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.tensor.cpu.Reductions;
import jacobi.tensor.cpu.WholeNumbers;
import java.util.Arrays;

/**
 * Loops that reduce along axes. float32 and float64 sums, maxima and minima go through the fast loops, the rest through
 * plain ones.
 */
final class ReduceLoops {
    private ReduceLoops() {}

    /** Reduces to a tensor of the given type and shape, which has {@code outer * inner} elements. */
    static Tensor reduce(ReduceOp op, ReducedAxes axes, Tensor given, DType type, Shape shape) {
        int[] order = MemoryOrder.order(given);
        if (order != null) {
            ReducedAxes others = axes.along(order);
            Tensor y = reduce(op, others, MemoryOrder.along(order, given), type, others.kept);
            return Tensor.over(Loops.contiguous(MemoryOrder.back(order, y, axes.kept)).storage, shape);
        }
        boolean stepwise =
                given.dtype().isFloatingPoint() && (op == ReduceOp.SUM || op == ReduceOp.MAX || op == ReduceOp.MIN);
        if (stepwise && given.numel() > 0 && !axes.areNeighbours()) {
            // One group of neighbours after the other, longest steps first: 1M elements over axes 0 and 2 take 50 µs,
            // in one go 350.
            ReducedAxes first = axes.firstNeighbours();
            Tensor y = reduce(op, first, given, type, first.kept);
            return reduce(op, axes.without(first), y, type, shape);
        }
        Tensor out = Tensor.empty(type, shape);
        Tensor x = axes.layOut(given);
        if (axes.n == 0 && out.numel() > 0 && !op.hasStart()) {
            throw new IllegalArgumentException(say(
                    "tensor.reduceLoops.there-no-element-choose",
                    "op",
                    op.name().toLowerCase(java.util.Locale.ROOT),
                    "shape",
                    x.shape.text()));
        }
        if (out.numel() == 0) {
            return out;
        }
        if (x.dtype() == type && fast(op, axes, x, out)) {
            return out;
        }
        if (op == ReduceOp.SUM && axes.inner == 1 && !x.dtype().isFloatingPoint()) {
            wholeSums(axes, x, out);
        } else if (type.isFloatingPoint()) {
            fractions(op, axes, x, out);
        } else {
            integers(op, axes, x, out);
        }
        return out;
    }

    private static boolean fast(ReduceOp op, ReducedAxes a, Tensor x, Tensor out) {
        if (op != ReduceOp.SUM && op != ReduceOp.MAX && op != ReduceOp.MIN || a.n == 0) {
            return false;
        }
        if (!x.dtype().isFloatingPoint()) {
            return false;
        }
        int n = a.n, inner = a.inner;
        Object in = x.storage.array, to = out.storage.array;
        if (inner == 1) {
            switch (op) {
                case SUM -> Reductions.sumRows(in, x.offset, a.outer, n, to, 0);
                case MAX -> Reductions.maxRows(in, x.offset, a.outer, n, to, 0);
                default -> Reductions.minRows(in, x.offset, a.outer, n, to, 0);
            }
            return true;
        }
        for (int o = 0, at = x.offset; o < a.outer; o++, at += n * inner) {
            switch (op) {
                case SUM -> Reductions.sumColumns(in, at, n, inner, to, o * inner);
                case MAX -> Reductions.maxColumns(in, at, n, inner, to, o * inner);
                default -> Reductions.minColumns(in, at, n, inner, to, o * inner);
            }
        }
        return true;
    }

    private static void fractions(ReduceOp op, ReducedAxes a, Tensor x, Tensor out) {
        double[] sums = new double[a.inner];
        for (int o = 0, at = x.offset, work = 0; o < a.outer; o++) {
            Arrays.fill(sums, op.start);
            for (int i = 0; i < a.n; i++, at += a.inner) {
                for (int j = 0; j < a.inner; j++) {
                    sums[j] = op.apply(sums[j], x.storage.getDouble(at + j));
                }
                work = Loops.poll(work + a.inner);
            }
            for (int j = 0; j < a.inner; j++) {
                out.storage.setDouble(o * a.inner + j, sums[j]);
            }
        }
    }

    /** Sums of rows of whole numbers and truth values, which are counted. */
    private static void wholeSums(ReducedAxes a, Tensor x, Tensor out) {
        for (int o = 0, at = x.offset, work = 0; o < a.outer; o++, at += a.n) {
            long sum = 0;
            switch (x.dtype()) {
                case bool -> sum = WholeNumbers.count(x.storage.booleans(), at, a.n);
                case int32 -> {
                    int[] in = x.storage.ints();
                    for (int i = at; i < at + a.n; i++) {
                        sum += in[i];
                    }
                }
                default -> sum = WholeNumbers.sum(x.storage.longs(), at, a.n);
            }
            out.storage.setLong(o, sum);
            work = Loops.poll(work + a.n);
        }
    }

    private static void integers(ReduceOp op, ReducedAxes a, Tensor x, Tensor out) {
        long[] sums = new long[a.inner];
        for (int o = 0, at = x.offset, work = 0; o < a.outer; o++) {
            Arrays.fill(sums, op.integerStart);
            for (int i = 0; i < a.n; i++, at += a.inner) {
                for (int j = 0; j < a.inner; j++) {
                    sums[j] = op.apply(sums[j], x.storage.getLong(at + j));
                }
                work = Loops.poll(work + a.inner);
            }
            for (int j = 0; j < a.inner; j++) {
                out.storage.setLong(o * a.inner + j, sums[j]);
            }
        }
    }

    /** Where along the axes the first largest (or smallest) element is; the first NaN counts as both. int64. */
    static Tensor place(boolean largest, ReducedAxes a, Tensor given, Shape shape) {
        int[] order = a.order != null && a.order.length == 1 ? MemoryOrder.order(given) : null;
        if (order != null) {
            ReducedAxes others = a.along(order);
            Tensor y = place(largest, others, MemoryOrder.along(order, given), others.kept);
            return Tensor.over(Loops.contiguous(MemoryOrder.back(order, y, a.kept)).storage, shape);
        }
        if (a.inner > 1 && given.dtype().isFloatingPoint() && a.order.length == 1 && given.numel() > 0) {
            // Columns laid out as rows first: 1M elements take 0.8 ms, else 1.2.
            int[] last = a.orderReducedLast();
            ReducedAxes others = a.along(last);
            return Tensor.over(
                    place(largest, others, Loops.fresh(MemoryOrder.along(last, given)), others.kept).storage, shape);
        }
        Tensor x = a.layOut(given), out = Tensor.empty(DType.int64, shape);
        if (a.n == 0 && out.numel() > 0) {
            throw new IllegalArgumentException(say(
                    "tensor.reduceLoops.there-no-element-choose",
                    "op",
                    largest ? "argmax" : "argmin",
                    "shape",
                    x.shape.text()));
        }
        long[] to = out.storage.longs();
        if (a.inner == 1 && fastPlace(largest, a, x, to)) {
            return out;
        }
        boolean fractions = x.dtype().isFloatingPoint();
        for (int o = 0, work = 0; o < a.outer; o++) {
            for (int j = 0; j < a.inner; j++) {
                int at = x.offset + o * a.n * a.inner + j;
                to[o * a.inner + j] = fractions ? firstFraction(largest, x, at, a) : firstInteger(largest, x, at, a);
                work = Loops.poll(work + a.n);
            }
        }
        return out;
    }

    private static boolean fastPlace(boolean largest, ReducedAxes a, Tensor x, long[] to) {
        if (!x.dtype().isFloatingPoint()) {
            return false;
        }
        if (largest) {
            Reductions.argmaxRows(x.storage.array, x.offset, a.outer, a.n, to, 0);
        } else {
            Reductions.argminRows(x.storage.array, x.offset, a.outer, a.n, to, 0);
        }
        return true;
    }

    private static int firstFraction(boolean largest, Tensor x, int at, ReducedAxes a) {
        int best = 0;
        double most = x.storage.getDouble(at);
        for (int i = 1; i < a.n && most == most; i++) {
            double v = x.storage.getDouble(at + i * a.inner);
            if (v != v || (largest ? v > most : v < most)) {
                best = i;
                most = v;
            }
        }
        return best;
    }

    private static int firstInteger(boolean largest, Tensor x, int at, ReducedAxes a) {
        int best = 0;
        long most = x.storage.getLong(at);
        for (int i = 1; i < a.n; i++) {
            long v = x.storage.getLong(at + i * a.inner);
            if (largest ? v > most : v < most) {
                best = i;
                most = v;
            }
        }
        return best;
    }
}
