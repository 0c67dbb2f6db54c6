// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of matrix products and convolutions: a tile of C, a few rows by one or two vectors, stays in
 * registers while the loop runs over the depth, and is then added to C.
 *
 * <p>Row r of A is at {@code aAt + aLines[r]}, its numbers beside each other; or where it is read by its columns, as a
 * transposed matrix lies in memory, column p at {@code aAt + aLines[p]}. Row p of B is at {@code bAt + bRows[p]}, and a
 * tile's width of it is read. Each number of C is one chain of fused multiply-adds in the order of the depth,
 * whatever the width of a vector, so that {@link PlainTile} gives the same bits.
 *
 * <p>There are no branches and no calls that take vectors: where two values of a vector meet, or where a method is not
 * inlined, vectors become objects and the loop is six times slower. Nothing checks here that B and C have the tile's
 * width.
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

    /**
     * Adds a tile of {@code rows} rows, {@link #ROWS} or four, and {@code columns} columns, {@link #COLUMNS} or half as
     * many; {@code aByColumns} tells what A's lines are.
     */
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
        if (aByColumns) {
            columns(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow, rows, columns);
        } else {
            rows(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow, rows, columns);
        }
    }

    // for l of rows, columns:
    private static void $l(
            int depth,
            float[] a,
            int aAt,
            int[] aLines,
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
                $l8x1(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow);
            } else {
                $l4x1(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow);
            }
        } else if (rows == 8) {
            $l8x2(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow);
        } else {
            $l4x2(depth, a, aAt, aLines, b, bAt, bRows, c, cAt, cRow);
        }
    }
    // end for

    /**
     * Copies {@code rows} rows as wide as a tile, {@code row} apart, to lie beside each other: half the time of a call
     * for each.
     */
    static void copy(int rows, float[] x, int at, int row, float[] out, int outAt) {
        for (int p = 0, i = at, o = outAt; p < rows; p++, i += row, o += COLUMNS) {
            FloatVector.fromArray(LANES, x, i).intoArray(out, o);
            FloatVector.fromArray(LANES, x, i + L).intoArray(out, o + L);
        }
    }

    // for l of rows, columns:
    // for h of 8, 4:
    // for w of 2, 1:
    /** A tile of $h rows and $w vectors; A is read by its $l. */
    private static void $l$hx$w(
            int depth,
            float[] a,
            int aAt,
            int[] aLines,
            float[] b,
            int bAt,
            int[] bRows,
            float[] c,
            int cAt,
            int cRow) {
        // for r below $h:
        // where rows:
        int a$r = aAt + aLines[$r];
        // end for
        // for v below $w:
        FloatVector c$r$v = FloatVector.zero(LANES);
        // end for
        // end for
        for (int p = 0; p < depth; p++) {
            int bi = bAt + bRows[p];
            // where columns:
            int ai = aAt + aLines[p];
            // end for
            // for v below $w:
            FloatVector b$v = FloatVector.fromArray(LANES, b, bi + $v * L);
            // end for
            // for r below $h:
            // where rows:
            FloatVector s$r = FloatVector.broadcast(LANES, a[a$r + p]);
            // end for
            // where columns:
            FloatVector s$r = FloatVector.broadcast(LANES, a[ai + $r]);
            // end for
            // for v below $w:
            c$r$v = s$r.fma(b$v, c$r$v);
            // end for
            // end for
        }
        // for r below $h:
        // for v below $w:
        c$r$v.add(FloatVector.fromArray(LANES, c, cAt + $r * cRow + $v * L)).intoArray(c, cAt + $r * cRow + $v * L);
        // end for
        // end for
    }
    // end for
    // end for
    // end for
}
