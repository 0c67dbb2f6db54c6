package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.DoubleFunctions.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on vectors as wide as the processor's. Each gives the same bits as its plain counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many times slower.
 */
final class DoubleLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private DoubleLanes() {}

    static void exp(double[] x, int xAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                DoubleVector t = v.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDER));
                DoubleVector n0 = t.sub(ROUNDER);
                DoubleVector r = n0.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
                DoubleVector q = DoubleVector.broadcast(LANES, E10).fma(r, DoubleVector.broadcast(LANES, E9));
                q = q.fma(r, DoubleVector.broadcast(LANES, E8));
                q = q.fma(r, DoubleVector.broadcast(LANES, E7));
                q = q.fma(r, DoubleVector.broadcast(LANES, E6));
                q = q.fma(r, DoubleVector.broadcast(LANES, E5));
                q = q.fma(r, DoubleVector.broadcast(LANES, E4));
                q = q.fma(r, DoubleVector.broadcast(LANES, E3));
                q = q.fma(r, DoubleVector.broadcast(LANES, E2));
                q = q.fma(r, DoubleVector.broadcast(LANES, E1));
                q = q.fma(r, DoubleVector.broadcast(LANES, E0));
                DoubleVector p = r.mul(r).fma(q, r).add(1);
                LongVector scale = t.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                p.reinterpretAsLongs().add(scale).reinterpretAsDoubles().intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = DoubleFunctions.exp(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = DoubleFunctions.exp(x[xAt + i]);
    }

    static void expm1(double[] x, int xAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            if (v.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
                DoubleVector t = v.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDER));
                DoubleVector n0 = t.sub(ROUNDER);
                DoubleVector r = n0.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), v);
                r = n0.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
                DoubleVector q = DoubleVector.broadcast(LANES, E10).fma(r, DoubleVector.broadcast(LANES, E9));
                q = q.fma(r, DoubleVector.broadcast(LANES, E8));
                q = q.fma(r, DoubleVector.broadcast(LANES, E7));
                q = q.fma(r, DoubleVector.broadcast(LANES, E6));
                q = q.fma(r, DoubleVector.broadcast(LANES, E5));
                q = q.fma(r, DoubleVector.broadcast(LANES, E4));
                q = q.fma(r, DoubleVector.broadcast(LANES, E3));
                q = q.fma(r, DoubleVector.broadcast(LANES, E2));
                q = q.fma(r, DoubleVector.broadcast(LANES, E1));
                q = q.fma(r, DoubleVector.broadcast(LANES, E0));
                DoubleVector p = r.mul(r).fma(q, r);
                LongVector bits = t.reinterpretAsLongs()
                        .lanewise(VectorOperators.LSHL, 52)
                        .add(ONE);
                DoubleVector scale = bits.reinterpretAsDoubles();
                p.fma(scale, scale.sub(1)).intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = DoubleFunctions.expm1(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = DoubleFunctions.expm1(x[xAt + i]);
    }

    static void log(double[] x, int xAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
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
                DoubleVector l = DoubleVector.broadcast(LANES, L6).fma(z, DoubleVector.broadcast(LANES, L5));
                l = l.fma(z, DoubleVector.broadcast(LANES, L4));
                l = l.fma(z, DoubleVector.broadcast(LANES, L3));
                l = l.fma(z, DoubleVector.broadcast(LANES, L2));
                l = l.fma(z, DoubleVector.broadcast(LANES, L1));
                l = l.fma(z, DoubleVector.broadcast(LANES, L0)).mul(z);
                DoubleVector low = s.fma(half.add(l), k.mul(LN2_LOW));
                k.fma(DoubleVector.broadcast(LANES, LN2_HIGH), f.sub(half.sub(low)))
                        .intoArray(out, outAt + i);
            } else {
                for (int j = i; j < i + W; j++) out[outAt + j] = DoubleFunctions.log(x[xAt + j]);
            }
        }
        for (; i < n; i++) out[outAt + i] = DoubleFunctions.log(x[xAt + i]);
    }

    static void reluGrad(double[] grad, int gradAt, double[] y, int yAt, double[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            DoubleVector g = DoubleVector.fromArray(LANES, grad, gradAt + i);
            DoubleVector v = DoubleVector.fromArray(LANES, y, yAt + i);
            g.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(out, outAt + i);
        }
        for (; i < n; i++) out[outAt + i] = y[yAt + i] <= 0 ? 0 : grad[gradAt + i];
    }

    /**
     * Adds {@code n} elements, a multiple of {@link Chains#COUNT}, to that many sums, element i to the sum i modulo their number;
     * {@link Chains#PART} elements are added up first.
     */
    static void sums(double[] x, int at, int n, double[] sums) {
        for (int from = at, to; from < at + n; from = to) {
            to = Math.min(from + Chains.PART, at + n);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                DoubleVector s0 = DoubleVector.zero(LANES), s1 = DoubleVector.zero(LANES);
                DoubleVector s2 = DoubleVector.zero(LANES), s3 = DoubleVector.zero(LANES);
                for (int i = from + g; i < to; i += Chains.COUNT) {
                    s0 = s0.add(DoubleVector.fromArray(LANES, x, i));
                    s1 = s1.add(DoubleVector.fromArray(LANES, x, i + W));
                    s2 = s2.add(DoubleVector.fromArray(LANES, x, i + 2 * W));
                    s3 = s3.add(DoubleVector.fromArray(LANES, x, i + 3 * W));
                }
                DoubleVector.fromArray(LANES, sums, g).add(s0).intoArray(sums, g);
                DoubleVector.fromArray(LANES, sums, g + W).add(s1).intoArray(sums, g + W);
                DoubleVector.fromArray(LANES, sums, g + 2 * W).add(s2).intoArray(sums, g + 2 * W);
                DoubleVector.fromArray(LANES, sums, g + 3 * W).add(s3).intoArray(sums, g + 3 * W);
            }
        }
    }

    /** As {@link #sums}, of products. */
    static void dots(double[] a, int aAt, double[] b, int bAt, int n, double[] sums) {
        for (int from = aAt, to; from < aAt + n; from = to) {
            to = Math.min(from + Chains.PART, aAt + n);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                DoubleVector s0 = DoubleVector.zero(LANES), s1 = DoubleVector.zero(LANES);
                DoubleVector s2 = DoubleVector.zero(LANES), s3 = DoubleVector.zero(LANES);
                for (int i = from + g, j = i - aAt + bAt; i < to; i += Chains.COUNT, j += Chains.COUNT) {
                    s0 = DoubleVector.fromArray(LANES, a, i).fma(DoubleVector.fromArray(LANES, b, j), s0);
                    s1 = DoubleVector.fromArray(LANES, a, i + W).fma(DoubleVector.fromArray(LANES, b, j + W), s1);
                    s2 = DoubleVector.fromArray(LANES, a, i + 2 * W)
                            .fma(DoubleVector.fromArray(LANES, b, j + 2 * W), s2);
                    s3 = DoubleVector.fromArray(LANES, a, i + 3 * W)
                            .fma(DoubleVector.fromArray(LANES, b, j + 3 * W), s3);
                }
                DoubleVector.fromArray(LANES, sums, g).add(s0).intoArray(sums, g);
                DoubleVector.fromArray(LANES, sums, g + W).add(s1).intoArray(sums, g + W);
                DoubleVector.fromArray(LANES, sums, g + 2 * W).add(s2).intoArray(sums, g + 2 * W);
                DoubleVector.fromArray(LANES, sums, g + 3 * W).add(s3).intoArray(sums, g + 3 * W);
            }
        }
    }

    /** Adds the sum of every column of a (rows, columns) matrix, each in one chain, to {@code out}. */
    static void columns(double[] x, int at, int rows, int columns, double[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + 4 * W <= columns; j += 4 * W) {
            DoubleVector s0 = DoubleVector.zero(LANES), s1 = DoubleVector.zero(LANES);
            DoubleVector s2 = DoubleVector.zero(LANES), s3 = DoubleVector.zero(LANES);
            for (int i = at + j, end = i + n; i < end; i += columns) {
                s0 = s0.add(DoubleVector.fromArray(LANES, x, i));
                s1 = s1.add(DoubleVector.fromArray(LANES, x, i + W));
                s2 = s2.add(DoubleVector.fromArray(LANES, x, i + 2 * W));
                s3 = s3.add(DoubleVector.fromArray(LANES, x, i + 3 * W));
            }
            int o = outAt + j;
            DoubleVector.fromArray(LANES, out, o).add(s0).intoArray(out, o);
            DoubleVector.fromArray(LANES, out, o + W).add(s1).intoArray(out, o + W);
            DoubleVector.fromArray(LANES, out, o + 2 * W).add(s2).intoArray(out, o + 2 * W);
            DoubleVector.fromArray(LANES, out, o + 3 * W).add(s3).intoArray(out, o + 3 * W);
        }
        for (; j + W <= columns; j += W) {
            DoubleVector s = DoubleVector.zero(LANES);
            for (int i = at + j, end = i + n; i < end; i += columns) s = s.add(DoubleVector.fromArray(LANES, x, i));
            DoubleVector.fromArray(LANES, out, outAt + j).add(s).intoArray(out, outAt + j);
        }
        for (; j < columns; j++) {
            double s = 0;
            for (int i = at + j, end = i + n; i < end; i += columns) s += x[i];
            out[outAt + j] += s;
        }
    }

    /** Largest of {@code n} elements, four vectors or more; NaN if any is. */
    static double max(double[] x, int at, int n) {
        DoubleVector m0 = DoubleVector.fromArray(LANES, x, at), m1 = m0, m2 = m0, m3 = m0;
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            m0 = m0.max(DoubleVector.fromArray(LANES, x, at + i));
            m1 = m1.max(DoubleVector.fromArray(LANES, x, at + i + W));
            m2 = m2.max(DoubleVector.fromArray(LANES, x, at + i + 2 * W));
            m3 = m3.max(DoubleVector.fromArray(LANES, x, at + i + 3 * W));
        }
        double m = m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) m = Math.max(m, x[at + i]);
        return m;
    }

    /** Smallest of {@code n} elements, four vectors or more; NaN if any is. */
    static double min(double[] x, int at, int n) {
        DoubleVector m0 = DoubleVector.fromArray(LANES, x, at), m1 = m0, m2 = m0, m3 = m0;
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            m0 = m0.min(DoubleVector.fromArray(LANES, x, at + i));
            m1 = m1.min(DoubleVector.fromArray(LANES, x, at + i + W));
            m2 = m2.min(DoubleVector.fromArray(LANES, x, at + i + 2 * W));
            m3 = m3.min(DoubleVector.fromArray(LANES, x, at + i + 3 * W));
        }
        double m = m0.min(m1).min(m2.min(m3)).reduceLanes(VectorOperators.MIN);
        for (; i < n; i++) m = Math.min(m, x[at + i]);
        return m;
    }
}
