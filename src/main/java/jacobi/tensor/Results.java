package jacobi.tensor;

import static jacobi.language.Say.say;

/** Results written into tensors that exist already, where new storage for each would be waste. */
final class Results {
    private Results() {}

    static Tensor into(BinaryOp op, Tensor a, Tensor b, Tensor out) {
        DType type = op.computesIn(Promotion.of(a, b));
        require(op.word(), out, Broadcast.shapes(op, a.shape, b.shape), type, a, b);
        Loops.binaryInto(op, Loops.cast(apart(a, out), type), Loops.cast(apart(b, out), type), out);
        return InPlace.overwritten(out);
    }

    /** Refuses a target of another shape or type, and operands whose gradients are wanted. */
    static void require(String operation, Tensor out, Shape shape, DType type, Tensor... operands) {
        if (Tape.watches(operands) || Tape.watches(out)) {
            throw new IllegalStateException(say("tensor.results.result-written-into-existing", "operation", operation));
        }
        if (!out.shape.equals(shape) || out.dtype() != type) {
            throw new IllegalArgumentException(say(
                    "tensor.results.result-shape-tensor-write",
                    "operation",
                    operation,
                    "type",
                    type,
                    "shape",
                    shape.text(),
                    "dtype",
                    out.dtype(),
                    "shape2",
                    out.shape.text()));
        }
        InPlace.check(operation, out);
    }

    /** An operand that overlaps the target, other than by being it, is read in full first. */
    static Tensor apart(Tensor operand, Tensor out) {
        boolean same = operand.offset == out.offset
                && operand.shape.equals(out.shape)
                && java.util.Arrays.equals(operand.strides, out.strides);
        return operand.sharesStorage(out) && !same ? Loops.fresh(operand) : operand;
    }
}
