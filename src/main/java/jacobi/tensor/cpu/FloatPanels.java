package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * The matrix product in panels that fit the caches, after Goto and van de Geijn, <i>Anatomy of High-Performance Matrix
 * Multiplication</i> (2008): a stretch of the depth at a time, B's columns packed so that a tile reads them in one run, A's rows read where
 * they are. A transposed A is turned block by block. The result's numbers do not depend on how the work is cut.
 */
final class FloatPanels {
    /** Columns of B packed at a time: with the depth of a panel they fill half of a common second-level cache. */
    private static final int WIDTH = 512;

    /** Rows of A turned at a time. */
    private static final int HEIGHT = 128;

    /** Up to so many rows of A, packing B costs more than it saves. */
    private static final int FEW_ROWS = 48;

    /** Multiplications below which a second thread costs more than it saves. */
    private static final long ONE_THREAD = 1 << 21;

    private static final ThreadLocal<FloatPanels> OWN = ThreadLocal.withInitial(FloatPanels::new);

    private final float[] panel = new float[WIDTH * Matrices.DEPTH];
    private final float[] edge = new float[FloatTile.ROWS * FloatTile.COLUMNS];
    private float[] turned = {};

    private FloatPanels() {}

    /** Adds A B to C. */
    static void multiply(
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
        int threads = (long) m * n * k < ONE_THREAD ? 1 : Cores.count();
        boolean byColumns = n >= m;
        int step = byColumns ? FloatTile.COLUMNS : FloatTile.ROWS, extent = byColumns ? n : m;
        int share = ((extent + threads - 1) / threads + step - 1) / step * step;
        Cores.run((extent + share - 1) / share, piece -> {
            int from = piece * share, size = Math.min(share, extent - from);
            if (byColumns)
                OWN.get()
                        .block(
                                m,
                                size,
                                k,
                                a,
                                aAt,
                                aRow,
                                aColumn,
                                b,
                                bAt + from * bColumn,
                                bRow,
                                bColumn,
                                c,
                                cAt + from,
                                cRow);
            else
                OWN.get()
                        .block(
                                size,
                                n,
                                k,
                                a,
                                aAt + from * aRow,
                                aRow,
                                aColumn,
                                b,
                                bAt,
                                bRow,
                                bColumn,
                                c,
                                cAt + from * cRow,
                                cRow);
        });
    }

    private void block(
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
        int deep = Matrices.depth(k);
        for (int p = 0; p < k; p += deep) {
            int depth = Math.min(deep, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j);
                boolean inPlace = bColumn == 1 && m <= FEW_ROWS;
                int packed = inPlace ? width / FloatTile.COLUMNS * FloatTile.COLUMNS : 0;
                pack(depth, packed, width, b, bAt + p * bRow + j * bColumn, bRow, bColumn);
                for (int i = 0; i < m; i += HEIGHT) {
                    int height = Math.min(HEIGHT, m - i), from = aAt + i * aRow + p * aColumn;
                    int ci = cAt + i * cRow + j;
                    if (aColumn == 1) {
                        rows(height, width, depth, a, from, aRow, b, bAt + p * bRow + j, bRow, packed, c, ci, cRow);
                    } else {
                        turn(height, depth, a, from, aRow, aColumn);
                        rows(height, width, depth, turned, 0, depth, b, bAt + p * bRow + j, bRow, packed, c, ci, cRow);
                    }
                    Poll.now();
                }
            }
        }
    }

    /** Adds one block of A's rows times a panel of B to C; columns before {@code packed} are read from B itself. */
    private void rows(
            int m,
            int n,
            int depth,
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int bRow,
            int packed,
            float[] c,
            int cAt,
            int cRow) {
        int wide = FloatTile.COLUMNS, tall = FloatTile.ROWS;
        for (int j = 0; j < n; j += wide) {
            boolean inPlace = j < packed;
            float[] source = inPlace ? b : panel;
            int at = inPlace ? bAt + j : (j - packed) * depth, row = inPlace ? bRow : wide;
            for (int i = 0; i < m; i += tall) {
                int height = Math.min(tall, m - i), ci = cAt + i * cRow + j;
                if (j + wide <= n && (height == tall || height == 4)) {
                    FloatTile.multiply(depth, a, aAt + i * aRow, aRow, height, source, at, row, c, ci, cRow);
                } else {
                    Arrays.fill(edge, 0);
                    FloatTile.multiply(depth, a, aAt + i * aRow, aRow, height, source, at, row, edge, 0, wide);
                    int width = Math.min(wide, n - j);
                    for (int r = 0; r < height; r++)
                        Arithmetic.add(c, ci + r * cRow, edge, r * wide, c, ci + r * cRow, width);
                }
            }
        }
    }

    /** Packs columns {@code from} to {@code n} of B, a tile's width after the other, row by row; zeros after the last. */
    private void pack(int depth, int from, int n, float[] b, int at, int row, int column) {
        int wide = FloatTile.COLUMNS;
        for (int j = from, o = 0; j < n; j += wide, o += depth * wide) {
            int width = Math.min(wide, n - j), source = at + j * column;
            if (column == 1) {
                for (int p = 0; p < depth; p++) {
                    System.arraycopy(b, source + p * row, panel, o + p * wide, width);
                    if (width < wide) Arrays.fill(panel, o + p * wide + width, o + (p + 1) * wide, 0);
                }
            } else {
                transpose(depth, width, b, source, row, column, panel, o, wide);
                for (int p = 0; width < wide && p < depth; p++)
                    Arrays.fill(panel, o + p * wide + width, o + (p + 1) * wide, 0);
            }
        }
    }

    private void turn(int m, int depth, float[] a, int at, int row, int column) {
        if (turned.length == 0) turned = new float[HEIGHT * Matrices.DEPTH];
        transpose(m, depth, a, at, row, column, turned, 0, depth);
    }

    /** Copies (m, n) numbers with any steps into rows {@code outRow} apart, eight columns at a time so that few lines of the cache are open. */
    private static void transpose(
            int m, int n, float[] x, int at, int row, int column, float[] out, int outAt, int outRow) {
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
        for (; j < n; j++) for (int i = 0; i < m; i++) out[outAt + i * outRow + j] = x[at + i * row + j * column];
    }
}
