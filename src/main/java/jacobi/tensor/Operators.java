package jacobi.tensor;

/**
 * Operators of two operands, element by element with broadcasting: each with its loop, its gradients and its {@code grad_fn} name.
 *
 * <p>A gradient is written for the broadcast shape; the tape sums it over repeated axes.
 */
final class Operators {
    private Operators() {}

    static Tensor add(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.ADD, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("AddBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(b, d -> d)
                .result();
    }

    static Tensor sub(Tensor a, Tensor b) {
        return sub("SubBackward0", a, b);
    }

    static Tensor sub(String gradName, Tensor a, Tensor b) {
        if (a.dtype() == DType.bool && b.dtype() == DType.bool)
            throw new IllegalArgumentException(
                    "sub: two bool tensors have no difference; use logicalXor, or convert with to(int64)");
        Tensor y = Loops.binary(BinaryOp.SUB, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of(gradName, y)
                .elementwise(a, d -> d)
                .elementwise(b, d -> d.neg())
                .result();
    }

    static Tensor mul(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.MUL, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("MulBackward0", y)
                .elementwise(a, d -> mul(d, b), b)
                .elementwise(b, d -> mul(d, a), a)
                .result();
    }

    static Tensor div(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.DIV, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("DivBackward0", y)
                .elementwise(a, d -> div(d, b), b)
                .elementwise(b, d -> mul(d.neg(), div(div(a, b), b)), a, b)
                .result();
    }

    /** a to the power b, a number that does not change. */
    static Tensor pow(Tensor a, Number exponent) {
        Tensor b = Tensor.weak(exponent);
        double n = exponent.doubleValue();
        if (n < 0 && !b.dtype().isFloatingPoint() && !a.dtype().isFloatingPoint())
            throw new IllegalArgumentException(
                    "pow: integers to negative integer powers are not allowed; convert with to(float32) first");
        // As PyTorch: of -infinity and -0 a root is not the power.
        Tensor y = n == 0.5
                ? Loops.floatingUnary(UnaryOp.SQRT, a)
                : n == -0.5 ? Loops.floatingUnary(UnaryOp.RSQRT, a) : Loops.binary(BinaryOp.POW, a, b);
        if (!Tape.watches(a)) return y;
        return Operation.of("PowBackward0", y)
                .elementwise(
                        a,
                        d -> n == 0
                                ? Operation.ZERO.of(d)
                                : mul(d, n == 2 ? a.mul(2) : pow(a, n - 1).mul(n)),
                        a)
                .result();
    }

    static Tensor pow(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.POW, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("PowBackward1", y)
                // 0 * pow(0, -1) would be NaN where the exponent is 0.
                .elementwise(a, d -> mul(d, Selection.where(b.eq(0), zero(y), mul(b, pow(a, b.sub(1))))), a, b)
                // Where the base is 0 the limit for a growing exponent is 0, not 0 * log 0.
                .elementwise(
                        b,
                        d -> mul(d, Selection.where(a.eq(0).logicalAnd(b.ge(0)), zero(y), mul(y, logarithm(a)))),
                        a,
                        b,
                        y)
                .result();
    }

    /** The logarithm of a base; of a Java number in double precision, which then takes the type of what it multiplies. */
    private static Tensor logarithm(Tensor base) {
        return base.weak ? Tensor.weak(Math.log(base.storage.getDouble(base.offset))) : base.log();
    }

    private static Tensor zero(Tensor like) {
        return Tensor.empty(like.dtype(), Shape.SCALAR);
    }

    /** The larger of two; where they are equal each has half the gradient. */
    static Tensor maximum(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.MAXIMUM, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("MaximumBackward0", y)
                .elementwise(a, d -> share(d, CompareOp.LT, a, b), a, b)
                .elementwise(b, d -> share(d, CompareOp.LT, b, a), a, b)
                .result();
    }

    /** The smaller of two; where they are equal each has half the gradient. */
    static Tensor minimum(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.MINIMUM, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("MinimumBackward0", y)
                .elementwise(a, d -> share(d, CompareOp.GT, a, b), a, b)
                .elementwise(b, d -> share(d, CompareOp.GT, b, a), a, b)
                .result();
    }

    /** The part of d for a: nothing where a loses, half where both are equal, else all of it, also beside NaN. */
    private static Tensor share(Tensor d, CompareOp loses, Tensor a, Tensor b) {
        Tensor shared = Selection.where(Loops.compare(CompareOp.EQ, a, b), mul(d, Tensor.weak(0.5)), d);
        return Selection.where(Loops.compare(loses, a, b), zero(d), shared);
    }

    /** The angle of the point (b, a), in radians from −π to π. */
    static Tensor atan2(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.ATAN2, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("Atan2Backward0", y)
                .elementwise(a, d -> mul(d, div(b, add(a.square(), b.square()))), a, b)
                .elementwise(b, d -> mul(d.neg(), div(a, add(a.square(), b.square()))), a, b)
                .result();
    }

    static Tensor hypot(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.HYPOT, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("HypotBackward0", y)
                .elementwise(a, d -> mul(d, div(a, y)), a, y)
                .elementwise(b, d -> mul(d, div(b, y)), b, y)
                .result();
    }

    /** What is left by the quotient rounded down; has the divisor's sign. */
    static Tensor remainder(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.REMAINDER, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("RemainderBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(b, d -> mul(d.neg(), floorDivide(a, b)), a, b)
                .result();
    }

    /** What is left by the quotient rounded toward zero; has the dividend's sign. */
    static Tensor fmod(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.FMOD, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("FmodBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(b, d -> mul(d.neg(), div(a, b).trunc()), a, b)
                .result();
    }

    /** The quotient rounded down: a staircase, so its gradient is 0, as that of floor; PyTorch offers none. */
    static Tensor floorDivide(Tensor a, Tensor b) {
        Tensor y = Loops.binary(BinaryOp.FLOOR_DIVIDE, a, b);
        if (!Tape.watches(a, b)) return y;
        return Operation.of("FloorDivideBackward0", y)
                .elementwise(a, Operation.ZERO)
                .elementwise(b, Operation.ZERO)
                .result();
    }

    static Tensor bitwise(BinaryOp op, Tensor a, Tensor b) {
        return Loops.binary(op, a, b);
    }

    /** A logical operation on whether elements are other than 0. */
    static Tensor logical(BinaryOp op, Tensor a, Tensor b) {
        return Loops.binary(op, Loops.cast(a, DType.bool), Loops.cast(b, DType.bool));
    }
}
