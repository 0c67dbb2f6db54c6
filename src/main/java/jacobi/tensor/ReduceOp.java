package jacobi.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** An operation that makes one number of many, by taking them in one after the other. */
enum ReduceOp {
    SUM(0, 0, (a, b) -> a + b, (a, b) -> a + b),
    PROD(1, 1, (a, b) -> a * b, (a, b) -> a * b),
    MAX(Double.NEGATIVE_INFINITY, Long.MIN_VALUE, Math::max, Math::max),
    MIN(Double.POSITIVE_INFINITY, Long.MAX_VALUE, Math::min, Math::min),
    ANY(0, 0, null, (a, b) -> a | b),
    ALL(1, 1, null, (a, b) -> a & b);

    final double start;
    final long integerStart;
    private final DoubleBinaryOperator fractions;
    private final LongBinaryOperator integers;

    ReduceOp(double start, long integerStart, DoubleBinaryOperator fractions, LongBinaryOperator integers) {
        this.start = start;
        this.integerStart = integerStart;
        this.fractions = fractions;
        this.integers = integers;
    }

    double apply(double a, double b) {
        return fractions.applyAsDouble(a, b);
    }

    long apply(long a, long b) {
        return integers.applyAsLong(a, b);
    }

    /** Whether there is a result for no elements at all. */
    boolean hasStart() {
        return this != MAX && this != MIN;
    }
}
