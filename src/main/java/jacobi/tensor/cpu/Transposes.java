package jacobi.tensor.cpu;

/** Copies of matrices whose columns, not rows, lie without gaps in memory. */
public final class Transposes {
    /** Rows copied at a time, so that the lines of the cache they are written to stay open. */
    private static final int ROWS = 128;

    private Transposes() {}

    /**
     * Copies (m, n) numbers, {@code row} and {@code column} elements apart, into rows without gaps that are {@code
     * outRow} elements apart; false, and nothing is modified, for types other than float and double. Only {@code out}
     * is modified.
     */
    public static boolean copy(int m, int n, Object x, int at, int row, int column, Object out, int outAt, int outRow) {
        if (x instanceof float[] from && out instanceof float[] to) {
            rows(FloatKernels.FLOATS, m, n, from, at, row, column, to, outAt, outRow);
        } else if (x instanceof double[] from && out instanceof double[] to) {
            rows(DoubleKernels.DOUBLES, m, n, from, at, row, column, to, outAt, outRow);
        } else {
            return false;
        }
        return true;
    }

    private static <A> void rows(
            Kernels<A> kernels, int m, int n, A x, int at, int row, int column, A out, int outAt, int outRow) {
        for (int i = 0; i < m; i += ROWS) {
            kernels.transpose(Math.min(ROWS, m - i), n, x, at + i * row, row, column, out, outAt + i * outRow, outRow);
        }
    }
}
