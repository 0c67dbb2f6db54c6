package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Op;
import jacobi.tensor.cpu.Arithmetic;
import java.util.function.UnaryOperator;

/** The one place where tensors change in place: checks, storage, version and history. */
final class InPlace {
    private InPlace() {}

    /**
     * Replaces x's values by those of {@code f(x)}, recording it if derivatives are wanted.
     *
     * @param others further operands of f
     */
    static Tensor apply(String operation, Tensor x, UnaryOperator<Tensor> f, Tensor... others) {
        check(operation, x);
        if (!Tape.watches(x) && !Tape.watches(others)) {
            Tensor y = f.apply(x);
            checkFits(operation, x, y);
            return store(x, y);
        }
        Tensor y = f.apply(snapshot(x));
        checkFits(operation, x, y);
        if (y.dtype() != x.dtype()) {
            y = Casting.to(y, x.dtype());
        }
        store(x, y);
        rewrite(x, y);
        return x;
    }

    /** Writes a op b into x, which has the broadcast shape, without new storage where nothing is recorded. */
    static Tensor binary(BinaryOp op, String operation, Tensor x, Tensor other, UnaryOperator<Tensor> f) {
        DType type = x.dtype();
        if (Tape.watches(x, other)
                || op.computesIn(Promotion.of(x, other)) != type
                || other.storage == x.storage && other != x
                || !Broadcast.reaches(other.shape, x.shape)) {
            return apply(operation, x, f, other);
        }
        check(operation, x);
        Loops.binaryInto(op, x, Loops.cast(other, type), x);
        x.storage.changed();
        return x;
    }

    /** Adds {@code alpha * other} in place, as a step of gradient descent does: {@code w.add_(w.grad(), -lr)}. */
    @Op("add_")
    static Tensor addScaled(Tensor x, Tensor other, Number alpha) {
        boolean plain = x.dtype().isFloatingPoint()
                && other.dtype() == x.dtype()
                && other.shape.equals(x.shape)
                && x.isContiguous()
                && other.isContiguous()
                && !Tape.watches(x, other)
                && (other.storage != x.storage || other.offset == x.offset);
        if (!plain) {
            return x.add_(other.mul(alpha));
        }
        check("add_", x);
        double s = alpha.doubleValue();
        Loops.pieces(x.numel(), (at, n) -> {
            int from = other.offset + at, to = x.offset + at;
            Arithmetic.addScaled(s, other.storage.array, from, x.storage.array, to, n);
        });
        return overwritten(x);
    }

    /** Sets every element to a number. */
    @Op("fill_")
    static Tensor fill(Tensor x, Number value) {
        return Indexing.copy("FillBackward2", x, Tensor.weak(value));
    }

    /** Sets every element to 0. */
    @Op("zero_")
    static Tensor zero(Tensor x) {
        return Indexing.copy("ZeroBackward0", x, Tensor.weak(0));
    }

    /** As {@link #binary}, of one operand. */
    static Tensor unary(UnaryOp op, String operation, Tensor x, UnaryOperator<Tensor> f) {
        if (Tape.watches(x) || !x.dtype().isFloatingPoint()) {
            return apply(operation, x, f);
        }
        check(operation, x);
        Loops.unaryInto(op, x, x);
        x.storage.changed();
        return x;
    }

    /** Tells that x's values were changed in place by means of its storage; its derivative is lost with them. */
    static Tensor overwritten(Tensor x) {
        x.storage.changed();
        return x;
    }

    /** Refuses what must not change in place: a leaf whose gradient is wanted, and repeated elements. */
    static void check(String operation, Tensor x) {
        if (x.history != null && x.history.leafRequiresGrad && GradMode.isEnabled() && Tape.node(x) == null) {
            throw new IllegalStateException(say("tensor.inPlace.leaf-requires-grad-cannot", "operation", operation));
        }
        GradientHistory base = x.viewOf == null ? null : x.viewOf.history;
        if (base != null && base.leafRequiresGrad && base.node == null && GradMode.isEnabled()) {
            throw new IllegalStateException(say("tensor.inPlace.view-leaf-requires-grad", "operation", operation));
        }
        for (int i = 0; i < x.strides.length; i++) {
            if (x.strides[i] == 0 && x.shape.dims[i] > 1) {
                throw new IllegalArgumentException(
                        say("tensor.inPlace.expanded-tensor-repeats-same", "operation", operation, "i", i));
            }
        }
        if (MemoryOrder.overlaps(x)) {
            throw new IllegalArgumentException(say(
                    "tensor.inPlace.view-shape-strides-some",
                    "operation",
                    operation,
                    "shape",
                    x.shape.text(),
                    "strides",
                    Shape.text(x.strides)));
        }
    }

    private static void checkFits(String operation, Tensor x, Tensor y) {
        if (!y.shape.equals(x.shape)) {
            throw new IllegalArgumentException(say(
                    "tensor.inPlace.result-shape-which-does",
                    "operation",
                    operation,
                    "shape",
                    y.shape.text(),
                    "shape2",
                    x.shape.text()));
        }
        if (!y.dtype().canWriteInto(x.dtype())) {
            throw new IllegalArgumentException(say(
                    "tensor.inPlace.result-which-cannot-written",
                    "operation",
                    operation,
                    "dtype",
                    y.dtype(),
                    "dtype2",
                    x.dtype(),
                    "dtype3",
                    y.dtype().name()));
        }
    }

    private static Tensor store(Tensor x, Tensor y) {
        Loops.copy(y, x);
        x.storage.changed();
        return x;
    }

    /** x's values as they are now, in storage of their own but with x's history. */
    private static Tensor snapshot(Tensor x) {
        Tensor copy = Loops.fresh(x);
        Node node = Tape.node(x);
        GradientHistory history = Tape.history(copy);
        history.node = node;
        history.tangent = Tape.tangent(x);
        if (node == null && x.history != null && x.history.leafRequiresGrad) {
            history.leafRequiresGrad = true;
            history.accumulator = Tape.target(x);
        }
        return copy;
    }

    /** Gives x the history of y, whose values it has taken; through a view, its base too. */
    static void rewrite(Tensor x, Tensor y) {
        if (x.viewOf == null) {
            adopt(x, y);
            return;
        }
        Tensor base = x.viewOf;
        Tensor before = base.history == null ? Tensor.empty(base.dtype(), base.shape) : snapshot(base);
        Tensor after = Operation.of("CopySlices", Tensor.empty(base.dtype(), base.shape))
                .input(before, t -> erase(t, base, x), g -> erase(g, base, x))
                .input(y, t -> put(t, base, x), g -> take(g, base, x))
                .result();
        adopt(base, after);
        refresh(x);
    }

    /**
     * Without recording, as in noGrad, values change and history stays; a derivative in forward mode is always carried
     * on.
     */
    private static void adopt(Tensor x, Tensor y) {
        GradientHistory history = Tape.history(x);
        if (GradMode.isEnabled()) {
            history.node = Tape.node(y);
        }
        history.tangent = Tape.tangent(y);
        history.rewrites++;
    }

    /** Gives a view whose base was changed in place since the history it now has. */
    static void refresh(Tensor x) {
        Tensor base = x.viewOf;
        if (base.history == null) {
            return;
        }
        int rewrites = base.history.rewrites;
        if (rewrites == (x.history == null ? 0 : x.history.rewritesSeen)) {
            return;
        }
        GradientHistory history = Tape.history(x);
        history.rewritesSeen = rewrites;
        try (GradMode mode = GradMode.set(true)) {
            Tensor view = Operation.of("AsStridedBackward0", x.look(x.offset, x.shape, x.strides))
                    .input(base, t -> take(t, base, x), g -> put(g, base, x))
                    .result();
            history.node = view.history.node;
            history.tangent = view.history.tangent;
        }
    }

    // The part x of its base, in a derivative d of the base's shape.

    private static Tensor laidOut(Tensor d, Tensor base) {
        Tensor out = new Tensor(
                Storage.zeros(d.dtype(), base.storage.length), base.offset, base.shape, base.strides, null, false);
        if (d.numel() > 0) {
            Loops.copy(d, out);
        }
        return out;
    }

    private static Tensor part(Tensor laidOut, Tensor x) {
        return new Tensor(laidOut.storage, x.offset, x.shape, x.strides, null, false);
    }

    private static Tensor take(Tensor d, Tensor base, Tensor x) {
        Tensor y = Loops.fresh(part(laidOut(d, base), x));
        return Operation.of("AsStridedBackward0", y)
                .input(d, t -> take(t, base, x), g -> put(g, base, x))
                .result();
    }

    private static Tensor put(Tensor d, Tensor base, Tensor x) {
        Tensor whole = laidOut(Tensor.empty(d.dtype(), base.shape), base);
        Loops.copy(d, part(whole, x));
        return Operation.of("AsStridedScatterBackward0", Loops.fresh(whole))
                .input(d, t -> put(t, base, x), g -> take(g, base, x))
                .result();
    }

    private static Tensor erase(Tensor d, Tensor base, Tensor x) {
        Tensor whole = laidOut(d, base);
        Loops.copy(Tensor.empty(d.dtype(), x.shape), part(whole, x));
        return Operation.of("CopySlices", Loops.fresh(whole))
                .input(d, t -> erase(t, base, x), g -> erase(g, base, x))
                .result();
    }
}
