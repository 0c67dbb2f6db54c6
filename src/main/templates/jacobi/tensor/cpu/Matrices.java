package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Products of matrices and vectors. Operands may be transposed or have gaps between rows; nothing is copied for that.
 */
public final class Matrices {
    /**
     * Longest stretch of the depth that is summed in one chain: it keeps a panel of B in the caches, and rounding
     * errors small.
     */
    static final int DEPTH = 256;

    /**
     * Multiplications up to which packing costs more than it saves: 4 x 4 matrices take 0.1 µs either way, 16 x 16
     * then 0.3 instead of 3.
     */
    private static final int SMALL = 128;

    private Matrices() {}

    /** The stretch a depth of {@code k} is cut into: equal parts of at most {@link #DEPTH}. */
    static int depth(int k) {
        int parts = (k + DEPTH - 1) / DEPTH;
        return (k + parts - 1) / parts;
    }

    private static void check(int length, int rows, int columns, int at, int row, int column) {
        if (rows == 0 || columns == 0) {
            return;
        }
        long last = at + (rows - 1L) * row + (columns - 1L) * column;
        if (at < 0 || row < 0 || column < 0 || last >= length) {
            throw new IndexOutOfBoundsException("a (" + rows + ", " + columns + ") matrix at " + at + " with steps "
                    + row + " and " + column + " does not lie within " + length + " elements");
        }
    }

    // for float, double:
    /**
     * Matrix product C = A B, or C += A B with {@code accumulate}.
     *
     * <p>Element (i, j) of a matrix is at {@code at + i * row + j * column}: a transposed matrix is the same storage
     * with its steps exchanged. C is (m, n) row-major with {@code cRow} elements from row to row; it alone is modified
     * and must not overlap A or B. Numbers, not a {@link Matrix} for each: making three of those takes a tenth of the
     * time of 4 by 4 matrices.
     *
     * @throws IndexOutOfBoundsException if a matrix does not lie within its array
     */
    public static void matmul(
            int m,
            int n,
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int bColumn,
            float[] c,
            int cAt,
            int cRow,
            boolean accumulate) {
        if (m == 0 || n == 0) {
            return;
        }
        check(a.length, m, k, aAt, aRow, aColumn);
        check(b.length, k, n, bAt, bRow, bColumn);
        check(c.length, m, n, cAt, cRow, 1);
        if (!accumulate) {
            for (int i = 0; i < m; i++) {
                Arrays.fill(c, cAt + i * cRow, cAt + i * cRow + n, 0);
            }
        }
        if (k == 0) {
            return;
        }
        if ((long) m * n * k <= SMALL) {
            single(m, n, k, a, aAt, aRow, aColumn, b, bAt, bRow, bColumn, c, cAt, cRow);
        } else {
            Matrix<float[]> left = new Matrix<>(a, aAt, aRow, aColumn), right = new Matrix<>(b, bAt, bRow, bColumn);
            Panels.multiply(FloatKernels.FLOATS, m, n, k, left, right, new Matrix<>(c, cAt, cRow, 1));
        }
    }

    /** Adds A B to C, each number by itself, in the order of {@link FloatTile}. */
    static void single(
            int m,
            int n,
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int bColumn,
            float[] c,
            int cAt,
            int cRow) {
        int deep = depth(k);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p += deep) {
                    float s = 0;
                    int end = Math.min(p + deep, k);
                    for (int q = p; q < end; q++) {
                        s = Math.fma(a[aAt + i * aRow + q * aColumn], b[bAt + q * bRow + j * bColumn], s);
                    }
                    c[cAt + i * cRow + j] += s;
                }
            }
        }
    }

    /**
     * Matrix-vector product y = A x, or y += A x with {@code accumulate}; A is (m, k) with steps as in matmul, x and y
     * have no gaps.
     */
    public static void mv(
            int m,
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            boolean accumulate) {
        check(a.length, m, k, aAt, aRow, aColumn);
        Objects.checkFromIndexSize(xAt, k, x.length);
        Objects.checkFromIndexSize(yAt, m, y.length);
        if (!accumulate) {
            Arrays.fill(y, yAt, yAt + m, 0);
        }
        if (aRow == 1 && aColumn != 1) {
            Chains.addColumns(x, xAt, k, a, aAt, aColumn, y, yAt, m);
        } else if (aColumn == 1) {
            Chains.dotRows(a, aAt, aRow, x, xAt, 0, m, k, y, yAt);
        } else {
            for (int i = 0; i < m; i++) {
                double s = 0;
                for (int p = 0; p < k; p++) {
                    s += (double) a[aAt + i * aRow + p * aColumn] * x[xAt + p];
                }
                y[yAt + i] += (float) s;
            }
        }
    }
    // end for
}
