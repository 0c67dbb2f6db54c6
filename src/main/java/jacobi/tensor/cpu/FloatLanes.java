package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.FloatFunctions.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on vectors as wide as the processor's. Each gives the same bits as its plain counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many times slower.
 */
final class FloatLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private FloatLanes() {}

    static void exp(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                FloatVector t = v.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDER));
                FloatVector n0 = t.sub(ROUNDER);
                FloatVector r = n0.fma(FloatVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
                FloatVector q = FloatVector.broadcast(LANES, E4).fma(r, FloatVector.broadcast(LANES, E3));
                q = q.fma(r, FloatVector.broadcast(LANES, E2));
                q = q.fma(r, FloatVector.broadcast(LANES, E1));
                q = q.fma(r, FloatVector.broadcast(LANES, E0));
                FloatVector p = r.mul(r).fma(q, r).add(1f);
                IntVector scale = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
                p.reinterpretAsInts().add(scale).reinterpretAsFloats().intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = FloatFunctions.exp(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = FloatFunctions.exp(x[xAt + i]);
    }

    static void expm1(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                FloatVector t = v.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDER));
                FloatVector n0 = t.sub(ROUNDER);
                FloatVector r = n0.fma(FloatVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
                FloatVector q = FloatVector.broadcast(LANES, E4).fma(r, FloatVector.broadcast(LANES, E3));
                q = q.fma(r, FloatVector.broadcast(LANES, E2));
                q = q.fma(r, FloatVector.broadcast(LANES, E1));
                q = q.fma(r, FloatVector.broadcast(LANES, E0));
                FloatVector p = r.mul(r).fma(q, r);
                IntVector bits =
                        t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(ONE);
                FloatVector scale = bits.reinterpretAsFloats();
                p.fma(scale, scale.sub(1f)).intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = FloatFunctions.expm1(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = FloatFunctions.expm1(x[xAt + i]);
    }

    static void log(float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            if (v.compare(VectorOperators.GE, Float.MIN_NORMAL)
                    .and(v.compare(VectorOperators.LE, Float.MAX_VALUE))
                    .allTrue()) {
                IntVector t = v.reinterpretAsInts().sub(SQRT_HALF - ONE);
                FloatVector k = t.lanewise(VectorOperators.LSHR, 23)
                        .lanewise(VectorOperators.OR, 0x4B000000)
                        .reinterpretAsFloats()
                        .sub(8388735f);
                FloatVector f = t.lanewise(VectorOperators.AND, 0x007FFFFF)
                        .add(SQRT_HALF)
                        .reinterpretAsFloats()
                        .sub(1f);
                FloatVector s = f.div(f.add(2f)), z = s.mul(s), half = f.mul(f).mul(0.5f);
                FloatVector l = FloatVector.broadcast(LANES, L3).fma(z, FloatVector.broadcast(LANES, L2));
                l = l.fma(z, FloatVector.broadcast(LANES, L1));
                l = l.fma(z, FloatVector.broadcast(LANES, L0)).mul(z);
                FloatVector low = s.fma(half.add(l), k.mul(LN2_LOW));
                k.fma(FloatVector.broadcast(LANES, LN2_HIGH), f.sub(half.sub(low)))
                        .intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = FloatFunctions.log(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = FloatFunctions.log(x[xAt + i]);
    }

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
                Waves.plain(quarters, x, xAt + i, out, outAt + i, W);
            }
        }
        Waves.plain(quarters, x, xAt + i, out, outAt + i, n - i);
    }

    static void reluGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector g = FloatVector.fromArray(LANES, grad, gradAt + i);
            FloatVector v = FloatVector.fromArray(LANES, y, yAt + i);
            g.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(out, outAt + i);
        }
        for (; i < n; i++) out[outAt + i] = y[yAt + i] <= 0 ? 0 : grad[gradAt + i];
    }

    /**
     * Adds {@code n} elements, a multiple of {@link Chains#COUNT}, to that many sums, element i to the sum i modulo their number;
     * {@link Chains#PART} elements are added up first.
     */
    static void sums(float[] x, int at, int n, float[] sums) {
        for (int from = at, to; from < at + n; from = to) {
            to = Math.min(from + Chains.PART, at + n);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                FloatVector s0 = FloatVector.zero(LANES), s1 = FloatVector.zero(LANES);
                FloatVector s2 = FloatVector.zero(LANES), s3 = FloatVector.zero(LANES);
                for (int i = from + g; i < to; i += Chains.COUNT) {
                    s0 = s0.add(FloatVector.fromArray(LANES, x, i));
                    s1 = s1.add(FloatVector.fromArray(LANES, x, i + W));
                    s2 = s2.add(FloatVector.fromArray(LANES, x, i + 2 * W));
                    s3 = s3.add(FloatVector.fromArray(LANES, x, i + 3 * W));
                }
                FloatVector.fromArray(LANES, sums, g).add(s0).intoArray(sums, g);
                FloatVector.fromArray(LANES, sums, g + W).add(s1).intoArray(sums, g + W);
                FloatVector.fromArray(LANES, sums, g + 2 * W).add(s2).intoArray(sums, g + 2 * W);
                FloatVector.fromArray(LANES, sums, g + 3 * W).add(s3).intoArray(sums, g + 3 * W);
            }
        }
    }

    /** As {@link #sums}, of products. */
    static void dots(float[] a, int aAt, float[] b, int bAt, int n, float[] sums) {
        for (int from = aAt, to; from < aAt + n; from = to) {
            to = Math.min(from + Chains.PART, aAt + n);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                FloatVector s0 = FloatVector.zero(LANES), s1 = FloatVector.zero(LANES);
                FloatVector s2 = FloatVector.zero(LANES), s3 = FloatVector.zero(LANES);
                for (int i = from + g, j = i - aAt + bAt; i < to; i += Chains.COUNT, j += Chains.COUNT) {
                    s0 = FloatVector.fromArray(LANES, a, i).fma(FloatVector.fromArray(LANES, b, j), s0);
                    s1 = FloatVector.fromArray(LANES, a, i + W).fma(FloatVector.fromArray(LANES, b, j + W), s1);
                    s2 = FloatVector.fromArray(LANES, a, i + 2 * W).fma(FloatVector.fromArray(LANES, b, j + 2 * W), s2);
                    s3 = FloatVector.fromArray(LANES, a, i + 3 * W).fma(FloatVector.fromArray(LANES, b, j + 3 * W), s3);
                }
                FloatVector.fromArray(LANES, sums, g).add(s0).intoArray(sums, g);
                FloatVector.fromArray(LANES, sums, g + W).add(s1).intoArray(sums, g + W);
                FloatVector.fromArray(LANES, sums, g + 2 * W).add(s2).intoArray(sums, g + 2 * W);
                FloatVector.fromArray(LANES, sums, g + 3 * W).add(s3).intoArray(sums, g + 3 * W);
            }
        }
    }

    /** Adds the sum of every column of a (rows, columns) matrix, each in one chain, to {@code out}. */
    static void columns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + 4 * W <= columns; j += 4 * W) {
            FloatVector s0 = FloatVector.zero(LANES), s1 = FloatVector.zero(LANES);
            FloatVector s2 = FloatVector.zero(LANES), s3 = FloatVector.zero(LANES);
            for (int i = at + j, end = i + n; i < end; i += columns) {
                s0 = s0.add(FloatVector.fromArray(LANES, x, i));
                s1 = s1.add(FloatVector.fromArray(LANES, x, i + W));
                s2 = s2.add(FloatVector.fromArray(LANES, x, i + 2 * W));
                s3 = s3.add(FloatVector.fromArray(LANES, x, i + 3 * W));
            }
            int o = outAt + j;
            FloatVector.fromArray(LANES, out, o).add(s0).intoArray(out, o);
            FloatVector.fromArray(LANES, out, o + W).add(s1).intoArray(out, o + W);
            FloatVector.fromArray(LANES, out, o + 2 * W).add(s2).intoArray(out, o + 2 * W);
            FloatVector.fromArray(LANES, out, o + 3 * W).add(s3).intoArray(out, o + 3 * W);
        }
        for (; j + W <= columns; j += W) {
            FloatVector s = FloatVector.zero(LANES);
            for (int i = at + j, end = i + n; i < end; i += columns) s = s.add(FloatVector.fromArray(LANES, x, i));
            FloatVector.fromArray(LANES, out, outAt + j).add(s).intoArray(out, outAt + j);
        }
        for (; j < columns; j++) {
            float s = 0;
            for (int i = at + j, end = i + n; i < end; i += columns) s += x[i];
            out[outAt + j] += s;
        }
    }

    /** Adds {@code s} times x to out. */
    static void addScaled(float s, float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W)
            FloatVector.fromArray(LANES, out, outAt + i)
                    .add(FloatVector.fromArray(LANES, x, xAt + i).mul(s))
                    .intoArray(out, outAt + i);
        for (; i < n; i++) out[outAt + i] += s * x[xAt + i];
    }

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
            case EQ -> {
                for (; i < end; i += W)
                    FloatVector.fromArray(LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.EQ, FloatVector.fromArray(LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
            }
            case NE -> {
                for (; i < end; i += W)
                    FloatVector.fromArray(LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.NE, FloatVector.fromArray(LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
            }
            case LT -> {
                for (; i < end; i += W)
                    FloatVector.fromArray(LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.LT, FloatVector.fromArray(LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
            }
            case LE -> {
                for (; i < end; i += W)
                    FloatVector.fromArray(LANES, a, aAt + (i & aMask))
                            .compare(VectorOperators.LE, FloatVector.fromArray(LANES, b, bAt + (i & bMask)))
                            .intoArray(out, outAt + i);
            }
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
        for (int end = LANES.loopBound(n); i < end; i += W)
            FloatVector.fromArray(LANES, b, bAt + (i & bMask))
                    .blend(
                            FloatVector.fromArray(LANES, a, aAt + (i & aMask)),
                            VectorMask.fromArray(LANES, condition, at + i))
                    .intoArray(out, outAt + i);
        Choice.plain(
                condition, at + i, a, aAt + (i & aMask), -aMask, b, bAt + (i & bMask), -bMask, out, outAt + i, n - i);
    }

    /** The largest of every column of a (rows, columns) matrix, or the smallest. */
    static void extremes(boolean largest, float[] x, int at, int rows, int columns, float[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + W <= columns; j += W) {
            FloatVector m = FloatVector.fromArray(LANES, x, at + j);
            if (largest)
                for (int i = at + j, end = i + n; i < end; i += columns) m = m.max(FloatVector.fromArray(LANES, x, i));
            else for (int i = at + j, end = i + n; i < end; i += columns) m = m.min(FloatVector.fromArray(LANES, x, i));
            m.intoArray(out, outAt + j);
        }
        Chains.plainExtremes(largest, x, at, j, rows, columns, out, outAt);
    }

    /** Largest of {@code n} elements, four vectors or more; NaN if any is. */
    static float max(float[] x, int at, int n) {
        FloatVector m0 = FloatVector.fromArray(LANES, x, at), m1 = m0, m2 = m0, m3 = m0;
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            m0 = m0.max(FloatVector.fromArray(LANES, x, at + i));
            m1 = m1.max(FloatVector.fromArray(LANES, x, at + i + W));
            m2 = m2.max(FloatVector.fromArray(LANES, x, at + i + 2 * W));
            m3 = m3.max(FloatVector.fromArray(LANES, x, at + i + 3 * W));
        }
        float m = m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) m = Math.max(m, x[at + i]);
        return m;
    }

    /** Smallest of {@code n} elements, four vectors or more; NaN if any is. */
    static float min(float[] x, int at, int n) {
        FloatVector m0 = FloatVector.fromArray(LANES, x, at), m1 = m0, m2 = m0, m3 = m0;
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            m0 = m0.min(FloatVector.fromArray(LANES, x, at + i));
            m1 = m1.min(FloatVector.fromArray(LANES, x, at + i + W));
            m2 = m2.min(FloatVector.fromArray(LANES, x, at + i + 2 * W));
            m3 = m3.min(FloatVector.fromArray(LANES, x, at + i + 3 * W));
        }
        float m = m0.min(m1).min(m2.min(m3)).reduceLanes(VectorOperators.MIN);
        for (; i < n; i++) m = Math.min(m, x[at + i]);
        return m;
    }
}
