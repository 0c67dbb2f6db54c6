package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.Angles.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What {@link Angles} computes, on vectors as wide as the processor's, with the same bits. */
final class AngleLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private AngleLanes() {}

    static void atan2(float[] y, int yAt, float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector h = FloatVector.fromArray(LANES, x, xAt + i), v = FloatVector.fromArray(LANES, y, yAt + i);
            FloatVector ax = h.abs(), ay = v.abs(), high = ax.max(ay), low = ax.min(ay);
            if (high.compare(VectorOperators.GE, SMALL)
                    .and(high.compare(VectorOperators.LE, LARGE))
                    .allTrue()) {
                VectorMask<Float> wide = high.mul(TAN_EIGHTH).compare(VectorOperators.LT, low);
                FloatVector u = low.blend(low.sub(high), wide).div(high.blend(low.add(high), wide)), z = u.mul(u);
                FloatVector p = FloatVector.broadcast(LANES, T3).fma(z, FloatVector.broadcast(LANES, T2));
                p = p.fma(z, FloatVector.broadcast(LANES, T1)).fma(z, FloatVector.broadcast(LANES, T0));
                FloatVector zero = FloatVector.zero(LANES), r = u.mul(z).fma(p, u);
                r = zero.blend(QUARTER, wide).add(r.add(zero.blend(QUARTER_LOW, wide)));
                r = r.blend(
                        FloatVector.broadcast(LANES, HALF).sub(r.sub(HALF_LOW)), ay.compare(VectorOperators.GT, ax));
                r = r.blend(
                        FloatVector.broadcast(LANES, WHOLE).sub(r.sub(WHOLE_LOW)), h.compare(VectorOperators.LT, 0));
                IntVector sign = v.reinterpretAsInts().lanewise(VectorOperators.AND, Integer.MIN_VALUE);
                r.reinterpretAsInts()
                        .lanewise(VectorOperators.OR, sign)
                        .reinterpretAsFloats()
                        .intoArray(out, outAt + i);
            } else {
                plain(y, yAt + i, x, xAt + i, out, outAt + i, W);
            }
        }
        plain(y, yAt + i, x, xAt + i, out, outAt + i, n - i);
    }
}
