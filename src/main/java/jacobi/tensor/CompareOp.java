package jacobi.tensor;

/** A comparison of two numbers, applied element by element; its result is bool and has no gradient. */
enum CompareOp {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE;

    boolean test(double a, double b) {
        return switch (this) {
            case EQ -> a == b;
            case NE -> a != b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    boolean test(long a, long b) {
        return switch (this) {
            case EQ -> a == b;
            case NE -> a != b;
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
