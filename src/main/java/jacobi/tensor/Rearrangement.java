package jacobi.tensor;

/** Copies of a tensor with its elements in other places. */
final class Rearrangement {
    private Rearrangement() {}

    /** The elements of x where {@code numbers}, rearranged from {@link Picking#numbers}, found them. */
    private static Tensor as(String gradName, Tensor x, Tensor numbers) {
        return Picking.pick(gradName, x, Picking.places(numbers), numbers.shape);
    }

    static Tensor flip(Tensor x, int... axes) {
        int[] strides = x.strides.clone();
        int at = x.offset;
        boolean[] seen = new boolean[x.dim() + 1];
        for (int axis : axes) {
            int a = x.shape.axis("flip", axis);
            if (seen[a]) throw new IllegalArgumentException("flip: axis " + a + " is named twice");
            seen[a] = true;
            if (x.dim() == 0 || x.numel() == 0) continue;
            at += (x.shape.dims[a] - 1) * strides[a];
            strides[a] = -strides[a];
        }
        Tensor y = Loops.fresh(new Tensor(x.storage, at, x.shape, strides, null, false));
        if (!Tape.watches(x)) return y;
        int[] same = axes.clone();
        return Operation.of("FlipBackward0", y)
                .input(x, t -> flip(t, same), g -> flip(g, same))
                .result();
    }

    static Tensor roll(Tensor x, int shift, int axis) {
        int a = x.shape.axis("roll", axis);
        if (x.numel() == 0 || x.dim() == 0) return Casting.copy(x);
        int n = x.shape.dims[a], by = Math.floorMod(shift, n);
        Tensor plain = x.detach();
        Tensor y =
                Joins.cat(new Tensor[] {Views.slice(plain, a, n - by, by, 1), Views.slice(plain, a, 0, n - by, 1)}, a);
        if (!Tape.watches(x)) return y;
        return Operation.of("RollBackward0", y)
                .input(x, t -> roll(t, by, a), g -> roll(g, -by, a))
                .result();
    }

    static Tensor repeat(Tensor x, int... times) {
        if (times.length < x.dim())
            throw new IllegalArgumentException("repeat: " + times.length + " numbers for a tensor of shape "
                    + x.shape.text() + "; give one for every axis");
        // (n) repeated k times is (k, n) with the same elements, seen as (k * n).
        int n = times.length, shift = n - x.dim();
        int[] paired = new int[2 * n], ones = new int[2 * n], dims = new int[n];
        for (int i = 0; i < n; i++) {
            int length = i < shift ? 1 : x.shape.dims[i - shift];
            if (times[i] < 0) throw new IllegalArgumentException("repeat: a negative number of times: " + times[i]);
            ones[2 * i] = 1;
            paired[2 * i] = times[i];
            ones[2 * i + 1] = paired[2 * i + 1] = length;
            dims[i] = times[i] * length;
        }
        Tensor numbers = Picking.numbers(x.shape);
        return as("RepeatBackward0", x, Views.reshape(Views.expand(Views.reshape(numbers, ones), paired), dims));
    }

    static Tensor repeatInterleave(Tensor x, int times, int axis) {
        int a = x.shape.axis("repeatInterleave", axis);
        if (times < 0) throw new IllegalArgumentException("repeatInterleave: a negative number of times: " + times);
        Tensor numbers = Views.unsqueeze(Picking.numbers(x.shape), a + 1);
        int[] dims = numbers.shape.toArray();
        dims[a + 1] = times;
        return as("RepeatInterleaveBackward0", x, Views.flatten(Views.expand(numbers, dims), a, a + 1));
    }

    static Tensor triangle(String gradName, Tensor x, int diagonal, boolean lower) {
        if (x.dim() < 2)
            throw new IllegalArgumentException(
                    (lower ? "tril" : "triu") + ": needs a matrix (2 axes or more), got shape " + x.shape.text());
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), x.shape);
        int rows = x.size(-2), columns = x.size(-1);
        for (int i = 0, at = 0; at < y.numel(); i = (i + 1) % rows, at += columns) {
            // The first element kept of an upper triangle's row, or the first one dropped of a lower.
            int edge = (int) Math.max(0, Math.min(columns, (long) i + diagonal + (lower ? 1 : 0)));
            int start = lower ? 0 : edge, n = lower ? edge : columns - edge;
            System.arraycopy(from.storage.array, from.offset + at + start, y.storage.array, at + start, n);
        }
        if (!Tape.watches(x)) return y;
        return Operation.of(gradName, y)
                .elementwise(x, d -> triangle(gradName, d, diagonal, lower))
                .result();
    }

    static Tensor diag(Tensor x, int offset) {
        if (x.dim() == 2) {
            Tensor y = Loops.fresh(Views.diagonal(x.detach(), offset, 0, 1));
            Shape whole = x.shape;
            if (!Tape.watches(x)) return y;
            return Operation.of("DiagBackward0", y)
                    .input(x, t -> diag(t, offset), g -> Views.diagonalBackward(g, whole, offset, 0, 1))
                    .result();
        }
        if (x.dim() != 1)
            throw new IllegalArgumentException("diag: needs a vector or a matrix, got shape " + x.shape.text());
        int n = x.numel() + Math.abs(offset);
        Tensor y = Views.diagonalBackward(x.detach(), Shape.owning(n, n), offset, 0, 1);
        if (!Tape.watches(x)) return y;
        return Operation.of("DiagBackward0", y)
                .input(x, t -> diag(t, offset), g -> diag(g, offset))
                .result();
    }

    static Tensor trace(Tensor x) {
        if (x.dim() != 2) throw new IllegalArgumentException("trace: needs a matrix, got shape " + x.shape.text());
        Tensor y = Sums.sum(Views.diagonal(x.detach(), 0, 0, 1), null, false);
        if (!Tape.watches(x)) return y;
        Shape whole = x.shape;
        int n = Math.min(whole.dims[0], whole.dims[1]);
        return Operation.of("TraceBackward0", y)
                .input(x, Rearrangement::trace, g -> Views.diagonalBackward(g.expand(n), whole, 0, 0, 1))
                .result();
    }

    static Tensor pad(Tensor x, int[] margins, Number value) {
        if (margins.length % 2 != 0 || margins.length > 2 * x.dim())
            throw new IllegalArgumentException("pad: " + margins.length + " margins for shape " + x.shape.text()
                    + "; give two for each axis from the last on");
        int[] dims = x.shape.toArray(), opposite = new int[margins.length];
        Tensor source = x.detach(), target;
        for (int i = 0; i < margins.length; i++) {
            opposite[i] = -margins[i];
            dims[dims.length - 1 - i / 2] += margins[i];
        }
        Tensor y = Tensor.empty(x.dtype(), Shape.of(dims));
        if (value.doubleValue() != 0) Loops.copy(Tensor.weak(value), y);
        target = y;
        for (int i = 0; i < margins.length; i += 2) {
            int a = x.dim() - 1 - i / 2, before = margins[i], after = margins[i + 1], n = x.shape.dims[a];
            int kept = Math.max(0, n + Math.min(before, 0) + Math.min(after, 0));
            source = Views.slice(source, a, Math.max(0, -before), kept, 1);
            target = Views.slice(target, a, Math.max(0, before), kept, 1);
        }
        Loops.copy(source, target);
        if (!Tape.watches(x)) return y;
        int[] same = margins.clone();
        return Operation.of("ConstantPadNdBackward0", y)
                .input(x, t -> pad(t, same, 0), g -> pad(g, opposite, 0))
                .result();
    }
}
