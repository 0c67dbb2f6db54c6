package jacobi.tensor;

import jacobi.tensor.cpu.Comparison;

/** A comparison of two numbers, applied element by element; its result is bool and has no gradient. */
enum CompareOp {
    EQ(Comparison.EQ),
    NE(Comparison.NE),
    LT(Comparison.LT),
    LE(Comparison.LE),
    /** Less with the operands exchanged, also beside NaN. */
    GT(Comparison.LT),
    /** Less or equal with the operands exchanged. */
    GE(Comparison.LE);

    final Comparison loop;

    CompareOp(Comparison loop) {
        this.loop = loop;
    }

    boolean isExchanged() {
        return this == GT || this == GE;
    }

    /** Whether it holds between whole numbers, given in the loop's order. */
    boolean test(long a, long b) {
        return switch (loop) {
            case EQ -> a == b;
            case NE -> a != b;
            case LT -> a < b;
            case LE -> a <= b;
        };
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
