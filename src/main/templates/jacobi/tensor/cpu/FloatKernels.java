// for float, double:
package jacobi.tensor.cpu;

import java.util.Arrays;

/** {@link Kernels} of float32. */
final class FloatKernels extends Kernels<float[]> {
    static final FloatKernels FLOATS = new FloatKernels();

    private FloatKernels() {}

    @Override
    int wide(boolean withVectors) {
        return withVectors ? FloatTile.COLUMNS : PlainTile.COLUMNS;
    }

    @Override
    int tall(boolean withVectors) {
        return withVectors ? FloatTile.ROWS : PlainTile.ROWS;
    }

    @Override
    float[] array(int n) {
        return new float[n];
    }

    @Override
    int length(float[] x) {
        return x.length;
    }

    @Override
    void fill(float[] x, int from, int to, float[] value, int at) {
        Arrays.fill(x, from, to, value == null ? 0 : value[at]);
    }

    @Override
    void copy(float[] x, int at, float[] out, int outAt, int n) {
        System.arraycopy(x, at, out, outAt, n);
    }

    @Override
    void copyLines(
            boolean withVectors,
            int lines,
            int length,
            float[] x,
            int at,
            int row,
            int step,
            float[] out,
            int outAt,
            int outRow,
            int outStep) {
        if (step == 1 && outStep == 1) {
            boolean one = row == length && outRow == length;
            for (int i = 0, n = one ? 1 : lines; i < n; i++) {
                System.arraycopy(x, at + i * row, out, outAt + i * outRow, one ? lines * length : length);
            }
            return;
        }
        int i = 0;
        if (withVectors && length >= FloatCopies.LEAST && step * outStep == 2) {
            i = step == 2
                    ? FloatCopies.gather(lines, length, x, at, row, out, outAt, outRow)
                    : FloatCopies.spread(lines, length, x, at, row, out, outAt, outRow);
        }
        for (; i < lines; i++) {
            for (int j = 0, from = at + i * row, to = outAt + i * outRow; j < length; j++) {
                out[to + j * outStep] = x[from + j * step];
            }
        }
    }

    @Override
    void add(float[] x, int at, float[] out, int outAt, int n) {
        Arithmetic.add(out, outAt, x, at, out, outAt, n);
    }

    @Override
    void addTurned(int m, int n, float[] x, float[] out, int outAt, int outRow) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                out[outAt + j * outRow + i] += x[i * n + j];
            }
        }
    }

    @Override
    float[] sums(float[] x, int chains) {
        float[] sums = new float[x.length / chains];
        for (int i = 0; i < x.length; i++) {
            sums[i / chains] += x[i];
        }
        return sums;
    }

    @Override
    void copyRows(boolean withVectors, int rows, float[] x, int at, int row, float[] out, int outAt) {
        if (withVectors) {
            FloatTile.copy(rows, x, at, row, out, outAt);
        } else {
            for (int p = 0, w = PlainTile.COLUMNS; p < rows; p++) {
                System.arraycopy(x, at + p * row, out, outAt + p * w, w);
            }
        }
    }

    /** Eight columns at a time, so that few lines of the cache are open. */
    @Override
    void transpose(int m, int n, float[] x, int at, int row, int column, float[] out, int outAt, int outRow) {
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            int s0 = at + j * column, s1 = s0 + column, s2 = s1 + column, s3 = s2 + column;
            int s4 = s3 + column, s5 = s4 + column, s6 = s5 + column, s7 = s6 + column;
            for (int i = 0, o = outAt + j, r = 0; i < m; i++, o += outRow, r += row) {
                out[o] = x[s0 + r];
                out[o + 1] = x[s1 + r];
                out[o + 2] = x[s2 + r];
                out[o + 3] = x[s3 + r];
                out[o + 4] = x[s4 + r];
                out[o + 5] = x[s5 + r];
                out[o + 6] = x[s6 + r];
                out[o + 7] = x[s7 + r];
            }
        }
        for (; j < n; j++) {
            for (int i = 0; i < m; i++) {
                out[outAt + i * outRow + j] = x[at + i * row + j * column];
            }
        }
    }

    @Override
    void tile(
            boolean withVectors,
            int depth,
            float[] a,
            int aAt,
            int[] aLines,
            boolean aByColumns,
            float[] b,
            int bAt,
            int[] bRows,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int columns) {
        if (withVectors) {
            FloatTile.multiply(depth, a, aAt, aLines, aByColumns, b, bAt, bRows, c, cAt, cRow, rows, columns);
        } else {
            PlainTile.multiply(depth, a, aAt, aLines, aByColumns, b, bAt, bRows, c, cAt, cRow, rows, columns);
        }
    }

    @Override
    void runs(
            boolean withVectors,
            int height,
            float[] a,
            int[] rows,
            int i,
            int[] aAt,
            float[] b,
            int[] columns,
            int j,
            int[] bAt,
            float[] sums) {
        if (withVectors) {
            FloatRuns.add(height, a, rows, i, aAt, b, columns, j, bAt, sums);
        } else {
            PlainTile.runs(height, a, rows, i, aAt, b, columns, j, bAt, sums);
        }
    }
}
