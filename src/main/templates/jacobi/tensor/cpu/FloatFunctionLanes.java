// for float, double:
package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.FloatFunctions.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link FloatFunctions} computes, on vectors as wide as the processor's. Each gives the same bits as its plain
 * counterpart, whatever the width. What does not fill a vector at the end is left to {@link Exponentials}: methods of
 * one operand tell how many elements are done. With a plain loop for the rest in the same method 1M exponentials take
 * 150 µs, else 125.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
 */
final class FloatFunctionLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();
    /** Elements treated at a time where some are far out. */
    private static final int BLOCK = 16 * W;

    // Of a number's bits: how many are its fraction, and which; what makes the others a number, so much too large.
    // where float:
    private static final int FRACTION_BITS = 23, FRACTION = 0x007FFFFF, WHOLE = 0x4B000000;
    private static final float BIAS = 8388735f;
    // end for
    // where double:
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = 0x000FFFFFFFFFFFFFL, WHOLE = 0x4330000000000000L;
    private static final double BIAS = 4503599627371519.0;
    // end for

    private FloatFunctionLanes() {}

    // for f of exp, expm1, sigmoid, silu, tanh:
    static int $f(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            // where sigmoid:
            v = v.neg();
            // end for
            // where silu:
            FloatVector factor = v;
            v = v.neg();
            // end for
            // where tanh:
            v = v.add(v).max(-40f).min(40f);
            // end for
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                FloatVector t = v.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDER));
                FloatVector n0 = t.sub(ROUNDER);
                FloatVector r = n0.fma(FloatVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
                // where float:
                FloatVector q = FloatVector.broadcast(LANES, E4);
                // for k from 3 to 0:
                q = q.fma(r, FloatVector.broadcast(LANES, E$k));
                // end for
                // end for
                // where double:
                DoubleVector q = DoubleVector.broadcast(LANES, E10);
                // for k from 9 to 0:
                q = q.fma(r, DoubleVector.broadcast(LANES, E$k));
                // end for
                // end for
                // where exp, sigmoid, silu:
                FloatVector p = r.mul(r).fma(q, r).add(1f);
                IntVector scale = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION_BITS);
                FloatVector y = p.reinterpretAsInts().add(scale).reinterpretAsFloats();
                // end for
                // where expm1, tanh:
                FloatVector p = r.mul(r).fma(q, r);
                FloatVector scale = t.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(ONE)
                        .reinterpretAsFloats();
                FloatVector y = p.fma(scale, scale.sub(1f));
                // end for
                // where sigmoid:
                y = FloatVector.broadcast(LANES, 1).div(y.add(1f));
                // end for
                // where silu:
                y = factor.div(y.add(1f));
                // end for
                // where tanh:
                y = y.div(y.add(2f));
                // end for
                y.intoArray(out, outAt + i);
            } else {
                // where exp, expm1, sigmoid, silu:
                int far = $fFarOut(x, xAt + i, out, outAt + i, Math.min(BLOCK, end - i));
                if (far > 0) {
                    i += far - W;
                    continue;
                }
                // end for
                for (int j = i; j < i + W; j++) {
                    out[outAt + j] = FloatFunctions.$f(x[xAt + j]);
                }
            }
        }
        return i;
    }
    // end for

    // for f of exp, expm1, sigmoid, silu:
    /**
     * As many of n elements, which are whole vectors, as are near or so far out that the exponential is 0 or infinite,
     * as that of masked scores is; the number of them, 0 if something else is among the first.
     */
    private static int $fFarOut(float[] x, int xAt, float[] out, int outAt, int n) {
        // where exp, expm1:
        float lowest = EXP_ZERO, highest = EXP_INFINITE;
        // end for
        // where sigmoid, silu:
        float lowest = -EXP_INFINITE, highest = -EXP_ZERO;
        // end for
        float[] near = new float[n];
        int done = 0;
        for (; done < n; done += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + done);
            if (!v.abs()
                    .compare(VectorOperators.LE, EXP_LIMIT)
                    .or(v.compare(VectorOperators.LT, lowest))
                    .or(v.compare(VectorOperators.GT, highest))
                    .allTrue()) {
                break;
            }
            v.max(-EXP_LIMIT).min(EXP_LIMIT).intoArray(near, done);
        }
        $f(near, 0, near, 0, done);
        for (int i = 0; i < done; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i), y = FloatVector.fromArray(LANES, near, i);
            VectorMask<Float> low = v.compare(VectorOperators.LT, lowest);
            VectorMask<Float> high = v.compare(VectorOperators.GT, highest);
            // where exp:
            y = y.blend(0, low).blend(Float.POSITIVE_INFINITY, high);
            // end for
            // where expm1:
            y = y.blend(-1, low).blend(Float.POSITIVE_INFINITY, high);
            // end for
            // where sigmoid:
            y = y.blend(0, low).blend(1, high);
            // end for
            // where silu:
            // -Infinity gives NaN, as it does for PyTorch.
            y = y.blend(v.mul(0), low).blend(v, high);
            // end for
            y.intoArray(out, outAt + i);
        }
        return done;
    }
    // end for

    // for f of log, log1p:
    static int $f(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            // where log1p:
            FloatVector rest = v;
            v = v.add(1f);
            // end for
            if (v.compare(VectorOperators.GE, Float.MIN_NORMAL)
                    .and(v.compare(VectorOperators.LE, Float.MAX_VALUE))
                    .allTrue()) {
                IntVector t = v.reinterpretAsInts().sub(SQRT_HALF - ONE);
                FloatVector k = t.lanewise(VectorOperators.LSHR, FRACTION_BITS)
                        .lanewise(VectorOperators.OR, WHOLE)
                        .reinterpretAsFloats()
                        .sub(BIAS);
                FloatVector f = t.lanewise(VectorOperators.AND, FRACTION)
                        .add(SQRT_HALF)
                        .reinterpretAsFloats()
                        .sub(1f);
                FloatVector s = f.div(f.add(2f)), z = s.mul(s), half = f.mul(f).mul(0.5f);
                // where float:
                FloatVector l = FloatVector.broadcast(LANES, L3);
                // for k from 2 to 0:
                l = l.fma(z, FloatVector.broadcast(LANES, L$k));
                // end for
                // end for
                // where double:
                DoubleVector l = DoubleVector.broadcast(LANES, L6);
                // for k from 5 to 0:
                l = l.fma(z, DoubleVector.broadcast(LANES, L$k));
                // end for
                // end for
                l = l.mul(z);
                FloatVector low = s.fma(half.add(l), k.mul(LN2_LOW));
                FloatVector y = k.fma(FloatVector.broadcast(LANES, LN2_HIGH), f.sub(half.sub(low)));
                // where log1p:
                y = y.add(rest.sub(v.sub(1f)).div(v)).blend(rest, rest.compare(VectorOperators.EQ, 0));
                // end for
                y.intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) {
                    out[outAt + j] = FloatFunctions.$f(x[xAt + j]);
                }
            }
        }
        return i;
    }
    // end for

    // where float:
    /** Sine of every element plus so many quarters of a turn: 0 for the sine, 1 for the cosine. */
    static void wave(int quarters, float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            if (v.abs().compare(VectorOperators.LE, WAVE_LIMIT).allTrue()) {
                FloatVector t = v.fma(FloatVector.broadcast(LANES, TWO_OVER_PI), FloatVector.broadcast(LANES, ROUNDER));
                FloatVector n0 = t.sub(ROUNDER);
                FloatVector r = n0.fma(FloatVector.broadcast(LANES, -PI_HIGH), v);
                r = n0.fma(FloatVector.broadcast(LANES, -PI_MIDDLE), r);
                r = n0.fma(FloatVector.broadcast(LANES, -PI_LOW), r);
                FloatVector z = r.mul(r);
                FloatVector s = FloatVector.broadcast(LANES, S2).fma(z, FloatVector.broadcast(LANES, S1));
                s = s.fma(z, FloatVector.broadcast(LANES, S0))
                        .fma(z, FloatVector.broadcast(LANES, 1))
                        .mul(r);
                FloatVector c = FloatVector.broadcast(LANES, C2).fma(z, FloatVector.broadcast(LANES, C1));
                c = c.fma(z, FloatVector.broadcast(LANES, C0))
                        .fma(z.mul(z), FloatVector.broadcast(LANES, -0.5f).fma(z, FloatVector.broadcast(LANES, 1)));
                IntVector q = t.reinterpretAsInts().add(quarters);
                IntVector odd = q.lanewise(VectorOperators.AND, 1);
                FloatVector y = s.blend(c, odd.compare(VectorOperators.NE, 0).cast(LANES));
                IntVector sign = q.lanewise(VectorOperators.AND, 2).lanewise(VectorOperators.LSHL, 30);
                y.reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, sign)
                        .reinterpretAsFloats()
                        .intoArray(out, outAt + i);
            } else {
                Trigonometry.plain(quarters, x, xAt + i, out, outAt + i, W);
            }
        }
        Trigonometry.plain(quarters, x, xAt + i, out, outAt + i, n - i);
    }
    // end for
}
