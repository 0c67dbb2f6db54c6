package jacobi.tensor.cpu;

import java.util.Arrays;

/** Products of matrices and vectors. Operands may be transposed or have gaps between rows; nothing is copied for that. */
public final class Matrices {
    private Matrices() {}

    /**
     * Matrix product C = A B, or C += A B with {@code accumulate}.
     *
     * <p>Element (i, j) of a matrix is at {@code at + i * row + j * column}: a transposed matrix is the same storage with
     * its steps exchanged. C is (m, n) row-major with {@code cRow} elements from row to row; it alone is modified and must not
     * overlap A or B.
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
        for (int i = 0; i < m; i++) {
            int ci = cAt + i * cRow;
            if (!accumulate) Arrays.fill(c, ci, ci + n, 0);
            for (int p = 0; p < k; p++) {
                float s = a[aAt + i * aRow + p * aColumn];
                if (bColumn == 1) Arithmetic.addScaled(s, b, bAt + p * bRow, c, ci, n);
                else for (int j = 0; j < n; j++) c[ci + j] += s * b[bAt + p * bRow + j * bColumn];
            }
        }
    }

    /** Matrix-vector product y = A x, or y += A x with {@code accumulate}; A is (m, k) with steps as in matmul, x and y have no gaps. */
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
        for (int i = 0; i < m; i++) {
            float s = 0;
            for (int p = 0; p < k; p++) s += a[aAt + i * aRow + p * aColumn] * x[xAt + p];
            y[yAt + i] = accumulate ? y[yAt + i] + s : s;
        }
    }

    /**
     * Matrix product C = A B, or C += A B with {@code accumulate}.
     *
     * <p>Element (i, j) of a matrix is at {@code at + i * row + j * column}: a transposed matrix is the same storage with
     * its steps exchanged. C is (m, n) row-major with {@code cRow} elements from row to row; it alone is modified and must not
     * overlap A or B.
     */
    public static void matmul(
            int m,
            int n,
            int k,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bRow,
            int bColumn,
            double[] c,
            int cAt,
            int cRow,
            boolean accumulate) {
        for (int i = 0; i < m; i++) {
            int ci = cAt + i * cRow;
            if (!accumulate) Arrays.fill(c, ci, ci + n, 0);
            for (int p = 0; p < k; p++) {
                double s = a[aAt + i * aRow + p * aColumn];
                if (bColumn == 1) Arithmetic.addScaled(s, b, bAt + p * bRow, c, ci, n);
                else for (int j = 0; j < n; j++) c[ci + j] += s * b[bAt + p * bRow + j * bColumn];
            }
        }
    }

    /** Matrix-vector product y = A x, or y += A x with {@code accumulate}; A is (m, k) with steps as in matmul, x and y have no gaps. */
    public static void mv(
            int m,
            int k,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            boolean accumulate) {
        for (int i = 0; i < m; i++) {
            double s = 0;
            for (int p = 0; p < k; p++) s += a[aAt + i * aRow + p * aColumn] * x[xAt + p];
            y[yAt + i] = accumulate ? y[yAt + i] + s : s;
        }
    }
}
