package jacobi.tensor;

import jacobi.tensor.cpu.Conversions;
import jacobi.tensor.cpu.Cores;
import jacobi.tensor.cpu.Poll;
import jacobi.tensor.cpu.Transposes;

/**
 * Elementwise loops over tensors of any strides. Each kind of loop is one method: a run without gaps goes through
 * {@link ElementLoops}. Nothing here knows gradients.
 */
final class Loops {
    /** Elements treated between two questions whether to go on. */
    static final int PIECE = 1 << 18;

    /** Elements one core treats at a time: a loop of fewer than two shares stays on the calling thread. */
    private static final int SHARE = 1 << 16;

    /**
     * From here on operands in another order than the result's are copied into its order first: 1M sums A + B.T take
     * 1.3 ms, else 4.3.
     */
    private static final int STRIDED = 4096;

    private Loops() {}

    /** Asks whether to go on if enough work was done since; returns the work done since the last question. */
    static int poll(int work) {
        if (work < PIECE) {
            return work;
        }
        Poll.now();
        return 0;
    }

    // ------------------------------------------------------------------------------------------------ unary

    /** {@code op} of every element, in x's type. */
    static Tensor unary(ElementFunction op, Tensor x) {
        Tensor out = MemoryOrder.room(x.dtype(), x.shape, x);
        unaryInto(op, x, out);
        return out;
    }

    /** {@code op} of every element, integers taken as float32. */
    static Tensor floatingUnary(ElementFunction op, Tensor x) {
        return unary(op, cast(x, x.dtype().floating()));
    }

    /** Writes {@code op} of every element of x into out, which has x's shape and type and may be x. */
    static void unaryInto(ElementFunction op, Tensor x, Tensor out) {
        if (x.isContiguous() && out.isContiguous()) {
            pieces(x.numel(), (at, n) -> unaryRun(op, x, x.offset + at, 1, out, out.offset + at, 1, n));
        } else if (MemoryOrder.alike(out, x) && x.numel() > 1 && MemoryOrder.order(out) != null) {
            int[] order = MemoryOrder.order(out);
            unaryInto(op, MemoryOrder.along(order, x), MemoryOrder.along(order, out));
        } else if (out.isContiguous()) {
            // Twice through memory, but on the fast loops, and with the digits those give.
            copy(x, out);
            unaryInto(op, out, out);
        } else {
            Walk walk = new Walk(x.shape.dims, x.strides, out.strides);
            int sx = walk.step(0), so = walk.step(1);
            walk.each(new int[] {x.offset, out.offset}, (at, n) -> unaryRun(op, x, at[0], sx, out, at[1], so, n));
        }
    }

    private static void unaryRun(ElementFunction op, Tensor x, int i, int si, Tensor out, int o, int so, int n) {
        Storage in = x.storage, to = out.storage;
        if (in.dtype.isFloatingPoint()) {
            ElementLoops.unary(op, in.array, i, si, to.array, o, so, n);
        } else {
            for (int k = 0; k < n; k++) {
                to.setLong(o + k * so, op.apply(in.getLong(i + k * si)));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ binary

    /** {@code op} of two tensors, broadcast to one shape and promoted to one type. */
    static Tensor binary(BinaryOp op, Tensor a, Tensor b) {
        DType type = op.computesIn(Promotion.of(a, b));
        Shape shape = a.shape == b.shape ? a.shape : Broadcast.shapes(op, a.shape, b.shape);
        Tensor left = cast(a, type), right = cast(b, type), out = MemoryOrder.room(type, shape, left, right);
        binaryInto(op, left, right, out);
        return out;
    }

    /** Writes {@code op} of a and b, broadcast to out's shape, into out; all are of one type, and out may be a. */
    static void binaryInto(BinaryOp op, Tensor a, Tensor b, Tensor out) {
        if (out.isContiguous()) {
            int sa = a.evenStep(out.shape), sb = b.evenStep(out.shape);
            if (sa >= 0 && sb >= 0) {
                if (out.numel() <= SHARE) {
                    binaryRun(op, a, a.offset, sa, b, b.offset, sb, out, out.offset, 1, out.numel());
                } else {
                    pieces(
                            out.numel(),
                            (at, n) -> binaryRun(
                                    op,
                                    a,
                                    a.offset + at * sa,
                                    sa,
                                    b,
                                    b.offset + at * sb,
                                    sb,
                                    out,
                                    out.offset + at,
                                    1,
                                    n));
                }
                return;
            }
        }
        int[] order = MemoryOrder.alike(out, a, b) ? MemoryOrder.order(out) : null;
        if (order != null) {
            binaryInto(op, MemoryOrder.along(order, a), MemoryOrder.along(order, b), MemoryOrder.along(order, out));
            return;
        }
        int[] dims = out.shape.dims;
        Walk walk = new Walk(dims, Broadcast.strides(a, dims), Broadcast.strides(b, dims), out.strides);
        int sa = walk.step(0), sb = walk.step(1), so = walk.step(2);
        if (so == 1
                && (sa & ~1 | sb & ~1) != 0
                && out.numel() >= STRIDED
                && out.dtype().isFloatingPoint()) {
            binaryInto(op, (sa & ~1) != 0 ? fresh(a) : a, (sb & ~1) != 0 ? fresh(b) : b, out);
            return;
        }
        walk.each(
                new int[] {a.offset, b.offset, out.offset},
                (at, n) -> binaryRun(op, a, at[0], sa, b, at[1], sb, out, at[2], so, n));
    }

    private static void binaryRun(
            BinaryOp op, Tensor a, int i, int si, Tensor b, int j, int sj, Tensor out, int o, int so, int n) {
        Storage left = a.storage, right = b.storage, to = out.storage;
        if (to.dtype.isFloatingPoint()) {
            ElementLoops.binary(op, left.array, i, si, right.array, j, sj, to.array, o, so, n);
            return;
        }
        if (si == 1 && so == 1 && n > 0) {
            if (sj == 1 && ElementLoops.integers(op, left.array, i, right.array, j, to.array, o, n)
                    || sj == 0 && ElementLoops.integers(op, left.array, i, right.getLong(j), to.array, o, n)) {
                return;
            }
        }
        for (int k = 0; k < n; k++) {
            to.setLong(o + k * so, op.apply(left.getLong(i + k * si), right.getLong(j + k * sj)));
        }
    }

    // ------------------------------------------------------------------------------------------------ comparison

    /** Comparison of two tensors, broadcast to one shape and promoted to one type; bool. */
    static Tensor compare(CompareOp op, Tensor left, Tensor right) {
        DType type = Promotion.of(left, right);
        Tensor a = cast(op.isExchanged() ? right : left, type), b = cast(op.isExchanged() ? left : right, type);
        Shape shape = a.shape == b.shape ? a.shape : Broadcast.shapes(op.word(), left.shape, right.shape);
        Tensor out = Tensor.empty(DType.bool, shape);
        boolean[] to = out.storage.booleans();
        Walk walk =
                new Walk(shape.dims, Broadcast.strides(a, shape.dims), Broadcast.strides(b, shape.dims), out.strides);
        int si = walk.step(0), sj = walk.step(1);
        walk.each(
                new int[] {a.offset, b.offset, 0}, (at, n) -> compareRun(op, a, at[0], si, b, at[1], sj, to, at[2], n));
        return out;
    }

    private static void compareRun(
            CompareOp op, Tensor a, int i, int si, Tensor b, int j, int sj, boolean[] to, int o, int n) {
        Storage x = a.storage, y = b.storage;
        switch (a.dtype()) {
            case float32 -> op.loop.run(x.floats(), i, si, y.floats(), j, sj, to, o, n);
            case float64 -> op.loop.run(x.doubles(), i, si, y.doubles(), j, sj, to, o, n);
            case int64 -> op.loop.run(x.longs(), i, si, y.longs(), j, sj, to, o, n);
            default -> {
                for (int k = 0; k < n; k++) {
                    to[o + k] = op.test(x.getLong(i + k * si), y.getLong(j + k * sj));
                }
            }
        }
    }

    /**
     * Elements of a where the condition holds, else of b; all of the shape {@code dims} after broadcasting, a and b of
     * one type.
     */
    static Tensor choose(Tensor condition, Tensor a, Tensor b, Shape shape) {
        Tensor out = Tensor.empty(a.dtype(), shape);
        int[] dims = shape.dims;
        Walk walk = new Walk(
                dims,
                Broadcast.strides(condition, dims),
                Broadcast.strides(a, dims),
                Broadcast.strides(b, dims),
                out.strides);
        int sc = walk.step(0), sa = walk.step(1), sb = walk.step(2);
        walk.each(
                new int[] {condition.offset, a.offset, b.offset, 0},
                (at, n) -> chooseRun(
                        condition.storage, at[0], sc, a.storage, at[1], sa, b.storage, at[2], sb, out, at[3], n));
        return out;
    }

    private static void chooseRun(
            Storage which,
            int c,
            int sc,
            Storage a,
            int i,
            int si,
            Storage b,
            int j,
            int sj,
            Tensor out,
            int o,
            int n) {
        boolean[] first = which.booleans();
        if (a.dtype.isFloatingPoint()) {
            ElementLoops.choose(first, c, sc, a.array, i, si, b.array, j, sj, out.storage.array, o, n);
        } else {
            for (int k = 0; k < n; k++) {
                out.storage.setLong(o + k, first[c + k * sc] ? a.getLong(i + k * si) : b.getLong(j + k * sj));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ copying

    /** x itself if it has the type, else its values in the type. */
    static Tensor cast(Tensor x, DType type) {
        if (x.dtype() == type) {
            return x;
        }
        Tensor out = MemoryOrder.room(type, x.shape, x);
        copy(x, out);
        return out;
    }

    /** x itself if it is contiguous, else its values in new storage. */
    static Tensor contiguous(Tensor x) {
        return x.isContiguous() ? x : fresh(x);
    }

    /** x's values in new contiguous storage. */
    static Tensor fresh(Tensor x) {
        if (x.isContiguous()) {
            return Tensor.over(x.storage.copy(x.offset, x.numel()), x.shape);
        }
        Tensor out = Tensor.empty(x.dtype(), x.shape);
        copy(x, out);
        return out;
    }

    /** Writes x's values, broadcast to out's shape and converted to its type, into out. */
    static void copy(Tensor x, Tensor out) {
        if (x.dtype() != out.dtype() && x.numel() == 1 && out.numel() > 1) {
            copy(cast(x, out.dtype()), out);
            return;
        }
        int[] order = out.isContiguous() || !MemoryOrder.alike(out, x) ? null : MemoryOrder.order(out);
        if (order != null) {
            copy(MemoryOrder.along(order, x), MemoryOrder.along(order, out));
            return;
        }
        if (turn(x, out)) {
            return;
        }
        int[] dims = out.shape.dims;
        Walk walk = new Walk(dims, Broadcast.strides(x, dims), out.strides);
        int si = walk.step(0), so = walk.step(1);
        walk.each(
                new int[] {x.offset, out.offset}, (at, n) -> copyRun(x.storage, at[0], si, out.storage, at[1], so, n));
    }

    /**
     * Copies x if its rows have gaps but another axis has none, by turning matrices of these two axes: a transposed
     * matrix of 1M takes 500 µs, row by row 800. False, and nothing is modified, elsewhere.
     */
    private static boolean turn(Tensor x, Tensor out) {
        int last = x.dim() - 1, p = last - 1;
        if (last < 1 || x.strides[last] == 1 || x.numel() < STRIDED || x.dtype() != out.dtype()) {
            return false;
        }
        if (!x.dtype().isFloatingPoint() || !out.isContiguous() || !x.shape.equals(out.shape)) {
            return false;
        }
        while (p >= 0 && (x.strides[p] != 1 || x.shape.dims[p] == 1)) {
            p--;
        }
        if (p < 0) {
            return false;
        }
        int rows = x.shape.dims[p], columns = x.shape.dims[last], column = x.strides[last], outRow = out.strides[p];
        int[] dims = x.shape.toArray();
        dims[p] = dims[last] = 1;
        Walk walk = new Walk(dims, x.strides, out.strides);
        int si = walk.step(0), so = walk.step(1);
        walk.each(new int[] {x.offset, out.offset}, (at, n) -> {
            for (int k = 0; k < n; k++) {
                Transposes.copy(
                        rows,
                        columns,
                        x.storage.array,
                        at[0] + k * si,
                        1,
                        column,
                        out.storage.array,
                        at[1] + k * so,
                        outRow);
            }
        });
        return true;
    }

    private static void copyRun(Storage x, int i, int si, Storage out, int o, int so, int n) {
        if (x.dtype != out.dtype) {
            if (si == 1 && so == 1 && Conversions.run(x.array, i, out.array, o, n)) {
                return;
            }
            if (x.dtype.isFloatingPoint()) {
                for (int k = 0; k < n; k++) {
                    out.setDouble(o + k * so, x.getDouble(i + k * si));
                }
            } else {
                for (int k = 0; k < n; k++) {
                    out.setLong(o + k * so, x.getLong(i + k * si));
                }
            }
        } else if (si == 1 && so == 1) {
            System.arraycopy(x.array, i, out.array, o, n);
        } else if (si == 0 && so == 1 && n > 0) {
            out.fill(o, n, x, i);
        } else {
            ElementLoops.copy(x.array, i, si, out.array, o, so, n);
        }
    }

    // ------------------------------------------------------------------------------------------------ pieces

    /** Part of a long stretch. */
    interface Piece {
        void of(int at, int n);
    }

    /**
     * Goes through n elements, on all cores if they are many, in pieces short enough to ask between them whether to go
     * on.
     */
    static void pieces(int n, Piece piece) {
        if (n < 2 * SHARE) {
            if (n > 0) {
                piece.of(0, n);
            }
        } else {
            Cores.run((n + SHARE - 1) / SHARE, i -> piece.of(i * SHARE, Math.min(SHARE, n - i * SHARE)));
        }
    }
}
