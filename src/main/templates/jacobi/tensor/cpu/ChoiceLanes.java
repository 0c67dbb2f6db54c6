package jacobi.tensor.cpu;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Comparisons of numbers, and choices between floats, on vectors as wide as the processor's: {@link FloatVector},
 * {@link DoubleVector}, {@link LongVector}. Each gives the same bits as its plain counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
 */
final class ChoiceLanes {
    // for float, double, long:
    private static final VectorSpecies<Float> FLOAT_LANES = FloatVector.SPECIES_PREFERRED;
    private static final int FLOAT_WIDTH = FLOAT_LANES.length();
    // end for

    private ChoiceLanes() {}

    // for float, double, long:
    /** One number for every lane. */
    static float[] repeated(float value) {
        float[] all = new float[FLOAT_WIDTH];
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
        int i = 0, end = FLOAT_LANES.loopBound(n);
        switch (op) {
            // for c of eq, ne, lt, le:
            case $C -> {
                for (; i < end; i += FLOAT_WIDTH) {
                    FloatVector.fromArray(FLOAT_LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.$C, FloatVector.fromArray(FLOAT_LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
                }
            }
            // end for
        }
        op.plain(a, aAt + (i & aMask), -aMask, b, bAt + (i & bMask), -bMask, out, outAt + i, n - i);
    }
    // end for

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
        for (int end = FLOAT_LANES.loopBound(n); i < end; i += FLOAT_WIDTH) {
            FloatVector.fromArray(FLOAT_LANES, b, bAt + (i & bMask))
                    .blend(
                            FloatVector.fromArray(FLOAT_LANES, a, aAt + (i & aMask)),
                            VectorMask.fromArray(FLOAT_LANES, condition, at + i))
                    .intoArray(out, outAt + i);
        }
        Choice.plain(
                condition, at + i, a, aAt + (i & aMask), -aMask, b, bAt + (i & bMask), -bMask, out, outAt + i, n - i);
    }
}
