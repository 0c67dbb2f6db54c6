package jacobi.tensor.cpu;

/**
 * The matrix product in tiles and in panels that fit the caches, after Goto and van de Geijn, <i>Anatomy of
 * High-Performance Matrix Multiplication</i> (2008): a stretch of the depth at a time, B's columns packed so that a
 * tile reads them in one run, A read where it is, by its rows or, if it is transposed, by its columns. The result's
 * numbers do not depend on how the work is cut, nor on whether vectors have taken over the tiles.
 *
 * <p>An object is one thread's scratch memory for one product at a time.
 *
 * @param <A> {@code float[]} or {@code double[]}, whose loops are {@link Kernels}
 */
final class Panels<A> {
    /** Columns of B packed at a time: with the depth of a panel they fill half of a common second-level cache. */
    private static final int WIDTH = 512;

    /** Rows of A turned at a time. */
    private static final int HEIGHT = 128;

    /** Up to so many rows of A, packing B costs more than it saves. */
    private static final int FEW_ROWS = 48;

    /**
     * Up to so many columns of B, a transposed A is better the other factor of a turned result: (784, 256) by (256, 10)
     * takes 37 µs so, else 60.
     */
    private static final int FEW_COLUMNS = 16;

    /** Multiplications below which a second thread costs more than it saves. */
    private static final long ONE_THREAD = 1 << 21;

    private final Kernels<A> kernels;

    /** Whether vectors compute the tiles. */
    private final boolean vectors;

    /** Columns and rows of a full tile. */
    final int wide, tall;

    private final A panel, edge;
    private A turned;
    private final int[] aRows = new int[HEIGHT], aColumns = new int[Matrices.DEPTH], bRows = new int[Matrices.DEPTH];
    private final int[] tileRows = new int[8];

    Panels(Kernels<A> kernels, boolean vectors) {
        this.kernels = kernels;
        this.vectors = vectors;
        wide = kernels.wide(vectors);
        tall = kernels.tall(vectors);
        panel = kernels.array(WIDTH * Matrices.DEPTH);
        edge = kernels.array(tall * wide);
    }

    /** So many columns of B, up to the next number that tiles can compute without leaving some out. */
    int whole(int columns) {
        int least = vectors ? wide / 2 : 1;
        return (columns + least - 1) / least * least;
    }

    /**
     * A race of both ways: sides that need each kind of tile, eight rows and four, of two vectors and of one; and runs
     * of each height.
     */
    void exercise() {
        int m = 12, n = vectors ? wide + wide / 2 : 48, k = 32;
        A a = kernels.array(m * k), b = kernels.array(k * n), c = kernels.array(m * n);
        Matrix<A> right = new Matrix<>(b, 0, n, 1), to = new Matrix<>(c, 0, n, 1);
        product(m, n, k, new Matrix<>(a, 0, k, 1), right, to);
        product(m, n, k, new Matrix<>(a, 0, 1, m), right, to);
        int[] rows = {0, 1, 2, 3, 4, 5}, columns = {0, 1, 2, 3}, at = new int[k];
        runs(a, rows, at, b, columns, at, kernels.array(rows.length * columns.length * PlainTile.CHAINS));
        for (int length = 2; length <= 16; length *= 2) {
            copyLines(2, length, b, 0, 2 * length, 2, a, 0, length, 1);
            copyLines(2, length, b, 0, length, 1, a, 0, 2 * length, 2);
        }
    }

    /** Adds A B to C, whose columns have no gaps, on as many threads as pay. */
    static <A> void multiply(Kernels<A> kernels, int m, int n, int k, Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (a.column() != 1 && n <= FEW_COLUMNS && m > FEW_ROWS) {
            A turned = kernels.array(n * m);
            multiply(kernels, n, m, k, b.turned(), a.turned(), new Matrix<>(turned, 0, m, 1));
            kernels.addTurned(n, m, turned, c.data(), c.at(), c.row());
            return;
        }
        int threads = (long) m * n * k < ONE_THREAD ? 1 : Cores.count();
        if (threads == 1) {
            kernels.panels().product(m, n, k, a, b, c);
            return;
        }
        boolean byColumns = n >= m;
        int step = byColumns ? kernels.panels().wide : kernels.panels().tall, extent = byColumns ? n : m;
        int share = ((extent + threads - 1) / threads + step - 1) / step * step;
        Cores.run((extent + share - 1) / share, piece -> {
            int from = piece * share, size = Math.min(share, extent - from);
            if (byColumns) {
                kernels.panels().product(m, size, k, a, b.from(0, from), c.from(0, from));
            } else {
                kernels.panels().product(size, n, k, a.from(from, 0), b, c.from(from, 0));
            }
        });
    }

    /** Adds A B to C, on this thread. */
    void product(int m, int n, int k, Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int deep = Matrices.depth(k);
        for (int p = 0; p < k; p += deep) {
            int depth = Math.min(deep, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                Matrix<A> right = b.from(p, j);
                int width = Math.min(WIDTH, n - j);
                int inPlace = b.column() == 1 && m <= FEW_ROWS ? width / wide * wide : 0;
                pack(depth, inPlace, width, right);
                for (int i = 0; i < m; i += HEIGHT) {
                    int height = Math.min(HEIGHT, m - i), byColumns = a.row() == 1 ? height / 4 * 4 : 0;
                    Matrix<A> left = a.from(i, p), to = c.from(i, j);
                    if (byColumns > 0) {
                        block(byColumns, width, depth, left, true, right, inPlace, to);
                    }
                    if (byColumns < height) {
                        left = rows(height - byColumns, depth, left.from(byColumns, 0));
                        block(height - byColumns, width, depth, left, false, right, inPlace, to.from(byColumns, 0));
                    }
                    Poll.now();
                }
            }
        }
    }

    /** A block of A with the numbers of each row beside each other. */
    private Matrix<A> rows(int height, int depth, Matrix<A> a) {
        if (a.column() == 1) {
            return a;
        }
        if (turned == null) {
            turned = kernels.array(HEIGHT * Matrices.DEPTH);
        }
        kernels.transpose(height, depth, a.data(), a.at(), a.row(), a.column(), turned, 0, depth);
        return new Matrix<>(turned, 0, depth, 1);
    }

    /** Adds a block of A times the panel, of which the first {@code inPlace} columns are read from B itself. */
    private void block(
            int height, int width, int depth, Matrix<A> a, boolean byColumns, Matrix<A> b, int inPlace, Matrix<A> c) {
        if (byColumns) {
            multiples(aColumns, depth, a.column());
        } else {
            multiples(aRows, height, a.row());
        }
        int[] aLines = byColumns ? aColumns : aRows;
        if (inPlace > 0) {
            multiples(bRows, depth, b.row());
            tiles(height, inPlace, depth, a, aLines, byColumns, b, wide, c);
        }
        if (inPlace < width) {
            multiples(bRows, depth, wide);
            Matrix<A> packed = new Matrix<>(panel, 0, wide, 1);
            tiles(height, width - inPlace, depth, a, aLines, byColumns, packed, depth * wide, c.from(0, inPlace));
        }
    }

    private void tiles(
            int m,
            int n,
            int depth,
            Matrix<A> a,
            int[] aLines,
            boolean byColumns,
            Matrix<A> b,
            int bTile,
            Matrix<A> c) {
        tiles(
                m, n, depth, a.data(), a.at(), aLines, byColumns, b.data(), b.at(), bTile, bRows, c.data(), c.at(),
                c.row());
    }

    private static void multiples(int[] table, int n, int step) {
        for (int i = 0; i < n; i++) {
            table[i] = i * step;
        }
    }

    /**
     * Adds A B to C, (m, n), tile by tile. Row i of A is at {@code aAt + aLines[i]}; by columns, where it has a
     * multiple of four rows, column p is at {@code aAt + aLines[p]}. Row p of B, within the tile's columns, is at
     * {@code bAt + bRows[p]}, and {@code bTile} further on for the next tile. B must be readable to the end of the last
     * tile.
     */
    void tiles(
            int m,
            int n,
            int depth,
            A a,
            int aAt,
            int[] aLines,
            boolean byColumns,
            A b,
            int bAt,
            int bTile,
            int[] bRows,
            A c,
            int cAt,
            int cRow) {
        for (int j = 0, bi = bAt; j < n; j += wide, bi += bTile) {
            int width = Math.min(wide, n - j), columns = !vectors ? width : width > wide / 2 ? wide : wide / 2;
            for (int i = 0; i < m; i += tall) {
                int height = Math.min(tall, m - i), rows = height > 4 ? tall : 4, ci = cAt + i * cRow + j;
                int ai = byColumns ? aAt + i : aAt;
                int[] lines = byColumns ? aLines : tileRows;
                // Rows after the last repeat it, for the tile reads them.
                for (int r = 0; !byColumns && r < rows; r++) {
                    tileRows[r] = aLines[i + Math.min(r, height - 1)];
                }
                if (height == rows && width == columns) {
                    kernels.tile(vectors, depth, a, ai, lines, byColumns, b, bi, bRows, c, ci, cRow, rows, columns);
                } else {
                    kernels.fill(edge, 0, tall * wide, null, 0);
                    kernels.tile(vectors, depth, a, ai, lines, byColumns, b, bi, bRows, edge, 0, wide, rows, columns);
                    for (int r = 0; r < height; r++) {
                        kernels.add(edge, r * wide, c, ci + r * cRow, width);
                    }
                }
            }
        }
    }

    /**
     * Adds to each of {@code rows.length} by {@code columns.length} sums, in chains of their own, products of a run of
     * a and one of b: of numbers {@link PlainTile#CHAINS} at a time, at {@code rows[i] + aAt[p]} and {@code columns[j]
     * + bAt[p]}. There is an even number of rows, and of columns a multiple of four.
     */
    void runs(A a, int[] rows, int[] aAt, A b, int[] columns, int[] bAt, A sums) {
        for (int i = 0, height; i < rows.length; i += height) {
            height = i + 4 <= rows.length && tall == 8 ? 4 : 2;
            for (int j = 0; j < columns.length; j += 4) {
                kernels.runs(vectors, height, a, rows, i, aAt, b, columns, j, bAt, sums);
            }
            Poll.now();
        }
    }

    /** See {@link Kernels#copyLines}. */
    void copyLines(int lines, int length, A x, int at, int row, int step, A out, int outAt, int outRow, int outStep) {
        kernels.copyLines(vectors, lines, length, x, at, row, step, out, outAt, outRow, outStep);
    }

    /**
     * Packs columns {@code from} to {@code n} of B, a tile's width after the other, row by row; zeros after the last.
     */
    private void pack(int depth, int from, int n, Matrix<A> b) {
        int row = b.row(), column = b.column();
        for (int j = from, o = 0; j < n; j += wide, o += depth * wide) {
            int width = Math.min(wide, n - j), source = b.at() + j * column;
            if (column != 1) {
                kernels.transpose(depth, width, b.data(), source, row, column, panel, o, wide);
            } else if (width == wide) {
                kernels.copyRows(vectors, depth, b.data(), source, row, panel, o);
            } else {
                for (int p = 0; p < depth; p++) {
                    kernels.copy(b.data(), source + p * row, panel, o + p * wide, width);
                }
            }
            for (int p = 0; width < wide && p < depth; p++) {
                kernels.fill(panel, o + p * wide + width, o + (p + 1) * wide, null, 0);
            }
        }
    }
}
