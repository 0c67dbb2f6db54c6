package jacobi.tensor.cpu;

import java.util.Objects;

/**
 * The angle of points of the plane on stretches of arrays.
 *
 * <p>The smaller coordinate divided by the larger is the tangent of an angle up to π/4, from which π/8 and more loses
 * π/4: so the arctangent is wanted up to tan(π/8) only, where the polynomial is that of atanf in S. L. Moshier's Cephes
 * library, 1992. Results are within 2 ulp.
 */
public final class Angles {
    static final float T0 = -3.33329491539e-1f, T1 = 1.99777106478e-1f, T2 = -1.38776856032e-1f, T3 = 8.05374449538e-2f;
    static final float TAN_EIGHTH = 0.41421357f;
    static final float QUARTER = 0.7853982f, QUARTER_LOW = -2.1855695e-8f;
    static final float HALF = 1.5707964f, HALF_LOW = -4.371139e-8f;
    static final float WHOLE = 3.1415927f, WHOLE_LOW = -8.742278e-8f;

    /** Between these the larger coordinate neither makes a sum infinite nor a quotient lose digits. */
    static final float SMALL = 1e-30f, LARGE = 1e38f;

    /** From here on vectors pay. */
    private static final int LONG = 32;

    private static final Takeover VECTORS = race();

    private Angles() {}

    private static Takeover race() {
        float[] y = new float[256], x = new float[256], out = new float[256];
        java.util.Arrays.fill(x, 1);
        return new Takeover(
                () -> plain(y, 0, x, 0, out, 0, x.length), () -> AngleLanes.atan2(y, 0, x, 0, out, 0, x.length));
    }

    /** The angle of the points (x, y) in radians, from −π to π; only {@code out} is modified. */
    public static void atan2(float[] y, int yAt, float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(yAt, n, y.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        if (n >= LONG && VECTORS.done()) {
            AngleLanes.atan2(y, yAt, x, xAt, out, outAt, n);
        } else {
            plain(y, yAt, x, xAt, out, outAt, n);
        }
    }

    static void plain(float[] y, int yAt, float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = atan2(y[yAt + i], x[xAt + i]);
        }
    }

    static float atan2(float y, float x) {
        float ax = Math.abs(x), ay = Math.abs(y), high = Math.max(ax, ay), low = Math.min(ax, ay);
        if (!(high >= SMALL && high <= LARGE)) {
            return (float) StrictMath.atan2(y, x);
        }
        boolean wide = low > high * TAN_EIGHTH;
        float u = (wide ? low - high : low) / (wide ? low + high : high), z = u * u;
        float p = Math.fma(Math.fma(Math.fma(T3, z, T2), z, T1), z, T0);
        float r = Math.fma(u * z, p, u);
        r = (wide ? QUARTER : 0) + (r + (wide ? QUARTER_LOW : 0));
        r = ay > ax ? HALF - (r - HALF_LOW) : r;
        r = x < 0 ? WHOLE - (r - WHOLE_LOW) : r;
        return Math.copySign(r, y);
    }
}
