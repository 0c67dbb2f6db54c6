// for float, double:
package jacobi.tensor.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums, extremes and gradients of floats, on vectors as wide as the processor's. Each gives the same bits as its plain
 * counterpart, whatever the width.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
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

    // for f of sums, squares:
    // where sums:
    /**
     * Makes {@link Chains#COUNT} sums of {@code n} elements, element i being in the sum i modulo their number; {@link
     * Chains#PART} elements are added up at a time.
     */
    // end for
    // where squares:
    /** As {@link #sums}, of the squares of how far elements are from {@code mean}. */
    // end for
    static void $f(
            float[] x,
            int at,
            // where squares:
            float mean,
            // end for
            int n,
            float[] sums) {
        int end = at + n / Chains.COUNT * Chains.COUNT;
        if (end == at) {
            Arrays.fill(sums, 0);
        }
        for (int from = at, to; from < end; from = to) {
            to = Math.min(from + Chains.PART, end);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                // for k below 4:
                FloatVector s$k = FloatVector.zero(LANES);
                // end for
                for (int i = from + g; i < to; i += Chains.COUNT) {
                    // for k below 4:
                    // where sums:
                    s$k = s$k.add(FloatVector.fromArray(LANES, x, i + $k * W));
                    // end for
                    // where squares:
                    FloatVector d$k =
                            FloatVector.fromArray(LANES, x, i + $k * W).sub(mean);
                    s$k = d$k.fma(d$k, s$k);
                    // end for
                    // end for
                }
                if (from > at) {
                    // for k below 4:
                    s$k = FloatVector.fromArray(LANES, sums, g + $k * W).add(s$k);
                    // end for
                }
                // for k below 4:
                s$k.intoArray(sums, g + $k * W);
                // end for
            }
        }
        int i = end, j = 0;
        for (; i + W <= at + n; i += W, j += W) {
            // where sums:
            FloatVector.fromArray(LANES, sums, j)
                    .add(FloatVector.fromArray(LANES, x, i))
                    .intoArray(sums, j);
            // end for
            // where squares:
            FloatVector d = FloatVector.fromArray(LANES, x, i).sub(mean);
            d.fma(d, FloatVector.fromArray(LANES, sums, j)).intoArray(sums, j);
            // end for
        }
        for (; i < at + n; i++, j++) {
            // where sums:
            sums[j] += x[i];
            // end for
            // where squares:
            sums[j] = Math.fma(x[i] - mean, x[i] - mean, sums[j]);
            // end for
        }
    }
    // end for

    // for h of 1, 2:
    /**
     * What $h rows, {@code row} apart, and their gradients, {@code gRow} apart, give to the gradients of layer
     * normalisation: of h, the gradient times the weights, as {@link #sums}, and next to them of its products with z,
     * the row moved and scaled; the sums of each row together. The gradient times z is added to dWeight, the gradient
     * to dBias.
     */
    static void normalSums$h(
            float[] x,
            int xAt,
            int row,
            float[] grad,
            int gAt,
            int gRow,
            float[] weight,
            int wAt,
            float[] mean,
            float[] scale,
            int r,
            int n,
            float[] dWeight,
            float[] dBias,
            float[] sums) {
        int end = n / Chains.COUNT * Chains.COUNT;
        // for r below $h:
        float m$r = mean[r + $r], f$r = scale[r + $r];
        // end for
        if (end == 0) {
            Arrays.fill(sums, 0);
        }
        for (int from = 0, to; from < end; from = to) {
            to = Math.min(from + Chains.PART, end);
            for (int c = 0; c < Chains.COUNT; c += 2 * W) {
                // for r below $h:
                // for k below 2:
                FloatVector s$r$k = FloatVector.zero(LANES), p$r$k = FloatVector.zero(LANES);
                // end for
                // end for
                for (int i = from + c; i < to; i += Chains.COUNT) {
                    // for k below 2:
                    FloatVector w$k = FloatVector.fromArray(LANES, weight, wAt + i + $k * W);
                    FloatVector dw$k = FloatVector.fromArray(LANES, dWeight, i + $k * W);
                    FloatVector db$k = FloatVector.fromArray(LANES, dBias, i + $k * W);
                    // for r below $h:
                    FloatVector g$r$k = FloatVector.fromArray(LANES, grad, gAt + $r * gRow + i + $k * W);
                    FloatVector z$r$k = FloatVector.fromArray(LANES, x, xAt + $r * row + i + $k * W)
                            .sub(m$r)
                            .mul(f$r);
                    FloatVector h$r$k = g$r$k.mul(w$k);
                    s$r$k = s$r$k.add(h$r$k);
                    p$r$k = h$r$k.fma(z$r$k, p$r$k);
                    dw$k = dw$k.add(g$r$k.mul(z$r$k));
                    db$k = db$k.add(g$r$k);
                    // end for
                    dw$k.intoArray(dWeight, i + $k * W);
                    db$k.intoArray(dBias, i + $k * W);
                    // end for
                }
                // for r below $h:
                // for k below 2:
                int at$r$k = $r * 2 * Chains.COUNT + c + $k * W;
                if (from > 0) {
                    s$r$k = FloatVector.fromArray(LANES, sums, at$r$k).add(s$r$k);
                    p$r$k = FloatVector.fromArray(LANES, sums, at$r$k + Chains.COUNT)
                            .add(p$r$k);
                }
                s$r$k.intoArray(sums, at$r$k);
                p$r$k.intoArray(sums, at$r$k + Chains.COUNT);
                // end for
                // end for
            }
        }
        for (int i = end, j = 0; i < n; i++, j++) {
            // for r below $h:
            float g$r = grad[gAt + $r * gRow + i], z$r = (x[xAt + $r * row + i] - m$r) * f$r;
            float h$r = g$r * weight[wAt + i];
            int j$r = $r * 2 * Chains.COUNT + j;
            sums[j$r] += h$r;
            sums[j$r + Chains.COUNT] = Math.fma(h$r, z$r, sums[j$r + Chains.COUNT]);
            dWeight[i] += g$r * z$r;
            dBias[i] += g$r;
            // end for
        }
    }
    // end for

    // for h of 1, 2:
    /** As {@link #sums}, of products of $h of a's rows, {@code aRow} apart, with b; the sums of each row together. */
    static void dots$h(float[] a, int aAt, int aRow, float[] b, int bAt, int n, float[] sums) {
        int end = aAt + n / Chains.COUNT * Chains.COUNT, over = bAt - aAt;
        if (end == aAt) {
            Arrays.fill(sums, 0);
        }
        for (int from = aAt, to; from < end; from = to) {
            to = Math.min(from + Chains.PART, end);
            for (int g = 0; g < Chains.COUNT; g += 4 * W) {
                // for r below $h:
                // for k below 4:
                FloatVector s$r$k = FloatVector.zero(LANES);
                // end for
                // end for
                for (int i = from + g; i < to; i += Chains.COUNT) {
                    // for k below 4:
                    FloatVector b$k = FloatVector.fromArray(LANES, b, i + over + $k * W);
                    // for r below $h:
                    s$r$k = FloatVector.fromArray(LANES, a, i + $r * aRow + $k * W)
                            .fma(b$k, s$r$k);
                    // end for
                    // end for
                }
                // for r below $h:
                if (from > aAt) {
                    // for k below 4:
                    s$r$k = FloatVector.fromArray(LANES, sums, $r * Chains.COUNT + g + $k * W)
                            .add(s$r$k);
                    // end for
                }
                // for k below 4:
                s$r$k.intoArray(sums, $r * Chains.COUNT + g + $k * W);
                // end for
                // end for
            }
        }
        int i = end, j = 0;
        for (; i + W <= aAt + n; i += W, j += W) {
            FloatVector v = FloatVector.fromArray(LANES, b, i + over);
            // for r below $h:
            FloatVector.fromArray(LANES, a, i + $r * aRow)
                    .fma(v, FloatVector.fromArray(LANES, sums, $r * Chains.COUNT + j))
                    .intoArray(sums, $r * Chains.COUNT + j);
            // end for
        }
        for (; i < aAt + n; i++, j++) {
            // for r below $h:
            sums[$r * Chains.COUNT + j] = Math.fma(a[i + $r * aRow], b[i + over], sums[$r * Chains.COUNT + j]);
            // end for
        }
    }
    // end for

    /** Adds the second half of {@link Chains#COUNT} sums to the first, and the second quarter to the first. */
    static void fold(float[] sums, int at) {
        for (int j = at; j < at + 16; j += W) {
            FloatVector upper =
                    FloatVector.fromArray(LANES, sums, j + 16).add(FloatVector.fromArray(LANES, sums, j + 48));
            FloatVector.fromArray(LANES, sums, j)
                    .add(FloatVector.fromArray(LANES, sums, j + 32))
                    .add(upper)
                    .intoArray(sums, j);
        }
    }

    /** Adds the sum of every column of a (rows, columns) matrix, each in one chain, to {@code out}. */
    static void columns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + 4 * W <= columns; j += 4 * W) {
            // for k below 4:
            FloatVector s$k = FloatVector.zero(LANES);
            // end for
            for (int i = at + j, end = i + n; i < end; i += columns) {
                // for k below 4:
                s$k = s$k.add(FloatVector.fromArray(LANES, x, i + $k * W));
                // end for
            }
            int o = outAt + j;
            // for k below 4:
            FloatVector.fromArray(LANES, out, o + $k * W).add(s$k).intoArray(out, o + $k * W);
            // end for
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

    /** Adds four columns of n numbers, {@code step} apart, to out, each times its number of s, one after the other. */
    static void addColumns(float[] s, int sAt, float[] x, int xAt, int step, float[] out, int outAt, int n) {
        // for k below 4:
        float s$k = s[sAt + $k];
        // end for
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, out, outAt + i);
            // for k below 4:
            v = v.add(FloatVector.fromArray(LANES, x, xAt + $k * step + i).mul(s$k));
            // end for
            v.intoArray(out, outAt + i);
        }
        for (; i < n; i++) {
            // for k below 4:
            out[outAt + i] += s$k * x[xAt + $k * step + i];
            // end for
        }
    }

    // for m of max, min:
    /** The $m of every column of a (rows, columns) matrix. */
    static void $mColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        int j = 0, n = rows * columns;
        for (; j + 4 * W <= columns; j += 4 * W) {
            // for k below 4:
            FloatVector m$k = FloatVector.fromArray(LANES, x, at + j + $k * W);
            // end for
            for (int i = at + j + columns, end = at + j + n; i < end; i += columns) {
                // for k below 4:
                m$k = m$k.$m(FloatVector.fromArray(LANES, x, i + $k * W));
                // end for
            }
            // for k below 4:
            m$k.intoArray(out, outAt + j + $k * W);
            // end for
        }
        for (; j + W <= columns; j += W) {
            FloatVector m = FloatVector.fromArray(LANES, x, at + j);
            for (int i = at + j, end = i + n; i < end; i += columns) {
                m = m.$m(FloatVector.fromArray(LANES, x, i));
            }
            m.intoArray(out, outAt + j);
        }
        Chains.$mColumnsPlainly(x, at, j, rows, columns, out, outAt);
    }

    /** The $m of {@code n} elements, four vectors or more; NaN if any is. */
    static float $m(float[] x, int at, int n) {
        FloatVector m0 = FloatVector.fromArray(LANES, x, at), m1 = m0, m2 = m0, m3 = m0;
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            // for k below 4:
            m$k = m$k.$m(FloatVector.fromArray(LANES, x, at + i + $k * W));
            // end for
        }
        float m = m0.$m(m1).$m(m2.$m(m3)).reduceLanes(VectorOperators.$M);
        for (; i < n; i++) {
            m = Math.$m(m, x[at + i]);
        }
        return m;
    }
    // end for
}
