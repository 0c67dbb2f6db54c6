package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reductions of stretches of arrays to one number, and of matrices (row-major, no gaps) along their rows or columns.
 * Only {@code out} is modified.
 */
public final class Reductions {
    /** Rows of a column summed in one chain: rounding errors grow with its length. */
    private static final int BLOCK = 512;

    private Reductions() {}

    // for float, double and either:
    /** Sum of {@code n} elements; 0 if there are none. Rounding errors hardly grow with their number. */
    public static float sum(float[] x, int at, int n) {
        return Chains.sum(x, Objects.checkFromIndexSize(at, n, x.length), n);
    }

    /** Sum of the squares of {@code n} elements. */
    public static float sumOfSquares(float[] x, int at, int n) {
        return dot(x, at, x, at, n);
    }

    /** Sum of the products of two stretches, element by element. */
    public static float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        Objects.checkFromIndexSize(aAt, n, a.length);
        return Chains.dot(a, aAt, b, Objects.checkFromIndexSize(bAt, n, b.length), n);
    }

    // for m of max, min:
    /** The $m of {@code n} elements; NaN if any is NaN; infinite if there are none. */
    public static float $m(float[] x, int at, int n) {
        return Chains.$m(x, Objects.checkFromIndexSize(at, n, x.length), n);
    }

    /**
     * Place of the first element that is the $m, or of the first NaN, counted from {@code at}; -1 if there are none.
     */
    public static int arg$m(float[] x, int at, int n) {
        return indexOf($m(x, at, n), x, at, n);
    }
    // end for

    private static int indexOf(float value, float[] x, int at, int n) {
        for (int i = 0; i < n; i++) {
            if (x[at + i] == value || value != value && x[at + i] != x[at + i]) {
                return i;
            }
        }
        return -1;
    }

    /** Sum of every row of a (rows, columns) matrix: {@code out[i]} is that of row i. */
    public static void sumRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Chains.sumRows(x, at, rows, columns, out, outAt);
    }

    /** Adds the sum of the squares of every row of a (rows, columns) matrix to {@code out[i]}. */
    public static void addSquareRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Chains.dotRows(x, at, columns, x, at, columns, rows, columns, out, outAt);
    }

    // for m of max, min:
    /** The $m of every row of a (rows, columns) matrix: {@code out[i]} is that of row i. */
    public static void $mRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = $m(x, at + i * columns, columns);
        }
    }
    // end for

    // for m of max, min:
    /** Place of the first element that is the $m (or first NaN) of every row of a (rows, columns) matrix. */
    public static void arg$mRows(float[] x, int at, int rows, int columns, long[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = arg$m(x, at + i * columns, columns);
        }
    }
    // end for

    /** Sum of every column of a (rows, columns) matrix: {@code out[j]} is that of column j. */
    public static void sumColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Arrays.fill(out, outAt, outAt + columns, 0);
        for (int i = 0; i < rows; i += BLOCK) {
            Chains.columns(x, at + i * columns, Math.min(BLOCK, rows - i), columns, out, outAt);
        }
    }

    // for m of max, min:
    /** The $m of every column of a (rows, columns) matrix. */
    public static void $mColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Objects.checkFromIndexSize(outAt, columns, out.length);
        if (rows == 0) {
            Arrays.fill(out, outAt, outAt + columns, $m(x, at, 0));
        } else {
            Chains.$mColumns(x, at, rows, columns, out, outAt);
        }
    }
    // end for
    // end for
}
