package jacobi.tensor.cpu;

import java.util.function.IntFunction;

/**
 * Elementwise arithmetic on stretches of arrays.
 *
 * <p>Every loop reads {@code n} elements of each operand from its offset on and writes {@code out}, which alone is
 * modified. {@code out} may be an operand at the same offset (in place); any other overlap gives unspecified values.
 *
 * <p>The loops are plain on purpose: the compiler turns them into vector instructions by itself, and short ones start
 * fast. It does so only where all arrays are read at one index (1M sums of floats then take 106 µs, else 310, on 17
 * and 25), so operands at other offsets are moved first, a block at a time. Short stretches have a loop of their own,
 * because the compiler learns how long a loop is and leaves one that is mostly short without vectors.
 */
public final class Arithmetic {
    /** Below this a loop would run its vectors only once or twice. */
    static final int SHORT = 64;

    /** Elements moved at a time: they stay in the first-level cache. */
    private static final int BLOCK = 1024;

    private Arithmetic() {}

    /** A loop that has one operand, which is the result's stretch. */
    private interface InPlace {
        void of(int at, int n);
    }

    /** Runs a loop of one operand on blocks of it moved to where the results go. */
    private static void moved(Object x, int xAt, Object out, int outAt, int n, InPlace loop) {
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i);
            System.arraycopy(x, xAt + i, out, outAt + i, length);
            loop.of(outAt + i, length);
        }
    }

    /** A loop that has two operands. */
    private interface Loop<A> {
        void of(A a, int aAt, A b, int bAt, A out, int outAt, int n);
    }

    /**
     * Runs a loop of two operands at different offsets, on blocks of one moved to where the results go, or else of both
     * moved to arrays that {@code room} makes.
     */
    private static <A> void moved(
            A a, int aAt, A b, int bAt, A out, int outAt, int n, IntFunction<A> room, Loop<A> loop) {
        A s = null, t = null;
        for (int i = 0; i < n; i += BLOCK) {
            int length = Math.min(BLOCK, n - i), p = aAt + i, q = bAt + i, o = outAt + i;
            if (q == o && b != out) {
                System.arraycopy(a, p, out, o, length);
                loop.of(out, o, b, q, out, o, length);
            } else if (p == o && a != out) {
                System.arraycopy(b, q, out, o, length);
                loop.of(a, p, out, o, out, o, length);
            } else {
                if (s == null) {
                    s = room.apply(length);
                    t = room.apply(length);
                }
                System.arraycopy(a, p, s, 0, length);
                System.arraycopy(b, q, t, 0, length);
                loop.of(s, 0, t, 0, s, 0, length);
                System.arraycopy(s, 0, out, o, length);
            }
        }
    }

    // for float, double:
    /** Sum of two operands. */
    public static void add(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] + b[bAt + i];
            }
        } else if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] + b[i];
            }
        } else if (a == out && aAt == outAt) {
            Chains.addScaled(1, b, bAt, out, outAt, n);
        } else {
            moved(a, aAt, b, bAt, out, outAt, n, float[]::new, Arithmetic::add);
        }
    }

    /** Sum of two operands. The right operand is one number. */
    public static void add(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] + b;
            }
        } else if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] + b;
            }
        } else {
            moved(a, aAt, out, outAt, n, (at, m) -> add(out, at, b, out, at, m));
        }
    }

    /** Difference of two operands. */
    public static void sub(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] - b[bAt + i];
            }
        } else if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] - b[i];
            }
        } else {
            moved(a, aAt, b, bAt, out, outAt, n, float[]::new, Arithmetic::sub);
        }
    }

    /** Difference of two operands. The right operand is one number. */
    public static void sub(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] - b;
            }
        } else if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] - b;
            }
        } else {
            moved(a, aAt, out, outAt, n, (at, m) -> sub(out, at, b, out, at, m));
        }
    }

    /** Difference of two operands. The left operand is one number. */
    public static void sub(float a, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a - b[bAt + i];
            }
        } else if (bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a - b[i];
            }
        } else {
            moved(b, bAt, out, outAt, n, (at, m) -> sub(a, out, at, out, at, m));
        }
    }

    /** Product of two operands. */
    public static void mul(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] * b[bAt + i];
            }
        } else if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] * b[i];
            }
        } else {
            moved(a, aAt, b, bAt, out, outAt, n, float[]::new, Arithmetic::mul);
        }
    }

    /** Product of two operands. The right operand is one number. */
    public static void mul(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] * b;
            }
        } else if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] * b;
            }
        } else {
            moved(a, aAt, out, outAt, n, (at, m) -> mul(out, at, b, out, at, m));
        }
    }

    /** Quotient of two operands. */
    public static void div(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] / b[bAt + i];
            }
        } else if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] / b[i];
            }
        } else {
            moved(a, aAt, b, bAt, out, outAt, n, float[]::new, Arithmetic::div);
        }
    }

    /** Quotient of two operands. The right operand is one number. */
    public static void div(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] / b;
            }
        } else if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] / b;
            }
        } else {
            moved(a, aAt, out, outAt, n, (at, m) -> div(out, at, b, out, at, m));
        }
    }

    /** Quotient of two operands. The left operand is one number. */
    public static void div(float a, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a / b[bAt + i];
            }
        } else if (bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a / b[i];
            }
        } else {
            moved(b, bAt, out, outAt, n, (at, m) -> div(a, out, at, out, at, m));
        }
    }

    // for m of max, min:
    /** The $m of two operands; NaN if either is. */
    public static void $mimum(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = Math.$m(a[aAt + i], b[bAt + i]);
            }
        } else if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = Math.$m(a[i], b[i]);
            }
        } else {
            moved(a, aAt, b, bAt, out, outAt, n, float[]::new, Arithmetic::$mimum);
        }
    }

    /** The $m of two operands; NaN if either is. The right operand is one number. */
    public static void $mimum(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = Math.$m(a[aAt + i], b);
            }
        } else if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = Math.$m(a[i], b);
            }
        } else {
            moved(a, aAt, out, outAt, n, (at, m) -> $mimum(out, at, b, out, at, m));
        }
    }
    // end for

    /** Every element with its sign turned. */
    public static void neg(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = -x[xAt + i];
            }
        } else if (xAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = -x[i];
            }
        } else {
            moved(x, xAt, out, outAt, n, (at, m) -> neg(out, at, out, at, m));
        }
    }

    /** Magnitude of every element. */
    public static void abs(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = Math.abs(x[xAt + i]);
            }
        } else if (xAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = Math.abs(x[i]);
            }
        } else {
            moved(x, xAt, out, outAt, n, (at, m) -> abs(out, at, out, at, m));
        }
    }

    /** Every element times itself. */
    public static void square(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = x[xAt + i] * x[xAt + i];
            }
        } else if (xAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = x[i] * x[i];
            }
        } else {
            moved(x, xAt, out, outAt, n, (at, m) -> square(out, at, out, at, m));
        }
    }

    /** Square root of every element. */
    public static void sqrt(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = (float) Math.sqrt(x[xAt + i]);
            }
        } else if (xAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = (float) Math.sqrt(x[i]);
            }
        } else {
            moved(x, xAt, out, outAt, n, (at, m) -> sqrt(out, at, out, at, m));
        }
    }

    // end for

    // for float, double and either:
    /** Adds {@code s} times {@code x} to {@code out}. */
    public static void addScaled(float s, float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) {
            for (int i = 0; i < n; i++) {
                out[outAt + i] += s * x[xAt + i];
            }
        } else if (xAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] += s * x[i];
            }
        } else {
            moved(
                    out,
                    outAt,
                    x,
                    xAt,
                    out,
                    outAt,
                    n,
                    float[]::new,
                    (a, aAt, b, bAt, o, oAt, m) -> addScaled(s, b, bAt, o, oAt, m));
        }
    }
    // end for
}
