// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of sums of products along runs of both operands, as the weight gradient of a convolution has them: a few rows by four
 * columns of sums stay in registers, each {@link PlainTile#CHAINS} chains that are added up in the end. That number is the same whatever the width of
 * a vector, so that {@link PlainTile} gives the same bits. For the form of the loops see {@link FloatTile}.
 */
final class FloatRuns {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private static final int CHAINS = PlainTile.CHAINS;

    private FloatRuns() {}

    /** Adds to the sums of {@code height} rows, four or two, from row i on, and four columns, from column j on; see {@link Panels#runs}. */
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
            four(a, rows, i, aAt, b, columns, j, bAt, sums);
        } else {
            two(a, rows, i, aAt, b, columns, j, bAt, sums);
        }
    }

    /** Four rows by four columns. */
    private static void four(
            float[] a, int[] rows, int i, int[] aAt, float[] b, int[] columns, int j, int[] bAt, float[] sums) {
        int step = columns.length * CHAINS;
        for (int k = 0, at = (i * columns.length + j) * CHAINS; k < CHAINS; k += L, at += L) {
            FloatVector s00 = FloatVector.fromArray(LANES, sums, at),
                    s01 = FloatVector.fromArray(LANES, sums, at + CHAINS),
                    s02 = FloatVector.fromArray(LANES, sums, at + 2 * CHAINS),
                    s03 = FloatVector.fromArray(LANES, sums, at + 3 * CHAINS);
            FloatVector s10 = FloatVector.fromArray(LANES, sums, at + step),
                    s11 = FloatVector.fromArray(LANES, sums, at + step + CHAINS),
                    s12 = FloatVector.fromArray(LANES, sums, at + step + 2 * CHAINS),
                    s13 = FloatVector.fromArray(LANES, sums, at + step + 3 * CHAINS);
            FloatVector s20 = FloatVector.fromArray(LANES, sums, at + 2 * step),
                    s21 = FloatVector.fromArray(LANES, sums, at + 2 * step + CHAINS),
                    s22 = FloatVector.fromArray(LANES, sums, at + 2 * step + 2 * CHAINS),
                    s23 = FloatVector.fromArray(LANES, sums, at + 2 * step + 3 * CHAINS);
            FloatVector s30 = FloatVector.fromArray(LANES, sums, at + 3 * step),
                    s31 = FloatVector.fromArray(LANES, sums, at + 3 * step + CHAINS),
                    s32 = FloatVector.fromArray(LANES, sums, at + 3 * step + 2 * CHAINS),
                    s33 = FloatVector.fromArray(LANES, sums, at + 3 * step + 3 * CHAINS);
            int a0 = rows[i] + k, a1 = rows[i + 1] + k, a2 = rows[i + 2] + k, a3 = rows[i + 3] + k;
            int b0 = columns[j] + k, b1 = columns[j + 1] + k, b2 = columns[j + 2] + k, b3 = columns[j + 3] + k;
            for (int p = 0; p < aAt.length; p++) {
                int pa = aAt[p], pb = bAt[p];
                FloatVector x0 = FloatVector.fromArray(LANES, b, b0 + pb);
                FloatVector x1 = FloatVector.fromArray(LANES, b, b1 + pb);
                FloatVector x2 = FloatVector.fromArray(LANES, b, b2 + pb);
                FloatVector x3 = FloatVector.fromArray(LANES, b, b3 + pb);
                FloatVector y = FloatVector.fromArray(LANES, a, a0 + pa);
                s00 = y.fma(x0, s00);
                s01 = y.fma(x1, s01);
                s02 = y.fma(x2, s02);
                s03 = y.fma(x3, s03);
                y = FloatVector.fromArray(LANES, a, a1 + pa);
                s10 = y.fma(x0, s10);
                s11 = y.fma(x1, s11);
                s12 = y.fma(x2, s12);
                s13 = y.fma(x3, s13);
                y = FloatVector.fromArray(LANES, a, a2 + pa);
                s20 = y.fma(x0, s20);
                s21 = y.fma(x1, s21);
                s22 = y.fma(x2, s22);
                s23 = y.fma(x3, s23);
                y = FloatVector.fromArray(LANES, a, a3 + pa);
                s30 = y.fma(x0, s30);
                s31 = y.fma(x1, s31);
                s32 = y.fma(x2, s32);
                s33 = y.fma(x3, s33);
            }
            s00.intoArray(sums, at);
            s01.intoArray(sums, at + CHAINS);
            s02.intoArray(sums, at + 2 * CHAINS);
            s03.intoArray(sums, at + 3 * CHAINS);
            s10.intoArray(sums, at + step);
            s11.intoArray(sums, at + step + CHAINS);
            s12.intoArray(sums, at + step + 2 * CHAINS);
            s13.intoArray(sums, at + step + 3 * CHAINS);
            s20.intoArray(sums, at + 2 * step);
            s21.intoArray(sums, at + 2 * step + CHAINS);
            s22.intoArray(sums, at + 2 * step + 2 * CHAINS);
            s23.intoArray(sums, at + 2 * step + 3 * CHAINS);
            s30.intoArray(sums, at + 3 * step);
            s31.intoArray(sums, at + 3 * step + CHAINS);
            s32.intoArray(sums, at + 3 * step + 2 * CHAINS);
            s33.intoArray(sums, at + 3 * step + 3 * CHAINS);
        }
    }

    /** Two rows by four columns. */
    private static void two(
            float[] a, int[] rows, int i, int[] aAt, float[] b, int[] columns, int j, int[] bAt, float[] sums) {
        int step = columns.length * CHAINS;
        for (int k = 0, at = (i * columns.length + j) * CHAINS; k < CHAINS; k += L, at += L) {
            FloatVector s00 = FloatVector.fromArray(LANES, sums, at),
                    s01 = FloatVector.fromArray(LANES, sums, at + CHAINS),
                    s02 = FloatVector.fromArray(LANES, sums, at + 2 * CHAINS),
                    s03 = FloatVector.fromArray(LANES, sums, at + 3 * CHAINS);
            FloatVector s10 = FloatVector.fromArray(LANES, sums, at + step),
                    s11 = FloatVector.fromArray(LANES, sums, at + step + CHAINS),
                    s12 = FloatVector.fromArray(LANES, sums, at + step + 2 * CHAINS),
                    s13 = FloatVector.fromArray(LANES, sums, at + step + 3 * CHAINS);
            int a0 = rows[i] + k, a1 = rows[i + 1] + k;
            int b0 = columns[j] + k, b1 = columns[j + 1] + k, b2 = columns[j + 2] + k, b3 = columns[j + 3] + k;
            for (int p = 0; p < aAt.length; p++) {
                int pa = aAt[p], pb = bAt[p];
                FloatVector x0 = FloatVector.fromArray(LANES, b, b0 + pb);
                FloatVector x1 = FloatVector.fromArray(LANES, b, b1 + pb);
                FloatVector x2 = FloatVector.fromArray(LANES, b, b2 + pb);
                FloatVector x3 = FloatVector.fromArray(LANES, b, b3 + pb);
                FloatVector y = FloatVector.fromArray(LANES, a, a0 + pa);
                s00 = y.fma(x0, s00);
                s01 = y.fma(x1, s01);
                s02 = y.fma(x2, s02);
                s03 = y.fma(x3, s03);
                y = FloatVector.fromArray(LANES, a, a1 + pa);
                s10 = y.fma(x0, s10);
                s11 = y.fma(x1, s11);
                s12 = y.fma(x2, s12);
                s13 = y.fma(x3, s13);
            }
            s00.intoArray(sums, at);
            s01.intoArray(sums, at + CHAINS);
            s02.intoArray(sums, at + 2 * CHAINS);
            s03.intoArray(sums, at + 3 * CHAINS);
            s10.intoArray(sums, at + step);
            s11.intoArray(sums, at + step + CHAINS);
            s12.intoArray(sums, at + step + 2 * CHAINS);
            s13.intoArray(sums, at + step + 3 * CHAINS);
        }
    }
}
