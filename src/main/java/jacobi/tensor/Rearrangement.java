package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;

/** Copies of a tensor with its elements in other places. */
final class Rearrangement {
    private Rearrangement() {}

    /** The elements of x where {@code numbers}, rearranged from {@link Picking#numbers}, found them. */
    private static Tensor as(String gradName, Tensor x, Tensor numbers) {
        return Picking.pick(gradName, x, Picking.places(numbers), numbers.shape);
    }

    /** Axes reversed; a copy. */
    @Op
    static Tensor flip(Tensor x, int... dims) {
        int[] strides = x.strides.clone();
        int at = x.offset;
        boolean[] seen = new boolean[x.dim() + 1];
        for (int axis : dims) {
            int a = x.shape.axis("flip", axis);
            if (seen[a]) {
                throw new IllegalArgumentException(say("tensor.rearrangement.axis-named-twice", "a", a));
            }
            seen[a] = true;
            if (x.dim() == 0 || x.numel() == 0) {
                continue;
            }
            at += (x.shape.dims[a] - 1) * strides[a];
            strides[a] = -strides[a];
        }
        Tensor y = Loops.fresh(new Tensor(x.storage, at, x.shape, strides, null, false));
        int[] same = dims.clone();
        return Operation.of("FlipBackward0", y)
                .input(x, t -> flip(t, same), g -> flip(g, same))
                .result();
    }

    /** Elements moved along an axis, those beyond the end coming back at the beginning. */
    @Op
    static Tensor roll(Tensor x, int shifts, int dims) {
        int a = x.shape.axis("roll", dims);
        if (x.numel() == 0 || x.dim() == 0) {
            return Casting.copy(x);
        }
        int n = x.shape.dims[a], by = Math.floorMod(shifts, n);
        Tensor plain = x.detach();
        Tensor y =
                Joins.cat(new Tensor[] {Views.slice(plain, a, n - by, by, 1), Views.slice(plain, a, 0, n - by, 1)}, a);
        return Operation.of("RollBackward0", y)
                .input(x, t -> roll(t, by, a), g -> roll(g, -by, a))
                .result();
    }

    /** Elements of the flattened tensor moved, those beyond the end coming back at the beginning. */
    @Op
    static Tensor roll(Tensor x, int shifts) {
        return Reshapes.reshape(roll(Reshapes.flatten(x, 0, -1), shifts, 0), x.shape.dims);
    }

    /** Copies of the whole tensor, so many along each axis; further numbers make new axes in front. */
    @Op
    static Tensor repeat(Tensor x, int... repeats) {
        if (repeats.length < x.dim()) {
            throw new IllegalArgumentException(say(
                    "tensor.rearrangement.numbers-tensor-shape-give",
                    "length",
                    repeats.length,
                    "shape",
                    x.shape.text()));
        }
        // (n) repeated k repeats is (k, n) with the same elements, seen as (k * n).
        int n = repeats.length, shift = n - x.dim();
        int[] paired = new int[2 * n], ones = new int[2 * n], dims = new int[n];
        for (int i = 0; i < n; i++) {
            int length = i < shift ? 1 : x.shape.dims[i - shift];
            if (repeats[i] < 0) {
                throw new IllegalArgumentException(say(
                        "tensor.rearrangement.negative-number-repeats", "operation", "repeat", "repeats", repeats[i]));
            }
            ones[2 * i] = 1;
            paired[2 * i] = repeats[i];
            ones[2 * i + 1] = paired[2 * i + 1] = length;
            dims[i] = repeats[i] * length;
        }
        Tensor numbers = Picking.numbers(x.shape);
        return as("RepeatBackward0", x, Reshapes.reshape(Views.expand(Reshapes.reshape(numbers, ones), paired), dims));
    }

    /** As {@code repeat}, with numbers for the last axes only, as NumPy's {@code tile}. */
    @Op
    static Tensor tile(Tensor x, int... dims) {
        int[] all = new int[Math.max(dims.length, x.dim())];
        java.util.Arrays.fill(all, 1);
        System.arraycopy(dims, 0, all, all.length - dims.length, dims.length);
        return repeat(x, all);
    }

    /** Every element of the flattened tensor repeated. */
    @Op
    static Tensor repeatInterleave(Tensor x, int repeats) {
        return repeatInterleave(Reshapes.flatten(x, 0, -1), repeats, 0);
    }

    /** Every place of an axis repeated. */
    @Op
    static Tensor repeatInterleave(Tensor x, int repeats, int axis) {
        int a = x.shape.axis("repeatInterleave", axis);
        if (repeats < 0) {
            throw new IllegalArgumentException(say(
                    "tensor.rearrangement.negative-number-repeats",
                    "operation",
                    "repeatInterleave",
                    "repeats",
                    repeats));
        }
        Tensor numbers = Reshapes.unsqueeze(Picking.numbers(x.shape), a + 1);
        int[] dims = numbers.shape.toArray();
        dims[a + 1] = repeats;
        return as("RepeatInterleaveBackward0", x, Reshapes.flatten(Views.expand(numbers, dims), a, a + 1));
    }

    /** Of a matrix the elements on and below a diagonal, the rest 0; 0 is the main diagonal, 1 the one above. */
    @Op
    static Tensor tril(Tensor x, @Default("0") int diagonal) {
        return triangle("TrilBackward0", x, diagonal, true);
    }

    /** Of a matrix the elements on and above a diagonal, the rest 0; 0 is the main diagonal, 1 the one above. */
    @Op
    static Tensor triu(Tensor x, @Default("0") int diagonal) {
        return triangle("TriuBackward0", x, diagonal, false);
    }

    private static Tensor triangle(String gradName, Tensor x, int diagonal, boolean lower) {
        if (x.dim() < 2) {
            throw new IllegalArgumentException(say(
                    "tensor.rearrangement.needs-matrix-axes-more",
                    "operation",
                    lower ? "tril" : "triu",
                    "shape",
                    x.shape.text()));
        }
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), x.shape);
        int rows = x.size(-2), columns = x.size(-1);
        for (int i = 0, at = 0; at < y.numel(); i = (i + 1) % rows, at += columns) {
            // The first element kept of an upper triangle's row, or the first one dropped of a lower.
            int edge = (int) Math.max(0, Math.min(columns, (long) i + diagonal + (lower ? 1 : 0)));
            int start = lower ? 0 : edge, n = lower ? edge : columns - edge;
            System.arraycopy(from.storage.array, from.offset + at + start, y.storage.array, at + start, n);
        }
        return Operation.of(gradName, y)
                .elementwise(x, d -> triangle(gradName, d, diagonal, lower))
                .result();
    }

    /**
     * Of a vector the matrix with it on a diagonal; of a matrix its diagonal, as a copy. 0 is the main diagonal, 1 the
     * one above.
     */
    @Op
    static Tensor diag(Tensor x, @Default("0") int diagonal) {
        if (x.dim() == 2) {
            Tensor y = Loops.fresh(Views.diagonal(x.detach(), diagonal, 0, 1));
            Shape whole = x.shape;
            return Operation.of("DiagBackward0", y)
                    .input(x, t -> diag(t, diagonal), g -> Views.diagonalBackward(g, whole, diagonal, 0, 1))
                    .result();
        }
        if (x.dim() != 1) {
            throw new IllegalArgumentException(
                    say("tensor.rearrangement.needs-vector-matrix-got", "shape", x.shape.text()));
        }
        int n = x.numel() + Math.abs(diagonal);
        Tensor y = Views.diagonalBackward(x.detach(), Shape.owning(n, n), diagonal, 0, 1);
        return Operation.of("DiagBackward0", y)
                .input(x, t -> diag(t, diagonal), g -> diag(g, diagonal))
                .result();
    }

    /** Sum of the diagonal of a matrix. */
    @Op
    static Tensor trace(Tensor x) {
        if (x.dim() != 2) {
            throw new IllegalArgumentException(
                    say("tensor.rearrangement.needs-matrix-got-shape", "shape", x.shape.text()));
        }
        Tensor y = Sums.sum(Views.diagonal(x.detach(), 0, 0, 1), null, false);
        Shape whole = x.shape;
        int n = Math.min(whole.dims[0], whole.dims[1]);
        return Operation.of("TraceBackward0", y)
                .input(x, Rearrangement::trace, g -> Views.diagonalBackward(g.expand(n), whole, 0, 0, 1))
                .result();
    }

    /**
     * Zeros put around: (left, right) of the last axis, then (top, bottom) of the one before, and so on. Negative
     * margins cut off.
     */
    @Op
    static Tensor pad(Tensor x, int... pad) {
        return pad(x, pad, 0);
    }

    /**
     * A number put around: (left, right) of the last axis, then (top, bottom) of the one before, and so on. Negative
     * margins cut off.
     */
    @Op
    static Tensor pad(Tensor x, int[] pad, Number value) {
        if (pad.length % 2 != 0 || pad.length > 2 * x.dim()) {
            throw new IllegalArgumentException(
                    say("tensor.rearrangement.pad-shape-give-two", "length", pad.length, "shape", x.shape.text()));
        }
        int[] dims = x.shape.toArray(), opposite = new int[pad.length];
        Tensor source = x.detach(), target;
        for (int i = 0; i < pad.length; i++) {
            opposite[i] = -pad[i];
            dims[dims.length - 1 - i / 2] += pad[i];
        }
        Tensor y = Tensor.empty(x.dtype(), Shape.of(dims));
        if (value.doubleValue() != 0) {
            Loops.copy(Tensor.weak(value), y);
        }
        target = y;
        for (int i = 0; i < pad.length; i += 2) {
            int a = x.dim() - 1 - i / 2, before = pad[i], after = pad[i + 1], n = x.shape.dims[a];
            int kept = Math.max(0, n + Math.min(before, 0) + Math.min(after, 0));
            source = Views.slice(source, a, Math.max(0, -before), kept, 1);
            target = Views.slice(target, a, Math.max(0, before), kept, 1);
        }
        Loops.copy(source, target);
        int[] same = pad.clone();
        return Operation.of("ConstantPadNdBackward0", y)
                .input(x, t -> pad(t, same, 0), g -> pad(g, opposite, 0))
                .result();
    }
}
