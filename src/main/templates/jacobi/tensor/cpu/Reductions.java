package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reductions of stretches of arrays to one number, and of matrices (row-major, no gaps) along their rows or columns. Only {@code out} is
 * modified.
 */
public final class Reductions {
    /** Rows of a column summed in one chain: rounding errors grow with its length. */
    private static final int BLOCK = 512;

    private Reductions() {}

    // for float, double:
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

    /** Largest of {@code n} elements; NaN if any is NaN; -Infinity if there are none. */
    public static float max(float[] x, int at, int n) {
        return Chains.max(x, Objects.checkFromIndexSize(at, n, x.length), n);
    }

    /** Smallest of {@code n} elements; NaN if any is NaN; Infinity if there are none. */
    public static float min(float[] x, int at, int n) {
        return Chains.min(x, Objects.checkFromIndexSize(at, n, x.length), n);
    }

    /** Place of the first largest element, or of the first NaN, counted from {@code at}; -1 if there are none. */
    public static int argmax(float[] x, int at, int n) {
        return indexOf(max(x, at, n), x, at, n);
    }

    /** Place of the first smallest element, or of the first NaN, counted from {@code at}; -1 if there are none. */
    public static int argmin(float[] x, int at, int n) {
        return indexOf(min(x, at, n), x, at, n);
    }

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
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = sum(x, at + i * columns, columns);
        }
    }

    /** Largest of every row of a (rows, columns) matrix. */
    public static void maxRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = max(x, at + i * columns, columns);
        }
    }

    /** Smallest of every row of a (rows, columns) matrix. */
    public static void minRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = min(x, at + i * columns, columns);
        }
    }

    /** Place of the first largest element (or first NaN) of every row of a (rows, columns) matrix. */
    public static void argmaxRows(float[] x, int at, int rows, int columns, long[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = argmax(x, at + i * columns, columns);
        }
    }

    /** Place of the first smallest element (or first NaN) of every row of a (rows, columns) matrix. */
    public static void argminRows(float[] x, int at, int rows, int columns, long[] out, int outAt) {
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = argmin(x, at + i * columns, columns);
        }
    }

    /** Sum of every column of a (rows, columns) matrix: {@code out[j]} is that of column j. */
    public static void sumColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Arrays.fill(out, outAt, outAt + columns, 0);
        for (int i = 0; i < rows; i += BLOCK) {
            Chains.columns(x, at + i * columns, Math.min(BLOCK, rows - i), columns, out, outAt);
        }
    }

    /** Largest of every column of a (rows, columns) matrix. */
    public static void maxColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Objects.checkFromIndexSize(outAt, columns, out.length);
        if (rows == 0) {
            Arrays.fill(out, outAt, outAt + columns, Float.NEGATIVE_INFINITY);
        } else {
            Chains.extremes(true, x, at, rows, columns, out, outAt);
        }
    }

    /** Smallest of every column of a (rows, columns) matrix. */
    public static void minColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        Objects.checkFromIndexSize(at, rows * columns, x.length);
        Objects.checkFromIndexSize(outAt, columns, out.length);
        if (rows == 0) {
            Arrays.fill(out, outAt, outAt + columns, Float.POSITIVE_INFINITY);
        } else {
            Chains.extremes(false, x, at, rows, columns, out, outAt);
        }
    }
    // end for
}
