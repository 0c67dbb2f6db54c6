// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of sums of products along runs of both operands, as the weight gradient of a convolution has
 * them: a few rows by four columns of sums stay in registers, each {@link PlainTile#CHAINS} chains that are added up in
 * the end. That number is the same whatever the width of a vector, so that {@link PlainTile} gives the same bits. For
 * the form of the loops see {@link FloatTile}.
 */
final class FloatRuns {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private static final int CHAINS = PlainTile.CHAINS;

    private FloatRuns() {}

    /**
     * Adds to the sums of {@code height} rows, four or two, from row i on, and four columns, from column j on; see
     * {@link Panels#runs}.
     */
    static void add(
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
        if (height == 4) {
            runs4(a, rows, i, aAt, b, columns, j, bAt, sums);
        } else {
            runs2(a, rows, i, aAt, b, columns, j, bAt, sums);
        }
    }

    // for h of 4, 2:
    /** $h rows by four columns. */
    private static void runs$h(
            float[] a, int[] rows, int i, int[] aAt, float[] b, int[] columns, int j, int[] bAt, float[] sums) {
        int step = columns.length * CHAINS;
        for (int k = 0, at = (i * columns.length + j) * CHAINS; k < CHAINS; k += L, at += L) {
            // for r below $h:
            int a$r = rows[i + $r] + k;
            // for c below 4:
            FloatVector s$r$c = FloatVector.fromArray(LANES, sums, at + $r * step + $c * CHAINS);
            // end for
            // end for
            // for c below 4:
            int b$c = columns[j + $c] + k;
            // end for
            for (int p = 0; p < aAt.length; p++) {
                int pa = aAt[p], pb = bAt[p];
                // for c below 4:
                FloatVector x$c = FloatVector.fromArray(LANES, b, b$c + pb);
                // end for
                // for r below $h:
                FloatVector y$r = FloatVector.fromArray(LANES, a, a$r + pa);
                // for c below 4:
                s$r$c = y$r.fma(x$c, s$r$c);
                // end for
                // end for
            }
            // for r below $h:
            // for c below 4:
            s$r$c.intoArray(sums, at + $r * step + $c * CHAINS);
            // end for
            // end for
        }
    }
    // end for
}
