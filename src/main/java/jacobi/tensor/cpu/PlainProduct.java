package jacobi.tensor.cpu;

import java.util.Arrays;

/**
 * The matrix product in plain loops: for small matrices, and for all until vectors have taken over. The sums run in the same order as in
 * {@link FloatTile}, so that the results are the same to the bit.
 */
final class PlainProduct {
    private PlainProduct() {}

    /** Adds A B to C, each number by itself. */
    static void small(
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
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p += deep) {
                    float s = 0;
                    int end = Math.min(p + deep, k);
                    for (int q = p; q < end; q++)
                        s = Math.fma(a[aAt + i * aRow + q * aColumn], b[bAt + q * bRow + j * bColumn], s);
                    c[cAt + i * cRow + j] += s;
                }
            }
        }
    }

    /** Adds A B to C, a row at a time and four rows of B in one pass; a transposed B is turned, a stretch of the depth at a time. */
    static void large(
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
        float[] sums = new float[n], turned = bColumn == 1 ? b : new float[deep * n];
        for (int p = 0; p < k; p += deep) {
            int depth = Math.min(deep, k - p), at = bAt + p * bRow, row = bRow;
            if (bColumn != 1) {
                for (int j = 0; j < n; j++)
                    for (int q = 0; q < depth; q++) turned[q * n + j] = b[at + q * bRow + j * bColumn];
                at = 0;
                row = n;
            }
            for (int i = 0; i < m; i++) {
                Arrays.fill(sums, 0);
                int ai = aAt + i * aRow + p * aColumn, q = 0, bi = at;
                for (; q + 4 <= depth; q += 4, ai += 4 * aColumn, bi += 4 * row) {
                    float s0 = a[ai], s1 = a[ai + aColumn], s2 = a[ai + 2 * aColumn], s3 = a[ai + 3 * aColumn];
                    int b1 = bi + row, b2 = b1 + row, b3 = b2 + row;
                    for (int j = 0; j < n; j++) {
                        float s = Math.fma(s1, turned[b1 + j], Math.fma(s0, turned[bi + j], sums[j]));
                        sums[j] = Math.fma(s3, turned[b3 + j], Math.fma(s2, turned[b2 + j], s));
                    }
                }
                for (; q < depth; q++, ai += aColumn, bi += row)
                    for (int j = 0; j < n; j++) sums[j] = Math.fma(a[ai], turned[bi + j], sums[j]);
                Arithmetic.add(c, cAt + i * cRow, sums, 0, c, cAt + i * cRow, n);
                if ((i & 15) == 0) Poll.now();
            }
        }
    }

    /** Adds A B to C, each number by itself. */
    static void small(
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
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p += deep) {
                    double s = 0;
                    int end = Math.min(p + deep, k);
                    for (int q = p; q < end; q++)
                        s = Math.fma(a[aAt + i * aRow + q * aColumn], b[bAt + q * bRow + j * bColumn], s);
                    c[cAt + i * cRow + j] += s;
                }
            }
        }
    }

    /** Adds A B to C, a row at a time and four rows of B in one pass; a transposed B is turned, a stretch of the depth at a time. */
    static void large(
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
        double[] sums = new double[n], turned = bColumn == 1 ? b : new double[deep * n];
        for (int p = 0; p < k; p += deep) {
            int depth = Math.min(deep, k - p), at = bAt + p * bRow, row = bRow;
            if (bColumn != 1) {
                for (int j = 0; j < n; j++)
                    for (int q = 0; q < depth; q++) turned[q * n + j] = b[at + q * bRow + j * bColumn];
                at = 0;
                row = n;
            }
            for (int i = 0; i < m; i++) {
                Arrays.fill(sums, 0);
                int ai = aAt + i * aRow + p * aColumn, q = 0, bi = at;
                for (; q + 4 <= depth; q += 4, ai += 4 * aColumn, bi += 4 * row) {
                    double s0 = a[ai], s1 = a[ai + aColumn], s2 = a[ai + 2 * aColumn], s3 = a[ai + 3 * aColumn];
                    int b1 = bi + row, b2 = b1 + row, b3 = b2 + row;
                    for (int j = 0; j < n; j++) {
                        double s = Math.fma(s1, turned[b1 + j], Math.fma(s0, turned[bi + j], sums[j]));
                        sums[j] = Math.fma(s3, turned[b3 + j], Math.fma(s2, turned[b2 + j], s));
                    }
                }
                for (; q < depth; q++, ai += aColumn, bi += row)
                    for (int j = 0; j < n; j++) sums[j] = Math.fma(a[ai], turned[bi + j], sums[j]);
                Arithmetic.add(c, cAt + i * cRow, sums, 0, c, cAt + i * cRow, n);
                if ((i & 15) == 0) Poll.now();
            }
        }
    }
}
