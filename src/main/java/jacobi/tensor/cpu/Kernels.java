package jacobi.tensor.cpu;

/**
 * The loops that products of matrices and convolutions are made of, over arrays of one type: what {@link Panels} and
 * {@link DirectConvolution} say once for both is said here for each.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class Kernels<A> {
    private final ThreadLocal<Panels<A>> plain = ThreadLocal.withInitial(() -> new Panels<>(this, false));
    private final ThreadLocal<Panels<A>> vectors = ThreadLocal.withInitial(() -> new Panels<>(this, true));
    private final Takeover takeover =
            new Takeover(() -> panels(false).exercise(), () -> panels(true).exercise());

    /** The loops of the type that an array has. */
    @SuppressWarnings("unchecked") // As it says: those of this very type.
    static <A> Kernels<A> of(A array) {
        return (Kernels<A>) (array instanceof float[] ? FloatKernels.FLOATS : DoubleKernels.DOUBLES);
    }

    /** This thread's scratch memory, with vectors if they have taken over. */
    final Panels<A> panels() {
        return panels(takeover.done());
    }

    final Panels<A> panels(boolean withVectors) {
        return (withVectors ? vectors : plain).get();
    }

    /** Columns of a full tile. */
    abstract int wide(boolean withVectors);

    /** Rows of a full tile. */
    abstract int tall(boolean withVectors);

    abstract A array(int n);

    abstract int length(A x);

    /** Sets elements {@code from} to {@code to - 1} to element {@code at} of {@code value}, or 0 without one. */
    abstract void fill(A x, int from, int to, A value, int at);

    abstract void copy(A x, int at, A out, int outAt, int n);

    /**
     * Copies lines of {@code length} numbers, {@code step} apart, from lines {@code row} apart to lines {@code outRow}
     * apart, of numbers {@code outStep} apart. Where those are not beside each other that are copied, but those copied,
     * a few numbers after a line, less than {@link #wide}, may become 0: the line after it must be copied later.
     */
    abstract void copyLines(
            boolean withVectors,
            int lines,
            int length,
            A x,
            int at,
            int row,
            int step,
            A out,
            int outAt,
            int outRow,
            int outStep);

    /** Adds {@code n} elements of x to those of out. */
    abstract void add(A x, int at, A out, int outAt, int n);

    /** Adds (m, n) numbers, row-major without gaps, to the (n, m) numbers of out, rows {@code outRow} apart. */
    abstract void addTurned(int m, int n, A x, A out, int outAt, int outRow);

    /** The sum of every {@code chains} elements beside each other. */
    abstract A sums(A x, int chains);

    /** Copies {@code rows} rows as wide as a full tile, {@code row} apart, to lie beside each other. */
    abstract void copyRows(boolean withVectors, int rows, A x, int at, int row, A out, int outAt);

    /** Copies (m, n) numbers with any steps into rows {@code outRow} apart. */
    abstract void transpose(int m, int n, A x, int at, int row, int column, A out, int outAt, int outRow);

    /** A tile of a product, see {@link FloatTile#multiply}. */
    abstract void tile(
            boolean withVectors,
            int depth,
            A a,
            int aAt,
            int[] aLines,
            boolean aByColumns,
            A b,
            int bAt,
            int[] bRows,
            A c,
            int cAt,
            int cRow,
            int rows,
            int columns);

    /** Some rows of sums along runs, see {@link FloatRuns#add}. */
    abstract void runs(
            boolean withVectors,
            int height,
            A a,
            int[] rows,
            int i,
            int[] aAt,
            A b,
            int[] columns,
            int j,
            int[] bAt,
            A sums);
}
