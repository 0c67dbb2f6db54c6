package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * The matrix product in tiles and in panels that fit the caches, after Goto and van de Geijn, <i>Anatomy of High-Performance Matrix
 * Multiplication</i> (2008): a stretch of the depth at a time, B's columns packed so that a tile reads them in one run, A's rows read where
 * they are. A transposed A is turned block by block. The result's numbers do not depend on how the work is cut, nor on whether vectors have
 * taken over the tiles.
 *
 * <p>An object is one thread's scratch memory for one product at a time.
 */
final class DoublePanels {
    /** Columns of B packed at a time: with the depth of a panel they fill half of a common second-level cache. */
    private static final int WIDTH = 512;

    /** Rows of A turned at a time. */
    private static final int HEIGHT = 128;

    /** Up to so many rows of A, packing B costs more than it saves. */
    private static final int FEW_ROWS = 48;

    /** Up to so many columns of B, turning a transposed A costs more than turning the result: four times as much for (784, 256) by (256, 10). */
    private static final int FEW_COLUMNS = 16;

    /** Multiplications below which a second thread costs more than it saves. */
    private static final long ONE_THREAD = 1 << 21;

    private static final Takeover VECTORS = race();
    private static final ThreadLocal<DoublePanels> OWN = ThreadLocal.withInitial(() -> new DoublePanels(false));
    private static final ThreadLocal<DoublePanels> OWN_VECTORS = ThreadLocal.withInitial(() -> new DoublePanels(true));

    /** Whether vectors compute the tiles. */
    private final boolean vectors;

    /** Columns and rows of a full tile. */
    final int wide, tall;

    private final double[] panel = new double[WIDTH * Matrices.DEPTH];
    private final double[] edge;
    private double[] turned = {};
    private final int[] aRows = new int[HEIGHT], bRows = new int[Matrices.DEPTH], tileRows = new int[8];

    private DoublePanels(boolean vectors) {
        this.vectors = vectors;
        wide = vectors ? DoubleTile.COLUMNS : PlainTile.COLUMNS;
        tall = vectors ? DoubleTile.ROWS : PlainTile.ROWS;
        edge = new double[tall * wide];
    }

    /** This thread's scratch memory, with vectors if they have taken over. */
    static DoublePanels own() {
        return of(VECTORS.done());
    }

    static DoublePanels of(boolean vectors) {
        return (vectors ? OWN_VECTORS : OWN).get();
    }

    /** Sides that need each kind of tile: eight rows and four, of two vectors and of one; and runs of each height. */
    private static Takeover race() {
        int m = 12, n = 48, k = 32;
        double[] a = new double[m * k], b = new double[k * n], c = new double[m * n];
        int[] rows = {0, 1, 2, 3, 4, 5}, columns = {0, 1, 2, 3}, at = new int[k];
        double[] sums = new double[rows.length * columns.length * PlainTile.CHAINS];
        return new Takeover(
                () -> {
                    DoublePanels plain = of(false);
                    plain.product(m, n, k, a, 0, k, 1, b, 0, n, 1, c, 0, n);
                    plain.runs(a, rows, at, b, columns, at, sums);
                },
                () -> {
                    DoublePanels vectors = of(true);
                    vectors.product(m, vectors.wide + vectors.wide / 2, k, a, 0, k, 1, b, 0, n, 1, c, 0, n);
                    vectors.runs(a, rows, at, b, columns, at, sums);
                });
    }

    /** Adds A B to C, on as many threads as pay. */
    static void multiply(
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
            int cRow) {
        if (aColumn != 1 && n <= FEW_COLUMNS && m > FEW_ROWS) {
            double[] turned = new double[n * m];
            multiply(n, m, k, b, bAt, bColumn, bRow, a, aAt, aColumn, aRow, turned, 0, m);
            for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) c[cAt + i * cRow + j] += turned[j * m + i];
            return;
        }
        int threads = (long) m * n * k < ONE_THREAD ? 1 : Cores.count();
        if (threads == 1) {
            own().product(m, n, k, a, aAt, aRow, aColumn, b, bAt, bRow, bColumn, c, cAt, cRow);
            return;
        }
        boolean byColumns = n >= m;
        int step = byColumns ? own().wide : own().tall, extent = byColumns ? n : m;
        int share = ((extent + threads - 1) / threads + step - 1) / step * step;
        Cores.run((extent + share - 1) / share, piece -> {
            int from = piece * share, size = Math.min(share, extent - from);
            if (byColumns)
                own().product(
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
                own().product(
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

    /** Adds A B to C, on this thread. */
    void product(
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
            int cRow) {
        int deep = Matrices.depth(k);
        for (int p = 0; p < k; p += deep) {
            int depth = Math.min(deep, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j), source = bAt + p * bRow + j * bColumn;
                int inPlace = bColumn == 1 && m <= FEW_ROWS ? width / wide * wide : 0;
                pack(depth, inPlace, width, b, source, bRow, bColumn);
                for (int i = 0; i < m; i += HEIGHT) {
                    int height = Math.min(HEIGHT, m - i), from = aAt + i * aRow + p * aColumn, to = cAt + i * cRow + j;
                    double[] left = a;
                    if (aColumn != 1) {
                        if (turned.length == 0) turned = new double[HEIGHT * Matrices.DEPTH];
                        transpose(height, depth, a, from, aRow, aColumn, turned, 0, depth);
                        left = turned;
                        from = 0;
                    }
                    multiples(aRows, height, aColumn == 1 ? aRow : depth);
                    if (inPlace > 0) {
                        multiples(bRows, depth, bRow);
                        tiles(height, inPlace, depth, left, from, aRows, b, source, wide, bRows, c, to, cRow);
                    }
                    if (inPlace < width) {
                        multiples(bRows, depth, wide);
                        tiles(
                                height,
                                width - inPlace,
                                depth,
                                left,
                                from,
                                aRows,
                                panel,
                                0,
                                depth * wide,
                                bRows,
                                c,
                                to + inPlace,
                                cRow);
                    }
                    Poll.now();
                }
            }
        }
    }

    private static void multiples(int[] table, int n, int step) {
        for (int i = 0; i < n; i++) table[i] = i * step;
    }

    /**
     * Adds A B to C, (m, n), tile by tile. Row i of A is at {@code aAt + aRows[i]}; row p of B, within the tile's columns, at
     * {@code bAt + bRows[p]}, and {@code bTile} further on for the next tile. B must be readable to the end of the last tile.
     */
    void tiles(
            int m,
            int n,
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int bTile,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow) {
        for (int j = 0, bi = bAt; j < n; j += wide, bi += bTile) {
            int width = Math.min(wide, n - j), columns = !vectors ? width : width > wide / 2 ? wide : wide / 2;
            for (int i = 0; i < m; i += tall) {
                int height = Math.min(tall, m - i), rows = height > 4 ? tall : 4, ci = cAt + i * cRow + j;
                // Rows after the last repeat it, for the tile reads them.
                for (int r = 0; r < rows; r++) tileRows[r] = aRows[i + Math.min(r, height - 1)];
                if (height == rows && width == columns) {
                    tile(depth, a, aAt, b, bi, bRows, c, ci, cRow, rows, columns);
                } else {
                    Arrays.fill(edge, 0);
                    tile(depth, a, aAt, b, bi, bRows, edge, 0, wide, rows, columns);
                    for (int r = 0; r < height; r++)
                        Arithmetic.add(c, ci + r * cRow, edge, r * wide, c, ci + r * cRow, width);
                }
            }
        }
    }

    private void tile(
            int depth,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow,
            int rows,
            int columns) {
        if (vectors) DoubleTile.multiply(depth, a, aAt, tileRows, b, bAt, bRows, c, cAt, cRow, rows, columns);
        else PlainTile.multiply(depth, a, aAt, tileRows, b, bAt, bRows, c, cAt, cRow, rows, columns);
    }

    /**
     * Adds to each of {@code rows.length} by {@code columns.length} sums, in chains of their own, products of a run of a and one of b: of numbers
     * {@link PlainTile#CHAINS} at a time, at {@code rows[i] + aAt[p]} and {@code columns[j] + bAt[p]}. There is an even number of rows, and
     * of columns a multiple of four.
     */
    void runs(double[] a, int[] rows, int[] aAt, double[] b, int[] columns, int[] bAt, double[] sums) {
        for (int i = 0, height; i < rows.length; i += height) {
            height = i + 4 <= rows.length && tall == 8 ? 4 : 2;
            for (int j = 0; j < columns.length; j += 4) {
                if (vectors) DoubleRuns.add(height, a, rows, i, aAt, b, columns, j, bAt, sums);
                else PlainTile.runs(height, a, rows, i, aAt, b, columns, j, bAt, sums);
            }
            Poll.now();
        }
    }

    /** Packs columns {@code from} to {@code n} of B, a tile's width after the other, row by row; zeros after the last. */
    private void pack(int depth, int from, int n, double[] b, int at, int row, int column) {
        for (int j = from, o = 0; j < n; j += wide, o += depth * wide) {
            int width = Math.min(wide, n - j), source = at + j * column;
            if (column == 1) {
                if (vectors && width == wide) DoubleTile.copy(depth, b, source, row, panel, o);
                else for (int p = 0; p < depth; p++) System.arraycopy(b, source + p * row, panel, o + p * wide, width);
            } else {
                transpose(depth, width, b, source, row, column, panel, o, wide);
            }
            for (int p = 0; width < wide && p < depth; p++)
                Arrays.fill(panel, o + p * wide + width, o + (p + 1) * wide, 0);
        }
    }

    /** Copies (m, n) numbers with any steps into rows {@code outRow} apart, eight columns at a time so that few lines of the cache are open. */
    static void transpose(int m, int n, double[] x, int at, int row, int column, double[] out, int outAt, int outRow) {
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
