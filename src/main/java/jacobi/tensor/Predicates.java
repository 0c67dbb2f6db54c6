package jacobi.tensor;

/** Questions about single elements, and about whether tensors agree. */
final class Predicates {
    private Predicates() {}

    static Tensor isnan(Tensor x) {
        return Loops.compare(CompareOp.NE, x, x);
    }

    static Tensor isinf(Tensor x) {
        if (!x.dtype().isFloatingPoint()) return Tensor.empty(DType.bool, x.shape);
        return Loops.compare(CompareOp.EQ, Loops.unary(UnaryOp.ABS, x), Tensor.weak(Double.POSITIVE_INFINITY));
    }

    static Tensor isfinite(Tensor x) {
        if (!x.dtype().isFloatingPoint()) return Loops.compare(CompareOp.EQ, x, x);
        return Loops.compare(CompareOp.LT, Loops.unary(UnaryOp.ABS, x), Tensor.weak(Double.POSITIVE_INFINITY));
    }

    /** Whether elements are so near that |a − b| ≤ atol + rtol·|b|; infinities of one sign are near. */
    static Tensor isclose(Tensor a, Tensor b, double rtol, double atol, boolean equalNan) {
        Tensor same = Loops.compare(CompareOp.EQ, a, b);
        Tensor p = Loops.cast(a, DType.float64), q = Loops.cast(b, DType.float64);
        Tensor distance = Loops.unary(UnaryOp.ABS, Loops.binary(BinaryOp.SUB, p, q));
        Tensor allowed = Loops.binary(
                BinaryOp.ADD,
                Loops.binary(BinaryOp.MUL, Loops.unary(UnaryOp.ABS, q), Tensor.weak(rtol)),
                Tensor.weak(atol));
        Tensor near = Loops.binary(BinaryOp.AND, Loops.compare(CompareOp.LE, distance, allowed), isfinite(distance));
        Tensor close = Loops.binary(BinaryOp.OR, same, near);
        return equalNan ? Loops.binary(BinaryOp.OR, close, Loops.binary(BinaryOp.AND, isnan(a), isnan(b))) : close;
    }
}
