package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Op;
import jacobi.operation.OrNumber;

/**
 * Operators of two operands, element by element with broadcasting: each with its loop, its gradients and its {@code
 * grad_fn} name.
 *
 * <p>A gradient is written for the broadcast shape; the tape sums it over repeated axes. Each asks first whether one is
 * wanted, which others leave to {@link Operation}: on four numbers, making it for nothing took a tenth of the time
 * ({@code SmallBenchmark.add4}).
 */
final class Operators {
    private Operators() {}

    /** Sum, element by element with broadcasting. */
    @Op(loop = "ADD")
    static Tensor add(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.ADD, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("AddBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(other, d -> d)
                .result();
    }

    /** Difference, element by element with broadcasting. */
    @Op(loop = "SUB")
    static Tensor sub(@OrNumber Tensor a, @OrNumber Tensor other) {
        if (a.dtype() == DType.bool && other.dtype() == DType.bool) {
            throw new IllegalArgumentException(say("tensor.operators.two-bool-tensors-no"));
        }
        Tensor y = Loops.binary(BinaryOp.SUB, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of(a.weak ? "RsubBackward1" : "SubBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(other, d -> d.neg())
                .result();
    }

    /** Product, element by element with broadcasting (the Hadamard product of matrices). */
    @Op(loop = "MUL")
    static Tensor mul(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.MUL, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("MulBackward0", y)
                .elementwise(a, d -> mul(d, other), other)
                .elementwise(other, d -> mul(d, a), a)
                .result();
    }

    /** Quotient, element by element with broadcasting; that of integers is float32. */
    @Op(loop = "DIV")
    static Tensor div(@OrNumber Tensor a, @OrNumber Tensor other) {
        if (a.weak) {
            return mul(Functions.reciprocal(other), a);
        }
        Tensor y = Loops.binary(BinaryOp.DIV, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("DivBackward0", y)
                .elementwise(a, d -> div(d, other), other)
                .elementwise(other, d -> mul(d.neg(), div(div(a, other), other)), a, other)
                .result();
    }

    /** Power, element by element. Integers to negative powers are an error. */
    @Op(inPlace = true)
    static Tensor pow(Tensor a, Number exponent) {
        Tensor b = Tensor.weak(exponent);
        double n = exponent.doubleValue();
        if (n < 0 && !b.dtype().isFloatingPoint() && !a.dtype().isFloatingPoint()) {
            throw new IllegalArgumentException(say("tensor.operators.integers-negative-integer-powers"));
        }
        // As PyTorch: of -infinity and -0 a root is not the power.
        Tensor y = n == 0.5
                ? Loops.floatingUnary(UnaryOp.SQRT, a)
                : n == -0.5 ? Loops.floatingUnary(UnaryOp.RSQRT, a) : Loops.binary(BinaryOp.POW, a, b);
        if (!Tape.watches(a)) {
            return y;
        }
        return Operation.of("PowBackward0", y)
                .elementwise(
                        a,
                        d -> n == 0
                                ? Operation.ZERO.of(d)
                                : mul(d, n == 2 ? a.mul(2) : pow(a, n - 1).mul(n)),
                        a)
                .result();
    }

    /** Power, element by element with broadcasting. Integers to negative powers are an error. */
    @Op(inPlace = true)
    static Tensor pow(@OrNumber Tensor a, Tensor exponent) {
        Tensor y = Loops.binary(BinaryOp.POW, a, exponent);
        if (!Tape.watches(a, exponent)) {
            return y;
        }
        return Operation.of("PowBackward1", y)
                // 0 * pow(0, -1) would be NaN where the exponent is 0.
                .elementwise(
                        a,
                        d -> mul(d, Selection.where(exponent.eq(0), zero(y), mul(exponent, pow(a, exponent.sub(1))))),
                        a,
                        exponent)
                // Where the base is 0 the limit for a growing exponent is 0, not 0 * log 0.
                .elementwise(
                        exponent,
                        d -> mul(d, Selection.where(a.eq(0).logicalAnd(exponent.ge(0)), zero(y), mul(y, logarithm(a)))),
                        a,
                        exponent,
                        y)
                .result();
    }

    /**
     * The logarithm of a base; of a Java number in double precision, which then takes the type of what it multiplies.
     */
    private static Tensor logarithm(Tensor base) {
        return base.weak ? Tensor.weak(Math.log(base.storage.getDouble(base.offset))) : base.log();
    }

    private static Tensor zero(Tensor like) {
        return Tensor.empty(like.dtype(), Shape.SCALAR);
    }

    /** The larger of two, element by element; NaN if either is. Where they are equal each has half the gradient. */
    @Op(loop = "MAXIMUM")
    static Tensor maximum(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.MAXIMUM, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("MaximumBackward0", y)
                .elementwise(a, d -> share(d, CompareOp.LT, a, other), a, other)
                .elementwise(other, d -> share(d, CompareOp.LT, other, a), a, other)
                .result();
    }

    /** The smaller of two, element by element; NaN if either is. Where they are equal each has half the gradient. */
    @Op(loop = "MINIMUM")
    static Tensor minimum(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.MINIMUM, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("MinimumBackward0", y)
                .elementwise(a, d -> share(d, CompareOp.GT, a, other), a, other)
                .elementwise(other, d -> share(d, CompareOp.GT, other, a), a, other)
                .result();
    }

    /** The part of d for a: nothing where a loses, half where both are equal, else all of it, also beside NaN. */
    private static Tensor share(Tensor d, CompareOp loses, Tensor a, Tensor b) {
        Tensor shared = Selection.where(Loops.compare(CompareOp.EQ, a, b), mul(d, Tensor.weak(0.5)), d);
        return Selection.where(Loops.compare(loses, a, b), zero(d), shared);
    }

    /** The angle of the point (other, this) in radians, from −π to π. */
    @Op(loop = "ATAN2")
    static Tensor atan2(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.ATAN2, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("Atan2Backward0", y)
                .elementwise(a, d -> mul(d, div(other, add(a.square(), other.square()))), a, other)
                .elementwise(other, d -> mul(d.neg(), div(a, add(a.square(), other.square()))), a, other)
                .result();
    }

    /** Length of the hypotenuse, √(this² + other²), without overflow. */
    @Op(loop = "HYPOT")
    static Tensor hypot(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.HYPOT, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("HypotBackward0", y)
                .elementwise(a, d -> mul(d, div(a, y)), a, y)
                .elementwise(other, d -> mul(d, div(other, y)), other, y)
                .result();
    }

    /** What is left by the quotient rounded down (Python's %): it has the divisor's sign. */
    @Op(loop = "REMAINDER")
    static Tensor remainder(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.REMAINDER, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("RemainderBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(other, d -> mul(d.neg(), floorDivide(a, other)), a, other)
                .result();
    }

    /** What is left by the quotient rounded toward zero (Java's %): it has the dividend's sign. */
    @Op(loop = "FMOD")
    static Tensor fmod(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.FMOD, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("FmodBackward0", y)
                .elementwise(a, d -> d)
                .elementwise(other, d -> mul(d.neg(), div(a, other).trunc()), a, other)
                .result();
    }

    /**
     * Quotient rounded down, element by element; a staircase, so its gradient is 0, as that of floor; PyTorch offers
     * none.
     */
    @Op(loop = "FLOOR_DIVIDE")
    static Tensor floorDivide(@OrNumber Tensor a, @OrNumber Tensor other) {
        Tensor y = Loops.binary(BinaryOp.FLOOR_DIVIDE, a, other);
        if (!Tape.watches(a, other)) {
            return y;
        }
        return Operation.of("FloorDivideBackward0", y)
                .elementwise(a, Operation.ZERO)
                .elementwise(other, Operation.ZERO)
                .result();
    }

    /** Bits set in both (for bool: and). */
    @Op(loop = "AND")
    static Tensor bitwiseAnd(Tensor a, @OrNumber Tensor other) {
        return Loops.binary(BinaryOp.AND, a, other);
    }

    /** Bits set in either (for bool: or). */
    @Op(loop = "OR")
    static Tensor bitwiseOr(Tensor a, @OrNumber Tensor other) {
        return Loops.binary(BinaryOp.OR, a, other);
    }

    /** Bits set in just one (for bool: unequal). */
    @Op(loop = "XOR")
    static Tensor bitwiseXor(Tensor a, @OrNumber Tensor other) {
        return Loops.binary(BinaryOp.XOR, a, other);
    }

    /** Bits moved left. */
    @Op(loop = "SHIFT_LEFT")
    static Tensor bitwiseLeftShift(Tensor a, @OrNumber Tensor other) {
        return Loops.binary(BinaryOp.SHIFT_LEFT, a, other);
    }

    /** Bits moved right, keeping the sign. */
    @Op(loop = "SHIFT_RIGHT")
    static Tensor bitwiseRightShift(Tensor a, @OrNumber Tensor other) {
        return Loops.binary(BinaryOp.SHIFT_RIGHT, a, other);
    }

    /** Bits turned over (for bool: not). */
    @Op
    static Tensor bitwiseNot(Tensor a) {
        return a.dtype() == DType.bool ? logicalNot(a) : bitwiseXor(a, Tensor.weak(-1));
    }

    /** Whether both are other than 0; bool. */
    @Op
    static Tensor logicalAnd(Tensor a, Tensor other) {
        return logical(BinaryOp.AND, a, other);
    }

    /** Whether either is other than 0; bool. */
    @Op
    static Tensor logicalOr(Tensor a, Tensor other) {
        return logical(BinaryOp.OR, a, other);
    }

    /** Whether just one is other than 0; bool. */
    @Op
    static Tensor logicalXor(Tensor a, Tensor other) {
        return logical(BinaryOp.XOR, a, other);
    }

    private static Tensor logical(BinaryOp op, Tensor a, Tensor b) {
        return Loops.binary(op, Loops.cast(a, DType.bool), Loops.cast(b, DType.bool));
    }

    /** Whether elements are 0; bool. */
    @Op
    static Tensor logicalNot(Tensor a) {
        return Loops.compare(CompareOp.EQ, a, Tensor.weak(0));
    }
}
