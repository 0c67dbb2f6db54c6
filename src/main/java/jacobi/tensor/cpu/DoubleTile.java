package jacobi.tensor.cpu;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of matrix products and convolutions: a tile of C, a few rows by one or two vectors, stays in registers while the loop
 * runs over the depth, and is then added to C.
 *
 * <p>Row r of A is at {@code aAt + aRows[r]}, its numbers beside each other; row p of B at {@code bAt + bRows[p]}, and a tile's width of it is
 * read. Each number of C is one chain of fused multiply-adds in the order of the depth, whatever the width of a vector, so that {@link PlainTile}
 * gives the same bits.
 *
 * <p>There are no branches and no calls that take vectors: where two values of a vector meet, or where a method is not inlined,
 * vectors become objects and the loop is six times slower. Nothing checks here that B and C have the tile's width.
 */
final class DoubleTile {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    /** Columns of a tile of two vectors. */
    static final int COLUMNS = 2 * L;

    /** Rows of the tallest tile: eight need 16 registers for C alone, which is all that AVX2 has. */
    static final int ROWS =
            LANES.vectorBitSize() == 512 || System.getProperty("os.arch").equals("aarch64") ? 8 : 4;

    private DoubleTile() {}

    /** Adds a tile of {@code rows} rows, {@link #ROWS} or four, and {@code columns} columns, {@link #COLUMNS} or half as many. */
    static void multiply(
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow,
            int rows,
            int columns) {
        if (columns == L) {
            if (rows == 8) eightNarrow(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
            else fourNarrow(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
        } else if (rows == 8) {
            eight(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
        } else {
            four(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
        }
    }

    /** Copies {@code rows} rows as wide as a tile, {@code row} apart, to lie beside each other: half the time of a call for each. */
    static void copy(int rows, double[] x, int at, int row, double[] out, int outAt) {
        for (int p = 0, i = at, o = outAt; p < rows; p++, i += row, o += COLUMNS) {
            DoubleVector.fromArray(LANES, x, i).intoArray(out, o);
            DoubleVector.fromArray(LANES, x, i + L).intoArray(out, o + L);
        }
    }

    /** Eight rows by two vectors. */
    private static void eight(
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(LANES), c01 = DoubleVector.zero(LANES);
        DoubleVector c10 = DoubleVector.zero(LANES), c11 = DoubleVector.zero(LANES);
        DoubleVector c20 = DoubleVector.zero(LANES), c21 = DoubleVector.zero(LANES);
        DoubleVector c30 = DoubleVector.zero(LANES), c31 = DoubleVector.zero(LANES);
        DoubleVector c40 = DoubleVector.zero(LANES), c41 = DoubleVector.zero(LANES);
        DoubleVector c50 = DoubleVector.zero(LANES), c51 = DoubleVector.zero(LANES);
        DoubleVector c60 = DoubleVector.zero(LANES), c61 = DoubleVector.zero(LANES);
        DoubleVector c70 = DoubleVector.zero(LANES), c71 = DoubleVector.zero(LANES);
        int a0 = aAt + aRows[0],
                a1 = aAt + aRows[1],
                a2 = aAt + aRows[2],
                a3 = aAt + aRows[3],
                a4 = aAt + aRows[4],
                a5 = aAt + aRows[5],
                a6 = aAt + aRows[6],
                a7 = aAt + aRows[7];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bi), b1 = DoubleVector.fromArray(LANES, b, bi + L);
            DoubleVector s = DoubleVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            c01 = s.fma(b1, c01);
            s = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            c11 = s.fma(b1, c11);
            s = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            c21 = s.fma(b1, c21);
            s = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            c31 = s.fma(b1, c31);
            s = DoubleVector.broadcast(LANES, a[a4 + p]);
            c40 = s.fma(b0, c40);
            c41 = s.fma(b1, c41);
            s = DoubleVector.broadcast(LANES, a[a5 + p]);
            c50 = s.fma(b0, c50);
            c51 = s.fma(b1, c51);
            s = DoubleVector.broadcast(LANES, a[a6 + p]);
            c60 = s.fma(b0, c60);
            c61 = s.fma(b1, c61);
            s = DoubleVector.broadcast(LANES, a[a7 + p]);
            c70 = s.fma(b0, c70);
            c71 = s.fma(b1, c71);
        }
        c00.add(DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.add(DoubleVector.fromArray(LANES, c, cAt + L)).intoArray(c, cAt + L);
        c10.add(DoubleVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c11.add(DoubleVector.fromArray(LANES, c, cAt + cRow + L)).intoArray(c, cAt + cRow + L);
        c20.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c21.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow + L)).intoArray(c, cAt + 2 * cRow + L);
        c30.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c31.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow + L)).intoArray(c, cAt + 3 * cRow + L);
        c40.add(DoubleVector.fromArray(LANES, c, cAt + 4 * cRow)).intoArray(c, cAt + 4 * cRow);
        c41.add(DoubleVector.fromArray(LANES, c, cAt + 4 * cRow + L)).intoArray(c, cAt + 4 * cRow + L);
        c50.add(DoubleVector.fromArray(LANES, c, cAt + 5 * cRow)).intoArray(c, cAt + 5 * cRow);
        c51.add(DoubleVector.fromArray(LANES, c, cAt + 5 * cRow + L)).intoArray(c, cAt + 5 * cRow + L);
        c60.add(DoubleVector.fromArray(LANES, c, cAt + 6 * cRow)).intoArray(c, cAt + 6 * cRow);
        c61.add(DoubleVector.fromArray(LANES, c, cAt + 6 * cRow + L)).intoArray(c, cAt + 6 * cRow + L);
        c70.add(DoubleVector.fromArray(LANES, c, cAt + 7 * cRow)).intoArray(c, cAt + 7 * cRow);
        c71.add(DoubleVector.fromArray(LANES, c, cAt + 7 * cRow + L)).intoArray(c, cAt + 7 * cRow + L);
    }

    /** Four rows by two vectors. */
    private static void four(
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(LANES), c01 = DoubleVector.zero(LANES);
        DoubleVector c10 = DoubleVector.zero(LANES), c11 = DoubleVector.zero(LANES);
        DoubleVector c20 = DoubleVector.zero(LANES), c21 = DoubleVector.zero(LANES);
        DoubleVector c30 = DoubleVector.zero(LANES), c31 = DoubleVector.zero(LANES);
        int a0 = aAt + aRows[0], a1 = aAt + aRows[1], a2 = aAt + aRows[2], a3 = aAt + aRows[3];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bi), b1 = DoubleVector.fromArray(LANES, b, bi + L);
            DoubleVector s = DoubleVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            c01 = s.fma(b1, c01);
            s = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            c11 = s.fma(b1, c11);
            s = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            c21 = s.fma(b1, c21);
            s = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            c31 = s.fma(b1, c31);
        }
        c00.add(DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.add(DoubleVector.fromArray(LANES, c, cAt + L)).intoArray(c, cAt + L);
        c10.add(DoubleVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c11.add(DoubleVector.fromArray(LANES, c, cAt + cRow + L)).intoArray(c, cAt + cRow + L);
        c20.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c21.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow + L)).intoArray(c, cAt + 2 * cRow + L);
        c30.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c31.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow + L)).intoArray(c, cAt + 3 * cRow + L);
    }

    /** Eight rows by one vector. */
    private static void eightNarrow(
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c10 = DoubleVector.zero(LANES);
        DoubleVector c20 = DoubleVector.zero(LANES);
        DoubleVector c30 = DoubleVector.zero(LANES);
        DoubleVector c40 = DoubleVector.zero(LANES);
        DoubleVector c50 = DoubleVector.zero(LANES);
        DoubleVector c60 = DoubleVector.zero(LANES);
        DoubleVector c70 = DoubleVector.zero(LANES);
        int a0 = aAt + aRows[0],
                a1 = aAt + aRows[1],
                a2 = aAt + aRows[2],
                a3 = aAt + aRows[3],
                a4 = aAt + aRows[4],
                a5 = aAt + aRows[5],
                a6 = aAt + aRows[6],
                a7 = aAt + aRows[7];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bi);
            DoubleVector s = DoubleVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            s = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            s = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            s = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            s = DoubleVector.broadcast(LANES, a[a4 + p]);
            c40 = s.fma(b0, c40);
            s = DoubleVector.broadcast(LANES, a[a5 + p]);
            c50 = s.fma(b0, c50);
            s = DoubleVector.broadcast(LANES, a[a6 + p]);
            c60 = s.fma(b0, c60);
            s = DoubleVector.broadcast(LANES, a[a7 + p]);
            c70 = s.fma(b0, c70);
        }
        c00.add(DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c10.add(DoubleVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c20.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c30.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c40.add(DoubleVector.fromArray(LANES, c, cAt + 4 * cRow)).intoArray(c, cAt + 4 * cRow);
        c50.add(DoubleVector.fromArray(LANES, c, cAt + 5 * cRow)).intoArray(c, cAt + 5 * cRow);
        c60.add(DoubleVector.fromArray(LANES, c, cAt + 6 * cRow)).intoArray(c, cAt + 6 * cRow);
        c70.add(DoubleVector.fromArray(LANES, c, cAt + 7 * cRow)).intoArray(c, cAt + 7 * cRow);
    }

    /** Four rows by one vector. */
    private static void fourNarrow(
            int depth,
            double[] a,
            int aAt,
            int[] aRows,
            double[] b,
            int bAt,
            int[] bRows,
            double[] c,
            int cAt,
            int cRow) {
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c10 = DoubleVector.zero(LANES);
        DoubleVector c20 = DoubleVector.zero(LANES);
        DoubleVector c30 = DoubleVector.zero(LANES);
        int a0 = aAt + aRows[0], a1 = aAt + aRows[1], a2 = aAt + aRows[2], a3 = aAt + aRows[3];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bi);
            DoubleVector s = DoubleVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            s = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            s = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            s = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
        }
        c00.add(DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c10.add(DoubleVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c20.add(DoubleVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c30.add(DoubleVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
    }
}
