package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of the matrix product: a tile of C, a few rows by two vectors, stays in registers while the loop runs over the
 * depth. Each number of C is one chain of fused multiply-adds in the order of the depth, whatever the width of a vector.
 *
 * <p>The tile is added to C, always {@link #ROWS} tall (or four, if {@code rows} is not more) and {@link #COLUMNS} wide; rows of A past
 * {@code rows} repeat the last one. There are no branches: where two values of a vector meet, or where the method grows past what the compiler
 * inlines, vectors are boxed and the loop is six times slower.
 */
final class FloatTile {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    /** Columns of a tile. */
    static final int COLUMNS = 2 * L;

    /** Rows of the tallest tile: eight need 16 registers for C alone, which AVX2 has in all. */
    static final int ROWS =
            LANES.vectorBitSize() == 512 || System.getProperty("os.arch").equals("aarch64") ? 8 : 4;

    private FloatTile() {}

    static void multiply(
            int depth,
            float[] a,
            int aAt,
            int aRow,
            int rows,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow) {
        if (rows > 4) eight(depth, a, aAt, aRow, rows, b, bAt, bRow, c, cAt, cRow);
        else four(depth, a, aAt, aRow, rows, b, bAt, bRow, c, cAt, cRow);
    }

    private static void eight(
            int depth,
            float[] a,
            int aAt,
            int aRow,
            int rows,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
        FloatVector c40 = zero, c41 = zero, c50 = zero, c51 = zero, c60 = zero, c61 = zero, c70 = zero, c71 = zero;
        int a0 = aAt, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow, a4 = a3 + aRow;
        int a5 = a4 + (rows > 5 ? aRow : 0), a6 = a5 + (rows > 6 ? aRow : 0), a7 = a6 + (rows > 7 ? aRow : 0);
        for (int p = 0, bi = bAt; p < depth; p++, bi += bRow) {
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

    private static void four(
            int depth,
            float[] a,
            int aAt,
            int aRow,
            int rows,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector c00 = zero, c01 = zero, c10 = zero, c11 = zero, c20 = zero, c21 = zero, c30 = zero, c31 = zero;
        int a0 = aAt, a1 = a0 + (rows > 1 ? aRow : 0), a2 = a1 + (rows > 2 ? aRow : 0), a3 = a2 + (rows > 3 ? aRow : 0);
        for (int p = 0, bi = bAt; p < depth; p++, bi += bRow) {
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
}
