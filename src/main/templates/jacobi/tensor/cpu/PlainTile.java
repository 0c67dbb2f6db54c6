package jacobi.tensor.cpu;

import java.util.Arrays;

/** What {@link FloatTile} and {@link DoubleTile} compute, to the bit, in plain loops and of any size. */
final class PlainTile {
    /** Columns of a tile: many, so that the loop over them is worth compiling into vectors. */
    static final int COLUMNS = 256;

    static final int ROWS = 4;

    /** Chains of a sum along runs, see {@link FloatRuns}. */
    static final int CHAINS = 16;

    private PlainTile() {}

    // for float, double:
    /** Adds the product of {@code rows} rows of A, {@code depth} deep, and B, {@code columns} wide, to C. */
    static void multiply(
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
        float[] sums = new float[columns], row = new float[depth];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(sums, 0);
            for (int p = 0; p < depth; p++) {
                row[p] = aByColumns ? a[aAt + aLines[p] + r] : a[aAt + aLines[r] + p];
            }
            int p = 0;
            for (; p + 4 <= depth; p += 4) {
                float s0 = row[p], s1 = row[p + 1], s2 = row[p + 2], s3 = row[p + 3];
                int b0 = bAt + bRows[p], b1 = bAt + bRows[p + 1], b2 = bAt + bRows[p + 2], b3 = bAt + bRows[p + 3];
                for (int j = 0; j < columns; j++) {
                    float s = Math.fma(s1, b[b1 + j], Math.fma(s0, b[b0 + j], sums[j]));
                    sums[j] = Math.fma(s3, b[b3 + j], Math.fma(s2, b[b2 + j], s));
                }
            }
            for (; p < depth; p++) {
                float s = row[p];
                int bi = bAt + bRows[p];
                for (int j = 0; j < columns; j++) {
                    sums[j] = Math.fma(s, b[bi + j], sums[j]);
                }
            }
            Arithmetic.add(c, cAt + r * cRow, sums, 0, c, cAt + r * cRow, columns);
        }
    }

    /** Adds to the chains of {@code height} rows of sums, from row i on, and four columns, from column j on. */
    static void runs(
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
        for (int r = i; r < i + height; r++) {
            for (int c = j; c < j + 4; c++) {
                for (int k = 0, at = (r * columns.length + c) * CHAINS; k < CHAINS; k += 4, at += 4) {
                    float s0 = sums[at], s1 = sums[at + 1], s2 = sums[at + 2], s3 = sums[at + 3];
                    for (int p = 0; p < aAt.length; p++) {
                        int y = rows[r] + aAt[p] + k, x = columns[c] + bAt[p] + k;
                        s0 = Math.fma(a[y], b[x], s0);
                        s1 = Math.fma(a[y + 1], b[x + 1], s1);
                        s2 = Math.fma(a[y + 2], b[x + 2], s2);
                        s3 = Math.fma(a[y + 3], b[x + 3], s3);
                    }
                    sums[at] = s0;
                    sums[at + 1] = s1;
                    sums[at + 2] = s2;
                    sums[at + 3] = s3;
                }
            }
        }
    }
    // end for
}
