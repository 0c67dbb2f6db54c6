package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Sums and other reductions in many chains beside each other, on vectors once those have taken over.
 *
 * <p>A sum is the same to the bit on every processor: it always runs in {@link #COUNT} chains, however many fit a
 * vector, and blocks of them are added in double precision. A sum of fewer elements than chains is one in double
 * precision.
 */
final class Chains {
    /** Chains beside each other; four vectors or more. */
    static final int COUNT = 64;

    /** Elements the chains add up before they add that to what they had: so rounding errors stay small. */
    static final int PART = 32 * COUNT;

    /** Elements after which the chains are folded into the total. */
    private static final int BLOCK = 16 * PART;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Chains() {}

    // for float, double:
    static float sum(float[] x, int at, int n) {
        return sum(x, at, n, roomFloat(n));
    }

    /** Sums of rows that follow each other. */
    static void sumRows(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        float[] sums = roomFloat(columns);
        for (int i = 0; i < rows; i++) {
            out[outAt + i] = sum(x, at + i * columns, columns, sums);
        }
    }

    /** What sums of so many elements are made in, one after the other; null if they are made without. */
    static float[] roomFloat(int n) {
        return n < COUNT ? null : new float[COUNT];
    }

    /** As {@link #sum(float[], int, int)}, in given room; making room for each row costs as much as a sum of 256. */
    static float sum(float[] x, int at, int n, float[] sums) {
        double total = 0;
        if (n < COUNT) {
            double t0 = 0, t1 = 0, t2 = 0, t3 = 0;
            int i = 0;
            for (; i + 4 <= n; i += 4) {
                t0 += x[at + i];
                t1 += x[at + i + 1];
                t2 += x[at + i + 2];
                t3 += x[at + i + 3];
            }
            for (; i < n; i++) {
                total += x[at + i];
            }
            return (float) (total + (t0 + t1 + (t2 + t3)));
        }
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i);
            if (FLOAT_VECTORS.done()) {
                FloatLanes.sums(x, at + i, length, sums);
            } else {
                plainSums(x, at + i, length, sums);
            }
            total += fold(sums, 0);
        }
        return (float) total;
    }

    static float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        return dot(a, aAt, b, bAt, n, roomFloat(n));
    }

    /** Adds the products of rows, {@code aRow} and {@code bRow} apart, to elements that follow each other. */
    static void dotRows(
            float[] a, int aAt, int aRow, float[] b, int bAt, int bRow, int rows, int n, float[] out, int outAt) {
        float[] sums = roomFloat(n);
        int i = 0;
        if (bRow == 0 && n >= COUNT && n <= BLOCK && FLOAT_VECTORS.done()) {
            // Two rows at a time, which read b once: those of a 500 by 500 matrix take 13 µs, else 17.
            float[] two = new float[2 * COUNT];
            for (; i + 2 <= rows; i += 2) {
                FloatLanes.dots2(a, aAt + i * aRow, aRow, b, bAt, n, two);
                out[outAt + i] += fold(two, 0);
                out[outAt + i + 1] += fold(two, COUNT);
            }
        }
        for (; i < rows; i++) {
            out[outAt + i] += dot(a, aAt + i * aRow, b, bAt + i * bRow, n, sums);
        }
    }

    /** As {@link #dot(float[], int, float[], int, int)}, in given room. */
    static float dot(float[] a, int aAt, float[] b, int bAt, int n, float[] sums) {
        double total = 0;
        if (n < COUNT) {
            double t0 = 0, t1 = 0, t2 = 0, t3 = 0;
            int i = 0;
            for (; i + 4 <= n; i += 4) {
                t0 += (double) a[aAt + i] * b[bAt + i];
                t1 += (double) a[aAt + i + 1] * b[bAt + i + 1];
                t2 += (double) a[aAt + i + 2] * b[bAt + i + 2];
                t3 += (double) a[aAt + i + 3] * b[bAt + i + 3];
            }
            for (; i < n; i++) {
                total += (double) a[aAt + i] * b[bAt + i];
            }
            return (float) (total + (t0 + t1 + (t2 + t3)));
        }
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i);
            if (FLOAT_VECTORS.done()) {
                FloatLanes.dots1(a, aAt + i, 0, b, bAt + i, length, sums);
            } else {
                plainDots(a, aAt + i, b, bAt + i, length, sums);
            }
            total += fold(sums, 0);
        }
        return (float) total;
    }

    /** The sum of the squares of how far elements are from {@code mean}; d is room for them. */
    static float squares(float[] x, int at, float mean, int n, float[] d, float[] sums) {
        if (n < COUNT || !FLOAT_VECTORS.done()) {
            Passes.sub(x, at, mean, d, 0, n);
            return dot(d, 0, d, 0, n, sums);
        }
        double total = 0;
        for (int i = 0; i < n; i += BLOCK) {
            FloatLanes.squares(x, at + i, mean, Math.min(BLOCK, n - i), sums);
            total += fold(sums, 0);
        }
        return (float) total;
    }

    /**
     * What rows from {@code from} on give to the gradients of layer normalisation, h being the gradient times the
     * weights and z a row moved and scaled; xAt and gAt are of row 0, gradients of
     * rows {@code gRow} apart.
     *
     * @param dWeight the gradient times z is added to it
     * @param dBias the gradient is added to it
     * @param z room for a row
     * @param h room for a row
     * @param room of 4 times {@link #COUNT}
     * @param out sums of h and of h times z, by turns, modified
     */
    static void normalSums(
            float[] x,
            int xAt,
            float[] grad,
            int gAt,
            int gRow,
            float[] weight,
            int wAt,
            float[] mean,
            float[] scale,
            int from,
            int to,
            int n,
            float[] dWeight,
            float[] dBias,
            float[] z,
            float[] h,
            float[] room,
            float[] out) {
        int r = from;
        if (n >= COUNT && n <= BLOCK && FLOAT_VECTORS.done()) {
            // Two rows at a time, for which the sums of the columns are read and written once.
            for (; r < to; r += 2) {
                int o = 2 * (r - from), i = xAt + r * n, g = gAt + r * gRow;
                boolean two = r + 1 < to;
                if (two) {
                    FloatLanes.normalSums2(
                            x, i, n, grad, g, gRow, weight, wAt, mean, scale, r, n, dWeight, dBias, room);
                    out[o + 2] = fold(room, 2 * COUNT);
                    out[o + 3] = fold(room, 3 * COUNT);
                } else {
                    FloatLanes.normalSums1(
                            x, i, n, grad, g, gRow, weight, wAt, mean, scale, r, n, dWeight, dBias, room);
                }
                out[o] = fold(room, 0);
                out[o + 1] = fold(room, COUNT);
            }
        }
        for (; r < to; r++) {
            int o = 2 * (r - from);
            Passes.normalRow(
                    x, xAt + r * n, grad, gAt + r * gRow, weight, wAt, mean[r], scale[r], z, h, dWeight, dBias, n);
            out[o] = sum(h, 0, n, room);
            out[o + 1] = dot(h, 0, z, 0, n, room);
        }
    }

    /** Adds the sums of the columns of a (rows, columns) matrix, summed in one chain each, to {@code out}. */
    static void columns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        if (columns >= COUNT && FLOAT_VECTORS.done()) {
            FloatLanes.columns(x, at, rows, columns, out, outAt);
        } else {
            float[] part = new float[columns];
            for (int i = 0, r = at; i < rows; i++, r += columns) {
                for (int j = 0; j < columns; j++) {
                    part[j] += x[r + j];
                }
            }
            Arithmetic.add(out, outAt, part, 0, out, outAt, columns);
        }
    }

    /**
     * Adds {@code s} times x to out, as {@link Arithmetic#addScaled}; those of a 500 by 500 matrix times a vector take
     * 15 µs, else 130.
     */
    static void addScaled(float s, float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= COUNT && FLOAT_VECTORS.done()) {
            FloatLanes.addScaled(s, x, xAt, out, outAt, n);
        } else {
            Arithmetic.addScaled(s, x, xAt, out, outAt, n);
        }
    }

    /**
     * Adds columns of n numbers, {@code step} apart, to out, each times its number of s: four at a time, so that out is
     * read and written a quarter as often.
     */
    static void addColumns(
            float[] s, int sAt, int columns, float[] x, int xAt, int step, float[] out, int outAt, int n) {
        int j = 0;
        for (; n >= COUNT && j + 4 <= columns && FLOAT_VECTORS.done(); j += 4) {
            FloatLanes.addColumns(s, sAt + j, x, xAt + j * step, step, out, outAt, n);
        }
        for (; j < columns; j++) {
            addScaled(s[sAt + j], x, xAt + j * step, out, outAt, n);
        }
    }

    // for m of max, min:
    /** The $m of every column of a (rows, columns) matrix; NaN if any is. */
    static void $mColumns(float[] x, int at, int rows, int columns, float[] out, int outAt) {
        if (columns >= COUNT && FLOAT_VECTORS.done()) {
            FloatLanes.$mColumns(x, at, rows, columns, out, outAt);
        } else {
            $mColumnsPlainly(x, at, 0, rows, columns, out, outAt);
        }
    }

    static void $mColumnsPlainly(float[] x, int at, int from, int rows, int columns, float[] out, int outAt) {
        for (int j = from; j < columns; j++) {
            out[outAt + j] = x[at + j];
        }
        for (int i = 1, r = at + columns; i < rows; i++, r += columns) {
            for (int j = from; j < columns; j++) {
                out[outAt + j] = Math.$m(out[outAt + j], x[r + j]);
            }
        }
    }

    static float $m(float[] x, int at, int n) {
        return n >= COUNT && FLOAT_VECTORS.done() ? FloatLanes.$m(x, at, n) : $mPlainly(x, at, n);
    }

    private static float $mPlainly(float[] x, int at, int n) {
        // where max:
        float m = Float.NEGATIVE_INFINITY;
        // end for
        // where min:
        float m = Float.POSITIVE_INFINITY;
        // end for
        for (int i = 0; i < n; i++) {
            m = Math.$m(m, x[at + i]);
        }
        return m;
    }
    // end for

    static void plainSums(float[] x, int at, int n, float[] sums) {
        float[] part = new float[COUNT];
        Arrays.fill(sums, 0);
        int end = at + n / COUNT * COUNT;
        for (int from = at, to; from < end; from = to) {
            to = Math.min(from + PART, end);
            Arrays.fill(part, 0);
            for (int i = from; i < to; i += COUNT) {
                for (int j = 0; j < COUNT; j++) {
                    part[j] += x[i + j];
                }
            }
            Arithmetic.add(sums, 0, part, 0, sums, 0, COUNT);
        }
        for (int i = end; i < at + n; i++) {
            sums[i - end] += x[i];
        }
    }

    static void plainDots(float[] a, int aAt, float[] b, int bAt, int n, float[] sums) {
        float[] part = new float[COUNT];
        Arrays.fill(sums, 0);
        int end = aAt + n / COUNT * COUNT;
        for (int from = aAt, to; from < end; from = to) {
            to = Math.min(from + PART, end);
            Arrays.fill(part, 0);
            for (int i = from, k = i - aAt + bAt; i < to; i += COUNT, k += COUNT) {
                for (int j = 0; j < COUNT; j++) {
                    part[j] = Math.fma(a[i + j], b[k + j], part[j]);
                }
            }
            Arithmetic.add(sums, 0, part, 0, sums, 0, COUNT);
        }
        for (int i = end; i < aAt + n; i++) {
            sums[i - end] = Math.fma(a[i], b[i - aAt + bAt], sums[i - end]);
        }
    }

    /** Sum of all chains, from {@code at} on, in pairs; modifies them. */
    private static float fold(float[] s, int at) {
        if (FLOAT_VECTORS.done()) {
            FloatLanes.fold(s, at);
        } else {
            for (int j = at; j < at + 16; j++) {
                s[j] = s[j] + s[j + 32] + (s[j + 16] + s[j + 48]);
            }
        }
        float a = s[at] + s[at + 8] + (s[at + 4] + s[at + 12]);
        float b = s[at + 1] + s[at + 9] + (s[at + 5] + s[at + 13]);
        float c = s[at + 2] + s[at + 10] + (s[at + 6] + s[at + 14]);
        float d = s[at + 3] + s[at + 11] + (s[at + 7] + s[at + 15]);
        return a + c + (b + d);
    }

    private static Takeover raceFloat() {
        float[] x = new float[1024], out = new float[COUNT], two = new float[2 * COUNT];
        float[] y = new float[1024], z = new float[1024], four = new float[4 * COUNT];
        return new Takeover(
                () -> {
                    // Sums and products; squares and a row's gradients, whose plain loops make about one of each.
                    for (int i = 0; i < 4; i++) {
                        plainSums(x, 0, x.length, out);
                        plainDots(x, 0, x, 0, x.length, out);
                    }
                    out[0] = maxPlainly(x, 0, x.length) + minPlainly(x, 0, x.length);
                },
                () -> {
                    FloatLanes.sums(x, 0, x.length, out);
                    FloatLanes.squares(x, 0, 0, x.length, out);
                    FloatLanes.normalSums1(x, 0, 0, x, 0, 0, x, 0, x, x, 0, x.length, y, z, four);
                    FloatLanes.normalSums2(x, 0, 0, x, 0, 0, x, 0, x, x, 0, x.length, y, z, four);
                    FloatLanes.dots1(x, 0, 0, x, 0, x.length, out);
                    FloatLanes.dots2(x, 0, COUNT, x, 0, x.length - COUNT, two);
                    FloatLanes.columns(x, 0, x.length / COUNT, COUNT, out, 0);
                    FloatLanes.addScaled(0.5f, x, 0, out, 0, COUNT);
                    FloatLanes.addColumns(x, 0, x, 0, COUNT, out, 0, COUNT);
                    FloatLanes.maxColumns(x, 0, x.length / COUNT, COUNT, out, 0);
                    FloatLanes.minColumns(x, 0, x.length / COUNT, COUNT, out, 0);
                    out[0] = FloatLanes.max(x, 0, x.length) + FloatLanes.min(x, 0, x.length);
                });
    }
    // end for
}
