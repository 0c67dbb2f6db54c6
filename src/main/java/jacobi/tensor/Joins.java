package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Putting tensors together along an axis, and taking them apart. */
final class Joins {
    private Joins() {}

    /** Tensors one after the other along an axis; their other axes must agree. */
    @Op(method = false)
    static Tensor cat(Collection<? extends Tensor> tensors, @Default("0") int axis) {
        return cat(tensors.toArray(new Tensor[0]), axis);
    }

    /** As {@code cat}. */
    @Op(method = false)
    static Tensor concat(Collection<? extends Tensor> tensors, @Default("0") int axis) {
        return cat(tensors, axis);
    }

    /** Tensors of one shape along a new axis. */
    @Op(method = false)
    static Tensor stack(Collection<? extends Tensor> tensors, @Default("0") int axis) {
        return stack(tensors.toArray(new Tensor[0]), axis);
    }

    static Tensor cat(Tensor[] xs, int axis) {
        if (xs.length == 0) {
            throw new IllegalArgumentException(say("tensor.joins.needs-at-least-one", "operation", "cat"));
        }
        DType type = xs[0].dtype();
        for (Tensor x : xs) {
            type = DType.promote(type, x.dtype());
        }
        Tensor first = null;
        // A 1-d tensor without elements fits anything, as in PyTorch.
        for (Tensor x : xs) {
            if (first == null && !isNothing(x)) {
                first = x;
            }
        }
        if (first == null) {
            first = xs[0];
        }
        if (first.dim() == 0) {
            throw new IllegalArgumentException(say("tensor.joins.tensor-no-axis-join"));
        }
        int a = first.shape.axis("cat", axis), total = 0;
        int[] starts = new int[xs.length];
        for (int i = 0; i < xs.length; i++) {
            starts[i] = total;
            if (isNothing(xs[i])) {
                continue;
            }
            checkFits(first, xs[i], a, i);
            total += xs[i].shape.dims[a];
        }
        int[] dims = first.shape.toArray();
        dims[a] = total;
        Tensor y = Tensor.empty(type, Shape.owning(dims));
        for (int i = 0; i < xs.length; i++) {
            if (!isNothing(xs[i])) {
                Loops.copy(xs[i], part(y, a, starts[i], xs[i].shape));
            }
        }
        if (!Tape.watches(xs)) {
            return y;
        }
        Operation operation = Operation.of("CatBackward0", y);
        for (int i = 0; i < xs.length; i++) {
            Tensor x = xs[i];
            if (isNothing(x)) {
                operation.input(x, t -> Tensor.empty(y.dtype(), y.shape), g -> Tensor.empty(g.dtype(), x.shape));
                continue;
            }
            int start = starts[i], length = x.shape.dims[a], rest = total - start - length;
            int[] before = dims.clone(), after = dims.clone();
            before[a] = start;
            after[a] = rest;
            operation.input(
                    x,
                    t -> cat(
                            new Tensor[] {
                                Tensor.empty(t.dtype(), Shape.owning(before)),
                                t,
                                Tensor.empty(t.dtype(), Shape.owning(after))
                            },
                            a),
                    g -> Views.slice(g, a, start, length, 1));
        }
        return operation.result();
    }

    private static boolean isNothing(Tensor x) {
        return x.dim() == 1 && x.numel() == 0;
    }

    private static Tensor part(Tensor y, int axis, int start, Shape shape) {
        return new Tensor(y.storage, y.offset + start * y.strides[axis], shape, y.strides, null, false);
    }

    private static void checkFits(Tensor first, Tensor x, int axis, int which) {
        boolean fits = first.dim() == x.dim();
        for (int d = 0; fits && d < x.dim(); d++) {
            fits = d == axis || x.shape.dims[d] == first.shape.dims[d];
        }
        if (!fits) {
            throw new IllegalArgumentException(say(
                    "tensor.joins.tensor-shape-does-not",
                    "which",
                    which,
                    "shape",
                    x.shape.text(),
                    "shape2",
                    first.shape.text(),
                    "axis",
                    axis));
        }
    }

    /** Tensors of one shape along a new axis. */
    static Tensor stack(Tensor[] xs, int axis) {
        if (xs.length == 0) {
            throw new IllegalArgumentException(say("tensor.joins.needs-at-least-one", "operation", "stack"));
        }
        int n = xs[0].dim() + 1;
        int a = axis < 0 ? axis + n : axis;
        if (a < 0 || a >= n) {
            throw new IndexOutOfBoundsException(say(
                    "tensor.joins.axis-out-range-new",
                    "axis",
                    axis,
                    "shape",
                    xs[0].shape.text(),
                    "n",
                    -n,
                    "n2",
                    n - 1));
        }
        Tensor[] rows = new Tensor[xs.length];
        try (GradMode off = GradMode.set(false)) {
            for (int i = 0; i < xs.length; i++) {
                if (!xs[i].shape.equals(xs[0].shape)) {
                    throw new IllegalArgumentException(say(
                            "tensor.joins.tensors-one-shape-but",
                            "shape",
                            xs[0].shape.text(),
                            "i",
                            i,
                            "shape2",
                            xs[i].shape.text()));
                }
                rows[i] = Reshapes.unsqueeze(xs[i].detach(), a);
            }
        }
        Tensor y = cat(rows, a);
        if (!Tape.watches(xs)) {
            return y;
        }
        Operation operation = Operation.of("StackBackward0", y);
        for (int i = 0; i < xs.length; i++) {
            int at = i;
            operation.input(xs[i], t -> alone(t, a, at, xs.length), g -> Views.select(g, a, at));
        }
        return operation.result();
    }

    /** A stack of zeros with t in one place. */
    private static Tensor alone(Tensor t, int axis, int at, int count) {
        Tensor[] parts = new Tensor[count];
        for (int i = 0; i < count; i++) {
            parts[i] = i == at ? t : Tensor.empty(t.dtype(), t.shape);
        }
        return stack(parts, axis);
    }

    /** Pieces of one length along an axis, the last one shorter if need be; views. */
    @Op
    static List<Tensor> split(Tensor x, int splitSizeOrSections, @Default("0") int axis) {
        int a = x.shape.axis("split", axis), n = x.size(axis);
        if (splitSizeOrSections <= 0) {
            throw new IllegalArgumentException(
                    say("tensor.joins.pieces-at-least-element", "splitSizeOrSections", splitSizeOrSections));
        }
        List<Tensor> pieces = new ArrayList<>();
        for (int at = 0; at < n || at == 0; at += splitSizeOrSections) {
            pieces.add(Views.slice(x, a, at, Math.min(splitSizeOrSections, n - at), 1));
        }
        return pieces;
    }

    /** Pieces of the given lengths, which add up to the axis; views. */
    @Op
    static List<Tensor> split(Tensor x, int[] splitSizeOrSections, @Default("0") int axis) {
        int a = x.shape.axis("split", axis), n = x.size(axis), at = 0;
        List<Tensor> pieces = new ArrayList<>();
        for (int length : splitSizeOrSections) {
            if (length < 0 || at + length > n) {
                break;
            }
            pieces.add(Views.slice(x, a, at, length, 1));
            at += length;
        }
        if (at != n || pieces.size() != splitSizeOrSections.length) {
            throw new IllegalArgumentException(say(
                    "tensor.joins.splitsizeorsections-do-not-add",
                    "splitSizeOrSections",
                    java.util.Arrays.toString(splitSizeOrSections),
                    "a",
                    a,
                    "n",
                    n));
        }
        return pieces;
    }

    /** At most so many pieces of equal length along an axis; views. */
    @Op
    static List<Tensor> chunk(Tensor x, int chunks, @Default("0") int axis) {
        if (chunks <= 0) {
            throw new IllegalArgumentException(say("tensor.joins.needs-at-least-piece", "chunks", chunks));
        }
        return split(x, Math.max(1, (x.size(axis) + chunks - 1) / chunks), axis);
    }

    /** The places of an axis; views. */
    @Op
    static List<Tensor> unbind(Tensor x, @Default("0") int axis) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < x.size(axis); i++) {
            parts.add(Views.select(x, axis, i));
        }
        return parts;
    }
}
