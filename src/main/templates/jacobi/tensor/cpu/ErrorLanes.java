package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.ErrorFunction.*;
import static jacobi.tensor.cpu.FloatFunctions.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What {@link ErrorFunction} computes of floats, on vectors as wide as the processor's, with the same bits. */
final class ErrorLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private ErrorLanes() {}

    /**
     * The error function of every element; what is left over at the end is the caller's, from the place returned on.
     */
    static int erf(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            FloatVector a = v.abs().max(1f).min(4.2f);
            FloatVector q = FloatVector.broadcast(LANES, Q6).fma(a, FloatVector.broadcast(LANES, Q5));
            q = q.fma(a, FloatVector.broadcast(LANES, Q4)).fma(a, FloatVector.broadcast(LANES, Q3));
            q = q.fma(a, FloatVector.broadcast(LANES, Q2)).fma(a, FloatVector.broadcast(LANES, Q1));
            q = q.fma(a, FloatVector.broadcast(LANES, Q0));
            // The exponential, as FloatFunctionLanes takes it; no exponent here is beyond its limit.
            FloatVector t = q.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDER));
            FloatVector n0 = t.sub(ROUNDER);
            FloatVector r = n0.fma(FloatVector.broadcast(LANES, -LN2_HIGH), q);
            r = n0.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
            FloatVector p = FloatVector.broadcast(LANES, E4).fma(r, FloatVector.broadcast(LANES, E3));
            p = p.fma(r, FloatVector.broadcast(LANES, E2)).fma(r, FloatVector.broadcast(LANES, E1));
            p = p.fma(r, FloatVector.broadcast(LANES, E0));
            p = r.mul(r).fma(p, r).add(1f);
            IntVector twos = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(twos).reinterpretAsFloats();
            FloatVector m = v.max(-1f).min(1f), z = m.mul(m);
            FloatVector s = FloatVector.broadcast(LANES, P6).fma(z, FloatVector.broadcast(LANES, P5));
            s = s.fma(z, FloatVector.broadcast(LANES, P4)).fma(z, FloatVector.broadcast(LANES, P3));
            s = s.fma(z, FloatVector.broadcast(LANES, P2)).fma(z, FloatVector.broadcast(LANES, P1));
            s = s.fma(z, FloatVector.broadcast(LANES, P0)).mul(m);
            FloatVector sign = v.mul(1e30f).max(-1f).min(1f);
            sign.fma(FloatVector.broadcast(LANES, AT_ONE).sub(e), s).intoArray(out, outAt + i);
        }
        return i;
    }

    // for f of gelu, geluGrad:
    // where gelu:
    /** As {@link #erf}, of gelu. */
    // end for
    // where geluGrad:
    /** As {@link #erf}, of the gradient of gelu. */
    // end for
    static int $f(
            // where geluGrad:
            float[] grad,
            int gradAt,
            // end for
            float[] x,
            int xAt,
            float[] out,
            int outAt,
            int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            FloatVector m = v.max(-N_LIMIT).min(N_LIMIT), z = m.mul(m);
            FloatVector p = FloatVector.broadcast(LANES, N5).fma(z, FloatVector.broadcast(LANES, N4));
            p = p.fma(z, FloatVector.broadcast(LANES, N3)).fma(z, FloatVector.broadcast(LANES, N2));
            p = p.fma(z, FloatVector.broadcast(LANES, N1)).fma(z, FloatVector.broadcast(LANES, N0));
            FloatVector q = FloatVector.broadcast(LANES, D5).fma(z, FloatVector.broadcast(LANES, D4));
            q = q.fma(z, FloatVector.broadcast(LANES, D3)).fma(z, FloatVector.broadcast(LANES, D2));
            q = q.fma(z, FloatVector.broadcast(LANES, D1)).fma(z, FloatVector.broadcast(LANES, 1f));
            FloatVector half = FloatVector.broadcast(LANES, 0.5f),
                    below = half.fma(m.mul(p).div(q), half);
            // where gelu:
            v.mul(below).intoArray(out, outAt + i);
            // end for
            // where geluGrad:
            FloatVector w = v.mul(v).mul(-0.5f).max(-EXP_LIMIT);
            FloatVector t = w.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDER));
            FloatVector n0 = t.sub(ROUNDER);
            FloatVector r = n0.fma(FloatVector.broadcast(LANES, -LN2_HIGH), w);
            r = n0.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
            FloatVector e = FloatVector.broadcast(LANES, E4).fma(r, FloatVector.broadcast(LANES, E3));
            e = e.fma(r, FloatVector.broadcast(LANES, E2)).fma(r, FloatVector.broadcast(LANES, E1));
            e = e.fma(r, FloatVector.broadcast(LANES, E0));
            e = r.mul(r).fma(e, r).add(1f);
            IntVector twos = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector bell = e.reinterpretAsInts().add(twos).reinterpretAsFloats();
            FloatVector slope = v.mul(PHI).fma(bell, below);
            FloatVector.fromArray(LANES, grad, gradAt + i).mul(slope).intoArray(out, outAt + i);
            // end for
        }
        return i;
    }
    // end for
}
