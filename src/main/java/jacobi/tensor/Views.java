package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import java.util.Arrays;

/** Other looks at the same storage: axes in another order, parts of an axis, repetition without copying. */
final class Views {
    private Views() {}

    // -------------------------------------------------------------------------------------------- order of axes

    /** The axes in another order; a view. */
    @Op
    static Tensor permute(Tensor x, int... dims) {
        return permuted("permute", "PermuteBackward0", x, dims);
    }

    /** As {@code transpose}, by NumPy's name. */
    @Op
    static Tensor swapaxes(Tensor x, int axis0, int axis1) {
        return transpose(x, axis0, axis1);
    }

    /** Two axes exchanged; a view. */
    @Op
    static Tensor transpose(Tensor x, @Also("dim0") int first, @Also("dim1") int second) {
        int[] axes = identity(x.dim());
        if (x.dim() > 0) {
            int a = x.shape.axis("transpose", first), b = x.shape.axis("transpose", second);
            axes[a] = b;
            axes[b] = a;
        }
        return permuted("transpose", "TransposeBackward0", x, axes);
    }

    /** The transposed matrix: a view with all axes in reverse order. */
    @Op(value = "T", function = false)
    static Tensor reversed(Tensor x) {
        int[] axes = new int[x.dim()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axes.length - 1 - i;
        }
        return permuted("T", "PermuteBackward0", x, axes);
    }

    /** The transposed matrix; a vector stays as it is. A view. */
    @Op("t")
    static Tensor matrixTransposed(Tensor x) {
        if (x.dim() > 2) {
            throw new IllegalArgumentException(say("tensor.views.works-up-axes-got", "shape", x.shape.text()));
        }
        return permuted("t", "TBackward0", x, x.dim() < 2 ? identity(x.dim()) : new int[] {1, 0});
    }

    /** The matrices of the last two axes transposed; a view. */
    @Op(function = false)
    static Tensor mT(Tensor x) {
        return transpose(x, -2, -1);
    }

    static int[] identity(int n) {
        int[] axes = new int[n];
        for (int i = 0; i < n; i++) {
            axes[i] = i;
        }
        return axes;
    }

    static Tensor permuted(String operation, String gradName, Tensor x, int[] order) {
        int n = x.dim();
        if (order.length != n) {
            throw new IllegalArgumentException(say(
                    "tensor.views.order-names-axes-tensor",
                    "operation",
                    operation,
                    "order",
                    Arrays.toString(order),
                    "length",
                    order.length,
                    "shape",
                    x.shape.text(),
                    "n",
                    n));
        }
        int[] dims = new int[n], strides = new int[n], axes = new int[n], inverse = new int[n];
        Arrays.fill(inverse, -1);
        for (int i = 0; i < n; i++) {
            int a = x.shape.axis(operation, order[i]);
            if (inverse[a] >= 0) {
                throw new IllegalArgumentException(say(
                        "tensor.views.order-names-axis-twice",
                        "operation",
                        operation,
                        "order",
                        Arrays.toString(order),
                        "a",
                        a));
            }
            axes[i] = a;
            inverse[a] = i;
            dims[i] = x.shape.dims[a];
            strides[i] = x.strides[a];
        }
        Tensor y = x.look(x.offset, Shape.owning(dims), strides);
        return Operation.of(gradName, y)
                .input(x, t -> permuted(operation, gradName, t, axes), g -> permuted(operation, gradName, g, inverse))
                .result();
    }

    /** Axes moved to other places among the axes, whose order stays; a view. */
    @Op
    static Tensor movedim(Tensor x, @OrNumber int[] source, @OrNumber int[] destination) {
        if (source.length != destination.length) {
            throw new IllegalArgumentException(say(
                    "tensor.views.axes-cannot-move-places", "length", source.length, "length2", destination.length));
        }
        int[] order = new int[x.dim()];
        Arrays.fill(order, -1);
        boolean[] moved = new boolean[x.dim()];
        for (int i = 0; i < source.length; i++) {
            int from = x.shape.axis("movedim", source[i]), to = x.shape.axis("movedim", destination[i]);
            if (x.dim() == 0) {
                continue;
            }
            if (moved[from] || order[to] >= 0) {
                throw new IllegalArgumentException(say(
                        "tensor.views.axes-name-one-them",
                        "source",
                        Arrays.toString(source),
                        "destination",
                        Arrays.toString(destination)));
            }
            moved[from] = true;
            order[to] = from;
        }
        for (int to = 0, from = 0; to < order.length; to++) {
            if (order[to] < 0) {
                while (moved[from]) {
                    from++;
                }
                order[to] = from++;
            }
        }
        return permute(x, order);
    }

    // -------------------------------------------------------------------------------------------- parts

    /** The part at one place of an axis, which goes away; negative places count from the end. A view. */
    @Op
    static Tensor select(Tensor x, int axis, int index) {
        if (x.dim() == 0) {
            throw new IndexOutOfBoundsException(say("tensor.views.index-into-tensor-number", "index", index));
        }
        int a = x.shape.axis("select", axis), length = x.shape.dims[a];
        if (index < -length || index >= length) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.views.index-out-range-axis",
                    "index",
                    index,
                    "a",
                    a,
                    "length",
                    length,
                    "shape",
                    x.shape.text()));
        }
        int at = index < 0 ? index + length : index;
        Tensor y = x.look(x.offset + at * x.strides[a], Shape.owning(without(x.shape.dims, a)), without(x.strides, a));
        if (!Tape.watches(x)) {
            return y;
        }
        Shape whole = x.shape;
        return Operation.of("SelectBackward0", y)
                .part(x, t -> select(t, a, at), g -> selectBackward(g, whole, a, at))
                .result();
    }

    /** Zeros of the shape, with g at one place of an axis. */
    private static Tensor selectBackward(Tensor g, Shape whole, int axis, int at) {
        Tensor y = Tensor.empty(g.dtype(), whole);
        Tensor part = y.look(at * y.strides[axis], g.shape, without(y.strides, axis));
        Loops.copy(g, part);
        return Operation.of("SelectBackwardBackward0", y)
                .input(g, t -> selectBackward(t, whole, axis, at), h -> select(h, axis, at))
                .result();
    }

    /** Places start, start + step, … below stop of an axis; bounds are those of a Python slice, already resolved. */
    static Tensor slice(Tensor x, int axis, int start, int length, int step) {
        int a = axis;
        int[] dims = x.shape.dims.clone(), strides = x.strides.clone();
        dims[a] = length;
        strides[a] *= step;
        Tensor y = x.look(x.offset + (length == 0 ? 0 : start * x.strides[a]), Shape.owning(dims), strides);
        if (!Tape.watches(x)) {
            return y;
        }
        Shape whole = x.shape;
        return Operation.of("SliceBackward0", y)
                .part(x, t -> slice(t, a, start, length, step), g -> sliceBackward(g, whole, a, start, length, step))
                .result();
    }

    private static Tensor sliceBackward(Tensor g, Shape whole, int axis, int start, int length, int step) {
        Tensor y = Tensor.empty(g.dtype(), whole);
        int[] strides = y.strides.clone();
        strides[axis] *= step;
        if (length > 0) {
            Loops.copy(g, y.look(start * y.strides[axis], g.shape, strides));
        }
        return Operation.of("SliceBackwardBackward0", y)
                .input(
                        g,
                        t -> sliceBackward(t, whole, axis, start, length, step),
                        h -> slice(h, axis, start, length, step))
                .result();
    }

    /** So many places of an axis from one on; a view. */
    @Op
    static Tensor narrow(Tensor x, int axis, int start, int length) {
        int a = x.shape.axis("narrow", axis), n = x.shape.dims[a];
        int from = start < 0 ? start + n : start;
        if (from < 0 || length < 0 || from + length > n) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.views.places-outside-axis-length",
                    "start",
                    start,
                    "start2",
                    start + length,
                    "a",
                    a,
                    "n",
                    n));
        }
        return slice(x, a, from, length, 1);
    }

    /** A diagonal of the matrices of two axes, as a last axis; a view. Offset 1 is the diagonal above the main one. */
    @Op
    static Tensor diagonal(Tensor x, @Default("0") int offset, @Default("0") int dim1, @Default("1") int dim2) {
        int a = x.shape.axis("diagonal", dim1), b = x.shape.axis("diagonal", dim2);
        if (a == b || x.dim() < 2) {
            throw new IllegalArgumentException(
                    say("tensor.views.needs-two-different-axes", "dim1", dim1, "dim2", dim2, "shape", x.shape.text()));
        }
        int rows = x.shape.dims[a], columns = x.shape.dims[b];
        int length = Math.max(0, offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns));
        int skip = length == 0 ? 0 : offset >= 0 ? offset * x.strides[b] : -offset * x.strides[a];
        int[] dims = with(without(without(x.shape.dims, Math.max(a, b)), Math.min(a, b)), x.dim() - 2, length);
        int[] strides = with(
                without(without(x.strides, Math.max(a, b)), Math.min(a, b)), x.dim() - 2, x.strides[a] + x.strides[b]);
        Tensor y = x.look(x.offset + skip, Shape.owning(dims), strides);
        if (!Tape.watches(x)) {
            return y;
        }
        Shape whole = x.shape;
        return Operation.of("DiagonalBackward0", y)
                .input(x, t -> diagonal(t, offset, a, b), g -> diagonalBackward(g, whole, offset, a, b))
                .result();
    }

    static Tensor diagonalBackward(Tensor g, Shape whole, int offset, int a, int b) {
        Tensor y = Tensor.empty(g.dtype(), whole);
        try (GradMode off = GradMode.set(false)) {
            Loops.copy(g, diagonal(y, offset, a, b));
        }
        return Operation.of("DiagonalBackwardBackward0", y)
                .input(g, t -> diagonalBackward(t, whole, offset, a, b), h -> diagonal(h, offset, a, b))
                .result();
    }

    // -------------------------------------------------------------------------------------------- repetition

    /** Axes of length 1 repeated without copying; −1 keeps a length, and new axes may come in front. */
    @Op
    static Tensor expand(Tensor x, int... size) {
        int shift = size.length - x.dim();
        if (shift < 0) {
            throw new IllegalArgumentException(
                    say("tensor.views.shape-fewer-axes-than", "size", Shape.text(size), "shape", x.shape.text()));
        }
        int[] dims = size.clone(), strides = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            int own = i < shift ? 1 : x.shape.dims[i - shift];
            if (dims[i] == -1 && i >= shift) {
                dims[i] = own;
            }
            if (dims[i] < 0 || own != 1 && own != dims[i]) {
                throw new IllegalArgumentException(say(
                        "tensor.views.shape-does-not-expand",
                        "shape",
                        x.shape.text(),
                        "size",
                        Shape.text(size),
                        "i",
                        i,
                        "own",
                        own,
                        "dims",
                        dims[i]));
            }
            strides[i] = i < shift || own == 1 && dims[i] != 1 ? 0 : x.strides[i - shift];
        }
        Tensor y = x.look(x.offset, Shape.owning(dims), strides);
        if (!Tape.watches(x)) {
            return y;
        }
        // The tape sums the gradient over repeated axes, as for every broadcast operand.
        return Operation.of("ExpandBackward0", y)
                .input(x, t -> expand(t, dims), g -> g)
                .result();
    }

    /** Repeated to a shape without copying. */
    @Op
    static Tensor broadcastTo(Tensor x, int... size) {
        return expand(x, size);
    }

    /** Repeated to another tensor's shape without copying. */
    @Op
    static Tensor expandAs(Tensor x, Tensor other) {
        return expand(x, other.shape.dims);
    }

    /** Windows of an axis as a new last axis, whose place i holds elements i·step … i·step + size − 1; a view. */
    @Op(function = false)
    static Tensor unfold(Tensor x, int axis, int size, int step) {
        int a = x.shape.axis("unfold", axis), n = x.dim() == 0 ? 1 : x.shape.dims[a];
        if (size < 0 || size > n || step <= 0) {
            throw new IllegalArgumentException(
                    say("tensor.views.windows-every-do-not", "size", size, "step", step, "a", a, "n", n));
        }
        int[] dims = with(x.shape.dims, x.dim(), size), strides = with(x.strides, x.dim(), x.strides[a]);
        dims[a] = (n - size) / step + 1;
        strides[a] *= step;
        Tensor y = x.look(x.offset, Shape.owning(dims), strides);
        if (!Tape.watches(x)) {
            return y;
        }
        Shape whole = x.shape;
        return Operation.of("UnfoldBackward0", y)
                .input(x, t -> unfold(t, a, size, step), g -> unfoldBackward(g, whole, a, size, step))
                .result();
    }

    /** Adds windows back where they came from. */
    private static Tensor unfoldBackward(Tensor g, Shape whole, int axis, int size, int step) {
        Tensor y = Tensor.empty(g.dtype(), whole);
        try (GradMode off = GradMode.set(false)) {
            for (int k = 0; k < size; k++) {
                Tensor part = slice(y, axis, k, g.shape.dims[axis], step);
                Loops.binaryInto(BinaryOp.ADD, part, select(g, -1, k), part);
            }
        }
        return Operation.of("UnfoldBackwardBackward0", y)
                .input(g, t -> unfoldBackward(t, whole, axis, size, step), h -> unfold(h, axis, size, step))
                .result();
    }

    static int[] without(int[] values, int at) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, at);
        System.arraycopy(values, at + 1, rest, at, rest.length - at);
        return rest;
    }

    static int[] with(int[] values, int at, int value) {
        int[] more = new int[values.length + 1];
        System.arraycopy(values, 0, more, 0, at);
        more[at] = value;
        System.arraycopy(values, at, more, at + 1, values.length - at);
        return more;
    }
}
