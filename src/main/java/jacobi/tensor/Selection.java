package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;

/** Choosing elements by conditions and by tables of places. */
final class Selection {
    private Selection() {}

    /** Elements of the one where the condition holds, else of the other; all broadcast. */
    @Op
    static Tensor where(Tensor condition, @OrNumber Tensor input, @OrNumber Tensor other) {
        return where("WhereBackward0", condition, input, other);
    }

    static Tensor where(String gradName, Tensor condition, Tensor a, Tensor b) {
        requireMask("where", condition);
        DType type = Promotion.of(a, b);
        Shape shape = Broadcast.shapes("where", condition.shape, Broadcast.shapes("where", a.shape, b.shape));
        Tensor y = Loops.choose(condition, Loops.cast(a, type), Loops.cast(b, type), shape);
        return Operation.of(gradName, y)
                .elementwise(a, d -> masked(condition, d, true), condition)
                .elementwise(b, d -> masked(condition, d, false), condition)
                .result();
    }

    private static Tensor masked(Tensor condition, Tensor d, boolean keep) {
        Tensor zero = Tensor.empty(d.dtype(), Shape.SCALAR);
        return keep ? where(condition, d, zero) : where(condition, zero, d);
    }

    /** A copy with a number, or the value of a 0-d tensor, where a mask is true. */
    @Op(inPlace = true)
    static Tensor maskedFill(Tensor x, Tensor mask, @OrNumber Tensor value) {
        requireMask("maskedFill", mask);
        if (value.dim() > 0) {
            throw new IllegalArgumentException(
                    say("tensor.selection.needs-one-number-got", "shape", value.shape.text()));
        }
        Shape shape = Broadcast.shapes("maskedFill", x.shape, mask.shape);
        Tensor y = Loops.choose(mask, Loops.cast(value, x.dtype()), x, shape);
        return Operation.of("MaskedFillBackward0", y)
                .elementwise(x, d -> masked(mask, d, false), mask)
                .elementwise(value, d -> masked(mask, d, true), mask)
                .result();
    }

    /** Elements where a mask is true, as a vector. */
    @Op
    static Tensor maskedSelect(Tensor x, Tensor mask) {
        requireMask("maskedSelect", mask);
        Shape shape = Broadcast.shapes("maskedSelect", x.shape, mask.shape);
        Tensor whole = Views.expand(x, shape.dims);
        int[] places = trues(mask.shape.equals(shape) ? mask : Views.expand(mask, shape.dims));
        return Picking.pick("MaskedSelectBackward0", whole, places, Shape.owning(places.length));
    }

    private static void requireMask(String operation, Tensor mask) {
        if (mask.dtype() != DType.bool) {
            throw new IllegalArgumentException(
                    say("tensor.selection.condition-bool-got-compare", "operation", operation, "dtype", mask.dtype()));
        }
    }

    /** Places of true elements in row-major order. */
    static int[] trues(Tensor mask) {
        Tensor flat = Loops.contiguous(mask);
        boolean[] values = flat.storage.booleans();
        int n = flat.numel(), count = 0;
        for (int i = 0; i < n; i++) {
            if (values[flat.offset + i]) {
                count++;
            }
        }
        int[] places = new int[count];
        for (int i = 0, k = 0; i < n; i++) {
            if (values[flat.offset + i]) {
                places[k++] = i;
            }
        }
        return places;
    }

    /** Positions of elements other than 0, one row each; int64. */
    @Op
    static Tensor nonzero(Tensor x) {
        int[] places = trues(Loops.cast(x, DType.bool));
        int dim = x.dim();
        long[] rows = new long[places.length * dim];
        for (int i = 0; i < places.length; i++) {
            for (int d = dim - 1, rest = places[i]; d >= 0; d--) {
                rows[i * dim + d] = rest % x.shape.dims[d];
                rest /= x.shape.dims[d];
            }
        }
        return Tensor.over(Storage.of(rows), Shape.owning(places.length, dim));
    }

    // ------------------------------------------------------------------------------- tables of places along an axis

    /** Elements found along an axis at the places a table names: {@code y[i][j] = x[index[i][j]][j]} for axis 0. */
    @Op
    static Tensor gather(Tensor x, int axis, Tensor index) {
        AxisTable table = new AxisTable("gather", x, axis, index);
        return Tape.watches(x) || !x.dtype().isFloatingPoint()
                ? Picking.pick("GatherBackward0", x, table.all(), index.shape)
                : Picking.pick(x, table, index.shape);
    }

    /**
     * A copy with elements of {@code src} at the places along an axis that a table names: {@code y[index[i][j]][j] =
     * src[i][j]} for axis 0.
     */
    @Op(inPlace = true)
    static Tensor scatter(Tensor x, int axis, Tensor index, Tensor src) {
        int[] places = new AxisTable("scatter", x, axis, index).all();
        return Picking.replace("ScatterBackward0", x, places, corner("scatter", src, index));
    }

    /** A copy with a number at the places along an axis that a table names. */
    @Op(inPlace = true)
    static Tensor scatter(Tensor x, int axis, Tensor index, Number value) {
        return scatter(x, axis, index, Tensor.weak(value));
    }

    /** A copy with elements of {@code src} added at the places along an axis that a table names. */
    @Op(inPlace = true)
    static Tensor scatterAdd(Tensor x, int axis, Tensor index, Tensor src) {
        AxisTable table = new AxisTable("scatterAdd", x, axis, index);
        Tensor part = Casting.to(corner("scatterAdd", src, index), x.dtype());
        return Tape.watches(x, part) || !x.dtype().isFloatingPoint()
                ? Picking.accumulate("ScatterAddBackward0", x, table.all(), part)
                : Picking.accumulate(x, table, part);
    }

    /** The part of the source the index covers; a number is repeated. */
    private static Tensor corner(String operation, Tensor source, Tensor index) {
        if (source.dim() == 0) {
            return Views.expand(source, index.shape.dims);
        }
        Tensor part = source;
        for (int d = 0; d < index.dim(); d++) {
            if (source.dim() != index.dim() || source.shape.dims[d] < index.shape.dims[d]) {
                throw new IllegalArgumentException(say(
                        "tensor.selection.source-shape-does-not",
                        "operation",
                        operation,
                        "shape",
                        source.shape.text(),
                        "shape2",
                        index.shape.text()));
            }
            if (part.shape.dims[d] != index.shape.dims[d]) {
                part = Views.slice(part, d, 0, index.shape.dims[d], 1);
            }
        }
        return part;
    }

    /**
     * Moves n places, from {@code at} on, by as many steps as the entries of an int64 table without gaps say, from
     * entry {@code first} on.
     *
     * @param length how long the axis is that the entries count along
     */
    static void move(
            String operation, int[] places, int at, int n, Tensor table, int first, int length, int axis, int step) {
        long[] entries = table.storage.longs();
        int from = table.offset + first;
        // The sign tells, once for all, whether an entry lies outside: the loop has no way out.
        long outside = 0;
        for (int i = 0; i < n; i++) {
            long entry = entries[from + i];
            entry += length & entry >> 63;
            outside |= entry | length - 1 - entry;
            places[at + i] += (int) entry * step;
        }
        for (int i = 0; outside < 0 && i < n; i++) {
            resolve(operation, entries[from + i], length, axis);
        }
    }

    static int resolve(String operation, long place, int length, int axis) {
        if (place < -length || place >= length) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.selection.index-out-range-axis",
                    "operation",
                    operation,
                    "place",
                    place,
                    "axis",
                    axis,
                    "length",
                    length));
        }
        return (int) (place < 0 ? place + length : place);
    }

    static void requireInteger(String operation, Tensor index) {
        if (index.dtype() != DType.int64 && index.dtype() != DType.int32) {
            throw new IllegalArgumentException(
                    say("tensor.selection.index-got", "operation", operation, "dtype", index.dtype()));
        }
    }

    /** The places of an axis named by a vector, in its order. */
    @Op
    static Tensor indexSelect(Tensor x, int axis, Tensor index) {
        requireInteger("indexSelect", index);
        if (index.dim() > 1) {
            throw new IllegalArgumentException(
                    say("tensor.selection.index-vector-got-shape", "shape", index.shape.text()));
        }
        int a = x.shape.axis("indexSelect", axis);
        if (a == x.dim() - 1 && x.dtype().isFloatingPoint() && !Tape.watches(x)) {
            return selectLast(x, index);
        }
        Tensor[] indices = new Tensor[Math.max(1, x.dim())];
        indices[a] = index.dim() == 0 ? index.reshape(1) : index;
        IndexTable table = new IndexTable(x.dim() == 0 ? x.reshape(1) : x, indices);
        return Picking.pick("IndexSelectBackward0", x, table.places, table.stretch, table.shape);
    }

    /** Fractions of the last axis, row by row: 1M take half the time of a list of all places. */
    private static Tensor selectLast(Tensor x, Tensor index) {
        int a = x.dim() - 1, n = x.shape.dims[a], count = index.numel();
        int[] dims = x.shape.toArray(), places = new int[count];
        move("index", places, 0, count, Loops.cast(Loops.contiguous(index), DType.int64), 0, n, a, 1);
        dims[a] = count;
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), Shape.of(dims));
        for (int i = 0, o = 0, work = 0; o < y.numel(); i += n, o += count, work = Loops.poll(work + count)) {
            ElementLoops.pick(from.storage.array, from.offset + i, places, count, y.storage.array, o);
        }
        return y;
    }

    /** Elements of the flattened tensor at places. */
    @Op
    static Tensor take(Tensor x, Tensor index) {
        requireInteger("take", index);
        int[] places = new int[index.numel()];
        move("take", places, 0, places.length, Loops.cast(Loops.contiguous(index), DType.int64), 0, x.numel(), 0, 1);
        return Picking.pick("TakeBackward0", x, places, index.shape);
    }

    /**
     * For each class number a row of zeros with a 1 in its place; as many columns as classes occur, or as many as said.
     * int64.
     */
    @Op(method = false)
    static Tensor oneHot(Tensor x, @Default("-1") int numClasses) {
        requireInteger("oneHot", x);
        Tensor flat = Loops.contiguous(x);
        int n = flat.numel(), width = numClasses;
        for (int i = 0; numClasses < 0 && i < n; i++) {
            width = Math.max(width, (int) flat.storage.getLong(flat.offset + i) + 1);
        }
        if (width <= 0) {
            throw new IllegalArgumentException(say("tensor.selection.give-number-tensor-no"));
        }
        long[] rows = new long[n * width];
        for (int i = 0; i < n; i++) {
            long c = flat.storage.getLong(flat.offset + i);
            if (c < 0 || c >= width) {
                throw new IndexOutOfBoundsException(say("tensor.selection.class-outside", "c", c, "width", width - 1));
            }
            rows[i * width + (int) c] = 1;
        }
        return Tensor.over(Storage.of(rows), Shape.owning(Views.with(x.shape.dims, x.dim(), width)));
    }
}
