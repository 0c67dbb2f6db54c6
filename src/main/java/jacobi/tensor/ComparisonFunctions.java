package jacobi.tensor;

/** Comparisons and logic that {@link Tensors} offers as functions. */
abstract class ComparisonFunctions {
    /** Whether elements are equal; bool. */
    public static Tensor eq(Tensor a, Tensor b) {
        return a.eq(b);
    }

    /** Whether elements are equal; bool. */
    public static Tensor eq(Tensor a, Number b) {
        return a.eq(b);
    }

    /** Whether elements are equal; bool. */
    public static Tensor eq(Number a, Tensor b) {
        return b.eq(a);
    }

    /** Whether elements differ; bool. */
    public static Tensor ne(Tensor a, Tensor b) {
        return a.ne(b);
    }

    /** Whether elements differ; bool. */
    public static Tensor ne(Tensor a, Number b) {
        return a.ne(b);
    }

    /** Whether elements differ; bool. */
    public static Tensor ne(Number a, Tensor b) {
        return b.ne(a);
    }

    /** Whether elements of a are less; bool. */
    public static Tensor lt(Tensor a, Tensor b) {
        return a.lt(b);
    }

    /** Whether elements of a are less; bool. */
    public static Tensor lt(Tensor a, Number b) {
        return a.lt(b);
    }

    /** Whether elements of a are less; bool. */
    public static Tensor lt(Number a, Tensor b) {
        return b.gt(a);
    }

    /** Whether elements of a are less or equal; bool. */
    public static Tensor le(Tensor a, Tensor b) {
        return a.le(b);
    }

    /** Whether elements of a are less or equal; bool. */
    public static Tensor le(Tensor a, Number b) {
        return a.le(b);
    }

    /** Whether elements of a are less or equal; bool. */
    public static Tensor le(Number a, Tensor b) {
        return b.ge(a);
    }

    /** Whether elements of a are greater; bool. */
    public static Tensor gt(Tensor a, Tensor b) {
        return a.gt(b);
    }

    /** Whether elements of a are greater; bool. */
    public static Tensor gt(Tensor a, Number b) {
        return a.gt(b);
    }

    /** Whether elements of a are greater; bool. */
    public static Tensor gt(Number a, Tensor b) {
        return b.lt(a);
    }

    /** Whether elements of a are greater or equal; bool. */
    public static Tensor ge(Tensor a, Tensor b) {
        return a.ge(b);
    }

    /** Whether elements of a are greater or equal; bool. */
    public static Tensor ge(Tensor a, Number b) {
        return a.ge(b);
    }

    /** Whether elements of a are greater or equal; bool. */
    public static Tensor ge(Number a, Tensor b) {
        return b.le(a);
    }

    /** Whether elements are not a number; bool. */
    public static Tensor isnan(Tensor x) {
        return x.isnan();
    }

    /** Whether elements are infinite; bool. */
    public static Tensor isinf(Tensor x) {
        return x.isinf();
    }

    /** Whether elements are finite; bool. */
    public static Tensor isfinite(Tensor x) {
        return x.isfinite();
    }

    /** Whether elements are 0; bool. */
    public static Tensor logicalNot(Tensor x) {
        return x.logicalNot();
    }

    /** Whether both are other than 0; bool. */
    public static Tensor logicalAnd(Tensor a, Tensor b) {
        return a.logicalAnd(b);
    }

    /** Whether either is other than 0; bool. */
    public static Tensor logicalOr(Tensor a, Tensor b) {
        return a.logicalOr(b);
    }

    /** Whether just one is other than 0; bool. */
    public static Tensor logicalXor(Tensor a, Tensor b) {
        return a.logicalXor(b);
    }

    /** Whether all elements are near, with PyTorch's tolerances. */
    public static boolean allclose(Tensor a, Tensor b) {
        return a.allclose(b);
    }

    /** Whether all elements are near: |a − b| ≤ atol + rtol·|b|. */
    public static boolean allclose(Tensor a, Tensor b, double rtol, double atol) {
        return a.allclose(b, rtol, atol);
    }

    /** Whether shape and all elements are equal. */
    public static boolean equal(Tensor a, Tensor b) {
        return a.equal(b);
    }
}
