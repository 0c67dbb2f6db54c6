package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Comparisons of floats, and choices between them, on vectors as wide as the processor's. Each gives the same bits as
 * its plain counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
 */
final class ChoiceLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private ChoiceLanes() {}

    /** One number for every lane. */
    static float[] repeated(float value) {
        float[] all = new float[W];
        java.util.Arrays.fill(all, value);
        return all;
    }

    /** Comparison of two operands; a mask is -1, or 0 for one that is {@link #repeated}. */
    static void compare(
            Comparison op,
            float[] a,
            int aAt,
            int aMask,
            float[] b,
            int bAt,
            int bMask,
            boolean[] out,
            int outAt,
            int n) {
        int i = 0, end = LANES.loopBound(n);
        switch (op) {
            // for c of eq, ne, lt, le:
            case $C -> {
                for (; i < end; i += W) {
                    FloatVector.fromArray(LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.$C, FloatVector.fromArray(LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
                }
            }
            // end for
        }
        op.plain(a, aAt + (i & aMask), -aMask, b, bAt + (i & bMask), -bMask, out, outAt + i, n - i);
    }

    /** Elements of a where the condition holds, else of b; masks are those of {@link #compare}. */
    static void choose(
            boolean[] condition,
            int at,
            float[] a,
            int aAt,
            int aMask,
            float[] b,
            int bAt,
            int bMask,
            float[] out,
            int outAt,
            int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector.fromArray(LANES, b, bAt + (i & bMask))
                    .blend(
                            FloatVector.fromArray(LANES, a, aAt + (i & aMask)),
                            VectorMask.fromArray(LANES, condition, at + i))
                    .intoArray(out, outAt + i);
        }
        Choice.plain(
                condition, at + i, a, aAt + (i & aMask), -aMask, b, bAt + (i & bMask), -bMask, out, outAt + i, n - i);
    }
}
