package jacobi.tensor;

/** Comparison and logic of a {@link Tensor}; results are bool and have no gradient. */
public sealed interface TensorComparison permits Tensor {
    /** Whether elements are equal, with broadcasting; bool. */
    default Tensor eq(Tensor other) {
        return Loops.compare(CompareOp.EQ, self(), other);
    }

    /** Whether elements are equal, with broadcasting; bool. */
    default Tensor eq(Number other) {
        return Loops.compare(CompareOp.EQ, self(), Tensor.weak(other));
    }

    /** Whether elements differ, with broadcasting; bool. */
    default Tensor ne(Tensor other) {
        return Loops.compare(CompareOp.NE, self(), other);
    }

    /** Whether elements differ, with broadcasting; bool. */
    default Tensor ne(Number other) {
        return Loops.compare(CompareOp.NE, self(), Tensor.weak(other));
    }

    /** Whether elements are less, with broadcasting; bool. */
    default Tensor lt(Tensor other) {
        return Loops.compare(CompareOp.LT, self(), other);
    }

    /** Whether elements are less, with broadcasting; bool. */
    default Tensor lt(Number other) {
        return Loops.compare(CompareOp.LT, self(), Tensor.weak(other));
    }

    /** Whether elements are less or equal, with broadcasting; bool. */
    default Tensor le(Tensor other) {
        return Loops.compare(CompareOp.LE, self(), other);
    }

    /** Whether elements are less or equal, with broadcasting; bool. */
    default Tensor le(Number other) {
        return Loops.compare(CompareOp.LE, self(), Tensor.weak(other));
    }

    /** Whether elements are greater, with broadcasting; bool. */
    default Tensor gt(Tensor other) {
        return Loops.compare(CompareOp.GT, self(), other);
    }

    /** Whether elements are greater, with broadcasting; bool. */
    default Tensor gt(Number other) {
        return Loops.compare(CompareOp.GT, self(), Tensor.weak(other));
    }

    /** Whether elements are greater or equal, with broadcasting; bool. */
    default Tensor ge(Tensor other) {
        return Loops.compare(CompareOp.GE, self(), other);
    }

    /** Whether elements are greater or equal, with broadcasting; bool. */
    default Tensor ge(Number other) {
        return Loops.compare(CompareOp.GE, self(), Tensor.weak(other));
    }

    /** Whether elements equal a truth value; bool. */
    default Tensor eq(boolean other) {
        return Loops.compare(CompareOp.EQ, self(), Tensors.tensor(other));
    }

    /** Whether elements differ from a truth value; bool. */
    default Tensor ne(boolean other) {
        return Loops.compare(CompareOp.NE, self(), Tensors.tensor(other));
    }

    /** Whether both are other than 0; bool. */
    default Tensor logicalAnd(Tensor other) {
        return Operators.logical(BinaryOp.AND, self(), other);
    }

    /** Whether either is other than 0; bool. */
    default Tensor logicalOr(Tensor other) {
        return Operators.logical(BinaryOp.OR, self(), other);
    }

    /** Whether just one is other than 0; bool. */
    default Tensor logicalXor(Tensor other) {
        return Operators.logical(BinaryOp.XOR, self(), other);
    }

    /** Whether elements are 0; bool. */
    default Tensor logicalNot() {
        return Loops.compare(CompareOp.EQ, self(), Tensor.weak(0));
    }

    /** Bits set in both (for bool: and). */
    default Tensor bitwiseAnd(Tensor other) {
        return Operators.bitwise(BinaryOp.AND, self(), other);
    }

    /** Bits set in both (for bool: and). */
    default Tensor bitwiseAnd(Number other) {
        return Operators.bitwise(BinaryOp.AND, self(), Tensor.weak(other));
    }

    /** Bits set in either (for bool: or). */
    default Tensor bitwiseOr(Tensor other) {
        return Operators.bitwise(BinaryOp.OR, self(), other);
    }

    /** Bits set in either (for bool: or). */
    default Tensor bitwiseOr(Number other) {
        return Operators.bitwise(BinaryOp.OR, self(), Tensor.weak(other));
    }

    /** Bits set in just one (for bool: unequal). */
    default Tensor bitwiseXor(Tensor other) {
        return Operators.bitwise(BinaryOp.XOR, self(), other);
    }

    /** Bits set in just one (for bool: unequal). */
    default Tensor bitwiseXor(Number other) {
        return Operators.bitwise(BinaryOp.XOR, self(), Tensor.weak(other));
    }

    /** Bits moved left. */
    default Tensor bitwiseLeftShift(Tensor places) {
        return Operators.bitwise(BinaryOp.SHIFT_LEFT, self(), places);
    }

    /** Bits moved right, keeping the sign. */
    default Tensor bitwiseRightShift(Tensor places) {
        return Operators.bitwise(BinaryOp.SHIFT_RIGHT, self(), places);
    }

    /** Bits turned over (for bool: not). */
    default Tensor bitwiseNot() {
        return self().dtype() == DType.bool ? logicalNot() : bitwiseXor(-1);
    }

    /** Whether elements are not a number; bool. */
    default Tensor isnan() {
        return Predicates.isnan(self());
    }

    /** Whether elements are infinite; bool. */
    default Tensor isinf() {
        return Predicates.isinf(self());
    }

    /** Whether elements are numbers and finite; bool. */
    default Tensor isfinite() {
        return Predicates.isfinite(self());
    }

    /** Whether elements are near: |this − other| ≤ 1e-8 + 1e-5·|other|; bool. */
    default Tensor isclose(Tensor other) {
        return Predicates.isclose(self(), other, 1e-5, 1e-8, false);
    }

    /** Whether elements are near: |this − other| ≤ atol + rtol·|other|; bool. */
    default Tensor isclose(Tensor other, double rtol, double atol) {
        return Predicates.isclose(self(), other, rtol, atol, false);
    }

    /** Whether all elements are near, as {@link #isclose(Tensor)} says. */
    default boolean allclose(Tensor other) {
        return isclose(other).all().isTrue();
    }

    /** Whether all elements are near, as {@link #isclose(Tensor, double, double)} says. */
    default boolean allclose(Tensor other, double rtol, double atol) {
        return isclose(other, rtol, atol).all().isTrue();
    }

    /** Whether shape and all elements are equal. */
    default boolean equal(Tensor other) {
        return self().shape.equals(other.shape) && eq(other).all().isTrue();
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
