package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.tensor.cpu.FloatPowers;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** A function of two numbers, applied element by element; its gradient is where the operation is defined. */
enum BinaryOp {
    ADD((a, b) -> a + b, (a, b) -> a + b),
    SUB((a, b) -> a - b, (a, b) -> a - b),
    MUL((a, b) -> a * b, (a, b) -> a * b),
    DIV((a, b) -> a / b, null),
    /**
     * As C's pow; a whole number to a negative power is the quotient of whole numbers, 1 / base^n: 0 but of 1 and -1.
     */
    POW(FloatPowers::pow, BinaryOp::power),
    MAXIMUM(Math::max, Math::max),
    MINIMUM(Math::min, Math::min),
    /** The quotient rounded down. */
    FLOOR_DIVIDE(BinaryOp::floorDivide, (a, b) -> Math.floorDiv(a, divisor(b))),
    /** What is left by the quotient rounded down; has the sign of the divisor. */
    REMAINDER(BinaryOp::remainder, (a, b) -> Math.floorMod(a, divisor(b))),
    /** What is left by the quotient rounded toward zero; has the sign of the dividend. */
    FMOD((a, b) -> a % b, (a, b) -> a % divisor(b)),
    ATAN2(Math::atan2, null),
    HYPOT(Math::hypot, null),
    AND(null, (a, b) -> a & b),
    OR(null, (a, b) -> a | b),
    XOR(null, (a, b) -> a ^ b),
    SHIFT_LEFT(null, (a, b) -> a << b),
    SHIFT_RIGHT(null, (a, b) -> a >> b);

    private final DoubleBinaryOperator fractions;
    private final LongBinaryOperator integers;

    BinaryOp(DoubleBinaryOperator fractions, LongBinaryOperator integers) {
        this.fractions = fractions;
        this.integers = integers;
    }

    double apply(double a, double b) {
        return fractions.applyAsDouble(a, b);
    }

    long apply(long a, long b) {
        return integers.applyAsLong(a, b);
    }

    /** The type computed in, for operands promoted to {@code common}. */
    DType computesIn(DType common) {
        if (integers == null) {
            return common.floating();
        }
        if (fractions == null && common.isFloatingPoint()) {
            throw new IllegalArgumentException(
                    say("tensor.binaryOp.works-integers-booleans-not", "word", word(), "common", common));
        }
        if (common == DType.bool && (this == POW || this == REMAINDER || this == FMOD || this == FLOOR_DIVIDE)) {
            throw new IllegalArgumentException(say("tensor.binaryOp.two-bool-tensors-no", "word", word()));
        }
        return common;
    }

    /** The operation's name in errors. */
    String word() {
        return switch (this) {
            case FLOOR_DIVIDE -> "floorDivide";
            case AND -> "bitwiseAnd";
            case OR -> "bitwiseOr";
            case XOR -> "bitwiseXor";
            case SHIFT_LEFT -> "bitwiseLeftShift";
            case SHIFT_RIGHT -> "bitwiseRightShift";
            default -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /**
     * The quotient rounded down, as Python finds it: from the remainder, so that 6 // 0.1 is 59, as 0.1 is a little
     * more than a tenth.
     */
    private static double floorDivide(double a, double b) {
        if (b == 0) {
            return a / b;
        }
        double rest = a % b, quotient = (a - rest) / b;
        if (rest != 0 && b < 0 != rest < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static double remainder(double a, double b) {
        double r = a % b;
        return r != 0 && r < 0 != b < 0 ? r + b : r;
    }

    private static long divisor(long b) {
        if (b == 0) {
            throw new ArithmeticException(say("tensor.binaryOp.division-integers-zero-divisor"));
        }
        return b;
    }

    private static long power(long base, long exponent) {
        if (exponent < 0) {
            return base == 1 ? 1 : base == -1 ? (exponent & 1) == 0 ? 1 : -1 : 0;
        }
        long result = 1;
        for (; exponent > 0; exponent >>= 1, base *= base) {
            if ((exponent & 1) == 1) {
                result *= base;
            }
        }
        return result;
    }
}
