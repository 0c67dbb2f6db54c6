package jacobi.tensor.cpu;

import java.util.Objects;

/** Copies of stretches of arrays in the opposite order. */
public final class Reversal {
    /** From here on vectors pay. */
    private static final int LONG = 64;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Reversal() {}

    // for float, double:
    /**
     * Writes n elements of x, from {@code xAt} downwards, to {@code out}, from {@code outAt} upwards; 1M take 75 µs,
     * plainly 210. Only {@code out} is modified, which must not be {@code x}.
     */
    public static void copy(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt - n + 1, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        int done = n >= LONG && FLOAT_VECTORS.done() ? FloatCopies.reverse(x, xAt, out, outAt, n) : 0;
        copyPlainly(x, xAt - done, out, outAt + done, n - done);
    }

    private static void copyPlainly(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = x[xAt - i];
        }
    }

    private static Takeover raceFloat() {
        float[] x = new float[1024], out = new float[1024];
        int n = x.length;
        return new Takeover(() -> copyPlainly(x, n - 1, out, 0, n), () -> FloatCopies.reverse(x, n - 1, out, 0, n));
    }
    // end for
}
