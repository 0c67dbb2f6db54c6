package jacobi.tensor;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;

/**
 * Comparisons, questions about single elements, and about whether tensors agree; results are bool and have no gradient.
 */
final class Predicates {
    private Predicates() {}

    /** Whether elements are equal, with broadcasting; bool. */
    @Op
    static Tensor eq(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.EQ, a, other);
    }

    /** Whether elements differ, with broadcasting; bool. */
    @Op
    static Tensor ne(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.NE, a, other);
    }

    /** Whether elements are less, with broadcasting; bool. */
    @Op
    static Tensor lt(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.LT, a, other);
    }

    /** Whether elements are less or equal, with broadcasting; bool. */
    @Op
    static Tensor le(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.LE, a, other);
    }

    /** Whether elements are greater, with broadcasting; bool. */
    @Op
    static Tensor gt(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.GT, a, other);
    }

    /** Whether elements are greater or equal, with broadcasting; bool. */
    @Op
    static Tensor ge(@OrNumber Tensor a, @OrNumber Tensor other) {
        return Loops.compare(CompareOp.GE, a, other);
    }

    /** Whether elements equal a truth value; bool. */
    @Op
    static Tensor eq(Tensor a, boolean other) {
        return Loops.compare(CompareOp.EQ, a, Tensors.tensor(other));
    }

    /** Whether elements differ from a truth value; bool. */
    @Op
    static Tensor ne(Tensor a, boolean other) {
        return Loops.compare(CompareOp.NE, a, Tensors.tensor(other));
    }

    /** Whether elements are not a number; bool. */
    @Op
    static Tensor isnan(Tensor x) {
        return Loops.compare(CompareOp.NE, x, x);
    }

    /** Whether elements are infinite; bool. */
    @Op
    static Tensor isinf(Tensor x) {
        if (!x.dtype().isFloatingPoint()) {
            return Tensor.empty(DType.bool, x.shape);
        }
        return Loops.compare(CompareOp.EQ, Loops.unary(UnaryOp.ABS, x), Tensor.weak(Double.POSITIVE_INFINITY));
    }

    /** Whether elements are numbers and finite; bool. */
    @Op
    static Tensor isfinite(Tensor x) {
        if (!x.dtype().isFloatingPoint()) {
            return Loops.compare(CompareOp.EQ, x, x);
        }
        return Loops.compare(CompareOp.LT, Loops.unary(UnaryOp.ABS, x), Tensor.weak(Double.POSITIVE_INFINITY));
    }

    /**
     * Whether elements are near: |this − other| ≤ atol + rtol·|other|; bool. Infinities of one sign are near.
     *
     * @param equalNan whether NaN is near NaN
     */
    @Op
    static Tensor isclose(
            Tensor a,
            Tensor other,
            @Default("1e-5") double rtol,
            @Default("1e-8") double atol,
            @Default("false") boolean equalNan) {
        Tensor same = Loops.compare(CompareOp.EQ, a, other);
        Tensor p = Loops.cast(a, DType.float64), q = Loops.cast(other, DType.float64);
        Tensor distance = Loops.unary(UnaryOp.ABS, Loops.binary(BinaryOp.SUB, p, q));
        Tensor allowed = Loops.binary(
                BinaryOp.ADD,
                Loops.binary(BinaryOp.MUL, Loops.unary(UnaryOp.ABS, q), Tensor.weak(rtol)),
                Tensor.weak(atol));
        Tensor near = Loops.binary(BinaryOp.AND, Loops.compare(CompareOp.LE, distance, allowed), isfinite(distance));
        Tensor close = Loops.binary(BinaryOp.OR, same, near);
        return equalNan ? Loops.binary(BinaryOp.OR, close, Loops.binary(BinaryOp.AND, isnan(a), isnan(other))) : close;
    }

    /** Whether all elements are near, as {@code isclose} says. */
    @Op
    static boolean allclose(
            Tensor a,
            Tensor other,
            @Default("1e-5") double rtol,
            @Default("1e-8") double atol,
            @Default("false") boolean equalNan) {
        return isclose(a, other, rtol, atol, equalNan).all().isTrue();
    }

    /** Whether shape and all elements are equal. */
    @Op
    static boolean equal(Tensor a, Tensor other) {
        return a.shape.equals(other.shape) && eq(a, other).all().isTrue();
    }
}
