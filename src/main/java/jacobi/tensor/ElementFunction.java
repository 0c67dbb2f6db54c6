package jacobi.tensor;

/**
 * A function of one number that a loop applies to every element: a {@link UnaryOp}, which may have a fast loop, or any
 * other.
 */
@FunctionalInterface
interface ElementFunction {
    double apply(double x);

    /** The value for an integer, of functions that keep integers integers. */
    default long apply(long x) {
        throw new UnsupportedOperationException(toString());
    }
}
