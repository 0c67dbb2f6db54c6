package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/** Products of matrices and vectors. Operands may be transposed or have gaps between rows; nothing is copied for that. */
public final class Matrices {
    /** Longest stretch of the depth that is summed in one chain: it keeps a panel of B in the caches, and rounding errors small. */
    static final int DEPTH = 256;

    /** Multiplications up to which packing costs more than it saves: 4 x 4 matrices take 0.1 µs either way, 16 x 16 then 0.3 instead of 3. */
    private static final int SMALL = 128;

    private Matrices() {}

    /** The stretch a depth of {@code k} is cut into: equal parts of at most {@link #DEPTH}. */
    static int depth(int k) {
        int parts = (k + DEPTH - 1) / DEPTH;
        return (k + parts - 1) / parts;
    }

    private static <A> void check(Kernels<A> kernels, int rows, int columns, Matrix<A> x) {
        if (rows == 0 || columns == 0) return;
        int length = kernels.length(x.data());
        long last = x.at() + (rows - 1L) * x.row() + (columns - 1L) * x.column();
        if (x.at() < 0 || x.row() < 0 || x.column() < 0 || last >= length)
            throw new IndexOutOfBoundsException("a (" + rows + ", " + columns + ") matrix at " + x.at() + " with steps "
                    + x.row() + " and " + x.column() + " does not lie within " + length + " elements");
    }

    /**
     * Matrix product C = A B, or C += A B with {@code accumulate}.
     *
     * @param a (m, k) numbers
     * @param b (k, n) numbers
     * @param c (m, n) numbers, modified; a step from column to column of 1, and no overlap with A or B
     * @throws IndexOutOfBoundsException if a matrix does not lie within its array
     */
    public static <A> void matmul(int m, int n, int k, Matrix<A> a, Matrix<A> b, Matrix<A> c, boolean accumulate) {
        if (m == 0 || n == 0) return;
        Kernels<A> kernels = Kernels.of(c.data());
        check(kernels, m, k, a);
        check(kernels, k, n, b);
        check(kernels, m, n, c);
        for (int i = 0, o = c.at(); !accumulate && i < m; i++, o += c.row()) kernels.fill(c.data(), o, o + n, null, 0);
        if (k == 0) return;
        if ((long) m * n * k <= SMALL) kernels.single(m, n, k, a, b, c);
        else Panels.multiply(kernels, m, n, k, a, b, c);
    }

    // for float, double:
    /** Matrix-vector product y = A x, or y += A x with {@code accumulate}; A is (m, k), x and y have no gaps. */
    public static void mv(
            int m, int k, Matrix<float[]> matrix, float[] x, int xAt, float[] y, int yAt, boolean accumulate) {
        check(FloatKernels.FLOATS, m, k, matrix);
        float[] a = matrix.data();
        int aAt = matrix.at(), aRow = matrix.row(), aColumn = matrix.column();
        Objects.checkFromIndexSize(xAt, k, x.length);
        Objects.checkFromIndexSize(yAt, m, y.length);
        if (!accumulate) Arrays.fill(y, yAt, yAt + m, 0);
        if (aRow == 1 && aColumn != 1) {
            for (int p = 0; p < k; p++) Chains.addScaled(x[xAt + p], a, aAt + p * aColumn, y, yAt, m);
        } else if (aColumn == 1) {
            for (int i = 0; i < m; i++) y[yAt + i] += Chains.dot(a, aAt + i * aRow, x, xAt, k);
        } else {
            for (int i = 0; i < m; i++) {
                double s = 0;
                for (int p = 0; p < k; p++) s += (double) a[aAt + i * aRow + p * aColumn] * x[xAt + p];
                y[yAt + i] += (float) s;
            }
        }
    }
    // end for
}
