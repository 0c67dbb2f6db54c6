// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums, extremes and gradients of floats, on vectors as wide as the processor's. Each gives the same bits as its plain counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many times slower.
 */
final class FloatLanes {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private FloatLanes() {}

    static void reluGrad(float[] grad, int gradAt, float[] y, int yAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector g = FloatVector.fromArray(LANES, grad, gradAt + i);
            FloatVector v = FloatVector.fromArray(LANES, y, yAt + i);
            g.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(out, outAt + i);
        }
        for (; i < n; i++) {
            out[outAt + i] = y[yAt + i] <= 0 ? 0 : grad[gradAt + i];
        }
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
            for (int i = at + j, end = i + n; i < end; i += columns) {
                s = s.add(FloatVector.fromArray(LANES, x, i));
            }
            FloatVector.fromArray(LANES, out, outAt + j).add(s).intoArray(out, outAt + j);
        }
        for (; j < columns; j++) {
            float s = 0;
            for (int i = at + j, end = i + n; i < end; i += columns) {
                s += x[i];
            }
            out[outAt + j] += s;
        }
    }

    /** Adds {@code s} times x to out. */
    static void addScaled(float s, float[] x, int xAt, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector.fromArray(LANES, out, outAt + i)
                    .add(FloatVector.fromArray(LANES, x, xAt + i).mul(s))
                    .intoArray(out, outAt + i);
        }
        for (; i < n; i++) {
            out[outAt + i] += s * x[xAt + i];
        }
    }

    /** The largest of every column of a (rows, columns) matrix, or the smallest. */
    static void extremes(boolean largest, float[] x, int at, int rows, int columns, float[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + W <= columns; j += W) {
            FloatVector m = FloatVector.fromArray(LANES, x, at + j);
            if (largest) {
                for (int i = at + j, end = i + n; i < end; i += columns) {
                    m = m.max(FloatVector.fromArray(LANES, x, i));
                }
            } else {
                for (int i = at + j, end = i + n; i < end; i += columns) {
                    m = m.min(FloatVector.fromArray(LANES, x, i));
                }
            }
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
        for (; i < n; i++) {
            m = Math.max(m, x[at + i]);
        }
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
        for (; i < n; i++) {
            m = Math.min(m, x[at + i]);
        }
        return m;
    }
}
