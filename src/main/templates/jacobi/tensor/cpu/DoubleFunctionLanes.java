package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.DoubleFunctions.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link DoubleFunctions} computes, on vectors as wide as the processor's. Each gives the same bits as its plain
 * counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
 */
final class DoubleFunctionLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();
    /** Elements treated at a time where some are far out. */
    private static final int BLOCK = 16 * W;

    private DoubleFunctionLanes() {}

    // for f of exp, expm1, sigmoid, silu, tanh:
    static void $f(double[] x, int xAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            // where sigmoid:
            v = v.neg();
            // end for
            // where silu:
            DoubleVector factor = v;
            v = v.neg();
            // end for
            // where tanh:
            v = v.add(v).max(-40).min(40);
            // end for
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                DoubleVector t = v.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDER));
                DoubleVector n0 = t.sub(ROUNDER);
                DoubleVector r = n0.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
                DoubleVector q = DoubleVector.broadcast(LANES, E10);
                // for k from 9 to 0:
                q = q.fma(r, DoubleVector.broadcast(LANES, E$k));
                // end for
                // where exp, sigmoid, silu:
                DoubleVector p = r.mul(r).fma(q, r).add(1);
                LongVector scale = t.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                DoubleVector y = p.reinterpretAsLongs().add(scale).reinterpretAsDoubles();
                // end for
                // where expm1, tanh:
                DoubleVector p = r.mul(r).fma(q, r);
                DoubleVector scale = t.reinterpretAsLongs()
                        .lanewise(VectorOperators.LSHL, 52)
                        .add(ONE)
                        .reinterpretAsDoubles();
                DoubleVector y = p.fma(scale, scale.sub(1));
                // end for
                // where sigmoid:
                y = DoubleVector.broadcast(LANES, 1).div(y.add(1));
                // end for
                // where silu:
                y = factor.div(y.add(1));
                // end for
                // where tanh:
                y = y.div(y.add(2));
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
                    out[outAt + j] = DoubleFunctions.$f(x[xAt + j]);
                }
            }
        }
        for (; i < n; i++) {
            out[outAt + i] = DoubleFunctions.$f(x[xAt + i]);
        }
    }
    // end for

    // for f of exp, expm1, sigmoid, silu:
    /**
     * As many of n elements, which are whole vectors, as are near or so far out that the exponential is 0 or infinite,
     * as that of masked scores is; the number of them, 0 if something else is among the first.
     */
    private static int $fFarOut(double[] x, int xAt, double[] out, int outAt, int n) {
        // where exp, expm1:
        double lowest = EXP_ZERO, highest = EXP_INFINITE;
        // end for
        // where sigmoid, silu:
        double lowest = -EXP_INFINITE, highest = -EXP_ZERO;
        // end for
        double[] near = new double[n];
        int done = 0;
        for (; done < n; done += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + done);
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
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i), y = DoubleVector.fromArray(LANES, near, i);
            VectorMask<Double> low = v.compare(VectorOperators.LT, lowest);
            VectorMask<Double> high = v.compare(VectorOperators.GT, highest);
            // where exp:
            y = y.blend(0, low).blend(Double.POSITIVE_INFINITY, high);
            // end for
            // where expm1:
            y = y.blend(-1, low).blend(Double.POSITIVE_INFINITY, high);
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
    static void $f(double[] x, int xAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            // where log1p:
            DoubleVector rest = v;
            v = v.add(1);
            // end for
            if (v.compare(VectorOperators.GE, Double.MIN_NORMAL)
                    .and(v.compare(VectorOperators.LE, Double.MAX_VALUE))
                    .allTrue()) {
                LongVector t = v.reinterpretAsLongs().sub(SQRT_HALF - ONE);
                DoubleVector k = t.lanewise(VectorOperators.LSHR, 52)
                        .lanewise(VectorOperators.OR, 0x4330000000000000L)
                        .reinterpretAsDoubles()
                        .sub(4503599627371519.0);
                DoubleVector f = t.lanewise(VectorOperators.AND, 0x000FFFFFFFFFFFFFL)
                        .add(SQRT_HALF)
                        .reinterpretAsDoubles()
                        .sub(1);
                DoubleVector s = f.div(f.add(2)), z = s.mul(s), half = f.mul(f).mul(0.5);
                DoubleVector l = DoubleVector.broadcast(LANES, L6);
                // for k from 5 to 0:
                l = l.fma(z, DoubleVector.broadcast(LANES, L$k));
                // end for
                l = l.mul(z);
                DoubleVector low = s.fma(half.add(l), k.mul(LN2_LOW));
                DoubleVector y = k.fma(DoubleVector.broadcast(LANES, LN2_HIGH), f.sub(half.sub(low)));
                // where log1p:
                y = y.add(rest.sub(v.sub(1)).div(v)).blend(rest, rest.compare(VectorOperators.EQ, 0));
                // end for
                y.intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) {
                    out[outAt + j] = DoubleFunctions.$f(x[xAt + j]);
                }
            }
        }
        for (; i < n; i++) {
            out[outAt + i] = DoubleFunctions.$f(x[xAt + i]);
        }
    }
    // end for
}
