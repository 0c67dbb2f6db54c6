// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
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
final class FloatTile {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    /** Columns of a tile of two vectors. */
    static final int COLUMNS = 2 * L;

    /** Rows of the tallest tile: eight need 16 registers for C alone, which is all that AVX2 has. */
    static final int ROWS =
            LANES.vectorBitSize() == 512 || System.getProperty("os.arch").equals("aarch64") ? 8 : 4;

    private FloatTile() {}

    /** Adds a tile of {@code rows} rows, {@link #ROWS} or four, and {@code columns} columns, {@link #COLUMNS} or half as many. */
    static void multiply(
            int depth,
            float[] a,
            int aAt,
            int[] aRows,
            float[] b,
            int bAt,
            int[] bRows,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int columns) {
        if (columns == L) {
            if (rows == 8) {
                eightNarrow(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
            } else {
                fourNarrow(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
            }
        } else if (rows == 8) {
            eight(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
        } else {
            four(depth, a, aAt, aRows, b, bAt, bRows, c, cAt, cRow);
        }
    }

    /** Copies {@code rows} rows as wide as a tile, {@code row} apart, to lie beside each other: half the time of a call for each. */
    static void copy(int rows, float[] x, int at, int row, float[] out, int outAt) {
        for (int p = 0, i = at, o = outAt; p < rows; p++, i += row, o += COLUMNS) {
            FloatVector.fromArray(LANES, x, i).intoArray(out, o);
            FloatVector.fromArray(LANES, x, i + L).intoArray(out, o + L);
        }
    }

    /** Eight rows by two vectors. */
    private static void eight(
            int depth, float[] a, int aAt, int[] aRows, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        FloatVector c00 = FloatVector.zero(LANES), c01 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES), c11 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES), c21 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES), c31 = FloatVector.zero(LANES);
        FloatVector c40 = FloatVector.zero(LANES), c41 = FloatVector.zero(LANES);
        FloatVector c50 = FloatVector.zero(LANES), c51 = FloatVector.zero(LANES);
        FloatVector c60 = FloatVector.zero(LANES), c61 = FloatVector.zero(LANES);
        FloatVector c70 = FloatVector.zero(LANES), c71 = FloatVector.zero(LANES);
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
            FloatVector b0 = FloatVector.fromArray(LANES, b, bi), b1 = FloatVector.fromArray(LANES, b, bi + L);
            FloatVector s = FloatVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            c01 = s.fma(b1, c01);
            s = FloatVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            c11 = s.fma(b1, c11);
            s = FloatVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            c21 = s.fma(b1, c21);
            s = FloatVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            c31 = s.fma(b1, c31);
            s = FloatVector.broadcast(LANES, a[a4 + p]);
            c40 = s.fma(b0, c40);
            c41 = s.fma(b1, c41);
            s = FloatVector.broadcast(LANES, a[a5 + p]);
            c50 = s.fma(b0, c50);
            c51 = s.fma(b1, c51);
            s = FloatVector.broadcast(LANES, a[a6 + p]);
            c60 = s.fma(b0, c60);
            c61 = s.fma(b1, c61);
            s = FloatVector.broadcast(LANES, a[a7 + p]);
            c70 = s.fma(b0, c70);
            c71 = s.fma(b1, c71);
        }
        c00.add(FloatVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.add(FloatVector.fromArray(LANES, c, cAt + L)).intoArray(c, cAt + L);
        c10.add(FloatVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c11.add(FloatVector.fromArray(LANES, c, cAt + cRow + L)).intoArray(c, cAt + cRow + L);
        c20.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c21.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow + L)).intoArray(c, cAt + 2 * cRow + L);
        c30.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c31.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow + L)).intoArray(c, cAt + 3 * cRow + L);
        c40.add(FloatVector.fromArray(LANES, c, cAt + 4 * cRow)).intoArray(c, cAt + 4 * cRow);
        c41.add(FloatVector.fromArray(LANES, c, cAt + 4 * cRow + L)).intoArray(c, cAt + 4 * cRow + L);
        c50.add(FloatVector.fromArray(LANES, c, cAt + 5 * cRow)).intoArray(c, cAt + 5 * cRow);
        c51.add(FloatVector.fromArray(LANES, c, cAt + 5 * cRow + L)).intoArray(c, cAt + 5 * cRow + L);
        c60.add(FloatVector.fromArray(LANES, c, cAt + 6 * cRow)).intoArray(c, cAt + 6 * cRow);
        c61.add(FloatVector.fromArray(LANES, c, cAt + 6 * cRow + L)).intoArray(c, cAt + 6 * cRow + L);
        c70.add(FloatVector.fromArray(LANES, c, cAt + 7 * cRow)).intoArray(c, cAt + 7 * cRow);
        c71.add(FloatVector.fromArray(LANES, c, cAt + 7 * cRow + L)).intoArray(c, cAt + 7 * cRow + L);
    }

    /** Four rows by two vectors. */
    private static void four(
            int depth, float[] a, int aAt, int[] aRows, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        FloatVector c00 = FloatVector.zero(LANES), c01 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES), c11 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES), c21 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES), c31 = FloatVector.zero(LANES);
        int a0 = aAt + aRows[0], a1 = aAt + aRows[1], a2 = aAt + aRows[2], a3 = aAt + aRows[3];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            FloatVector b0 = FloatVector.fromArray(LANES, b, bi), b1 = FloatVector.fromArray(LANES, b, bi + L);
            FloatVector s = FloatVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            c01 = s.fma(b1, c01);
            s = FloatVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            c11 = s.fma(b1, c11);
            s = FloatVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            c21 = s.fma(b1, c21);
            s = FloatVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            c31 = s.fma(b1, c31);
        }
        c00.add(FloatVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.add(FloatVector.fromArray(LANES, c, cAt + L)).intoArray(c, cAt + L);
        c10.add(FloatVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c11.add(FloatVector.fromArray(LANES, c, cAt + cRow + L)).intoArray(c, cAt + cRow + L);
        c20.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c21.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow + L)).intoArray(c, cAt + 2 * cRow + L);
        c30.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c31.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow + L)).intoArray(c, cAt + 3 * cRow + L);
    }

    /** Eight rows by one vector. */
    private static void eightNarrow(
            int depth, float[] a, int aAt, int[] aRows, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        FloatVector c40 = FloatVector.zero(LANES);
        FloatVector c50 = FloatVector.zero(LANES);
        FloatVector c60 = FloatVector.zero(LANES);
        FloatVector c70 = FloatVector.zero(LANES);
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
            FloatVector b0 = FloatVector.fromArray(LANES, b, bi);
            FloatVector s = FloatVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            s = FloatVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            s = FloatVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            s = FloatVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
            s = FloatVector.broadcast(LANES, a[a4 + p]);
            c40 = s.fma(b0, c40);
            s = FloatVector.broadcast(LANES, a[a5 + p]);
            c50 = s.fma(b0, c50);
            s = FloatVector.broadcast(LANES, a[a6 + p]);
            c60 = s.fma(b0, c60);
            s = FloatVector.broadcast(LANES, a[a7 + p]);
            c70 = s.fma(b0, c70);
        }
        c00.add(FloatVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c10.add(FloatVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c20.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c30.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
        c40.add(FloatVector.fromArray(LANES, c, cAt + 4 * cRow)).intoArray(c, cAt + 4 * cRow);
        c50.add(FloatVector.fromArray(LANES, c, cAt + 5 * cRow)).intoArray(c, cAt + 5 * cRow);
        c60.add(FloatVector.fromArray(LANES, c, cAt + 6 * cRow)).intoArray(c, cAt + 6 * cRow);
        c70.add(FloatVector.fromArray(LANES, c, cAt + 7 * cRow)).intoArray(c, cAt + 7 * cRow);
    }

    /** Four rows by one vector. */
    private static void fourNarrow(
            int depth, float[] a, int aAt, int[] aRows, float[] b, int bAt, int[] bRows, float[] c, int cAt, int cRow) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        int a0 = aAt + aRows[0], a1 = aAt + aRows[1], a2 = aAt + aRows[2], a3 = aAt + aRows[3];
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            FloatVector b0 = FloatVector.fromArray(LANES, b, bi);
            FloatVector s = FloatVector.broadcast(LANES, a[a0 + p]);
            c00 = s.fma(b0, c00);
            s = FloatVector.broadcast(LANES, a[a1 + p]);
            c10 = s.fma(b0, c10);
            s = FloatVector.broadcast(LANES, a[a2 + p]);
            c20 = s.fma(b0, c20);
            s = FloatVector.broadcast(LANES, a[a3 + p]);
            c30 = s.fma(b0, c30);
        }
        c00.add(FloatVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c10.add(FloatVector.fromArray(LANES, c, cAt + cRow)).intoArray(c, cAt + cRow);
        c20.add(FloatVector.fromArray(LANES, c, cAt + 2 * cRow)).intoArray(c, cAt + 2 * cRow);
        c30.add(FloatVector.fromArray(LANES, c, cAt + 3 * cRow)).intoArray(c, cAt + 3 * cRow);
    }
}
