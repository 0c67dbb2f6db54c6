package jacobi.tensor.cpu;

import java.util.Objects;

/**
 * The error function on stretches of arrays, and gelu, which is made of it.
 *
 * <p>Below 1 it is x P(x²); beyond, 1 less the complementary function: of floats the exponential of a polynomial, of
 * doubles exp(−x²) times a polynomial in (x − 3.75) / (x + 3.75) (as M. M. Shepherd and J. G. Laframboise, Mathematics
 * of Computation 36, 1981). The polynomials are minimax fits; results are within 3 ulp. Offsets, lengths and aliasing
 * are those of {@link Arithmetic}; only {@code out} is modified.
 */
public final class ErrorFunction {
    /** Elements that pass through several loops while they are in the first-level cache. */
    private static final int BLOCK = 1024;

    static final float P0 = 1.1283791f, P1 = -0.37612626f, P2 = 0.112836f, P3 = -0.026854444f;
    static final float P4 = 0.005189535f, P5 = -0.0008020841f, P6 = 7.889119e-05f;
    static final float Q0 = -0.00035371698f, Q1 = -1.12704f, Q2 = -0.6382257f, Q3 = -0.10303738f;
    static final float Q4 = 0.021805324f, Q5 = -0.0029396086f, Q6 = 0.00018557413f;

    /** erf(x / √2) divided by x, the numerator and the denominator. */
    static final float N0 = 0.7978845f, N1 = 0.06720429f, N2 = 0.0093168756f, N3 = 0.00033159542f;

    static final float N4 = 1.2574893e-05f, N5 = 4.534233e-08f;
    static final float D1 = 0.25089449f, D2 = 0.028493438f, D3 = 0.0018675901f, D4 = 7.24438e-05f, D5 = 1.190425e-06f;
    static final float N_LIMIT = 5.55f;

    /** 1 / √(2π). */
    static final float PHI = 0.3989423f;

    /** What is 1 less erf(1), by the same steps as all others. */
    static final float AT_ONE = FloatFunctions.exp(exponent(1));

    private static final double[] NEAR = {
        1.1283791670955126,
        -0.37612638903183754,
        0.1128379167095512,
        -0.02686617064512984,
        0.0052239776254232985,
        -0.000854832702193483,
        0.00012055332902888736,
        -1.4925647567519332e-05,
        1.6462045441468418e-06,
        -1.6364642158167616e-07,
        1.4792401209404813e-08,
        -1.216456005728345e-09,
        8.709045129053106e-11,
        -4.230945824295338e-12
    };
    private static final double[] FAR = {
        1.2375126308378275,
        -0.14024059858554702,
        0.0035854154854644583,
        0.08227673849015109,
        -0.10880393014175023,
        0.09230432116019638,
        -0.05869339858961116,
        0.02836227742154398,
        -0.009746579558275152,
        0.0017556258321915355,
        0.0002937136669846131,
        -0.0002901539781378384,
        5.1649093885821704e-05,
        2.238390827660038e-05,
        -1.1444134389658475e-05,
        -9.728413451815077e-07,
        1.7516189406943677e-06,
        -5.827501862768691e-08,
        -2.586489910718322e-07,
        2.4301839484503084e-08,
        3.866242066283792e-08,
        -4.396921916762906e-09,
        -5.169080644815932e-09,
        5.485084520083625e-10,
        4.2433038251096756e-10,
        -3.7980647235900285e-11
    };

    /** From here on vectors pay. */
    private static final int LONG = 32;

    private static final Takeover VECTORS = race();

    private ErrorFunction() {}

    private static Takeover race() {
        float[] x = new float[1024], out = new float[1024];
        return new Takeover(
                () -> {
                    plainErf(x, 0, out, 0, x.length);
                    plainGelu(x, 0, out, 0, x.length);
                    plainGeluGrad(x, 0, x, 0, out, 0, x.length);
                },
                () -> {
                    ErrorLanes.erf(x, 0, out, 0, x.length);
                    ErrorLanes.gelu(x, 0, out, 0, x.length);
                    ErrorLanes.geluGrad(x, 0, x, 0, out, 0, x.length);
                });
    }

    private static float exponent(float a) {
        float q = Math.fma(Math.fma(Math.fma(Q6, a, Q5), a, Q4), a, Q3);
        return Math.fma(Math.fma(Math.fma(q, a, Q2), a, Q1), a, Q0);
    }

    /** The error function of every element. */
    public static void erf(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        int done = n >= LONG && VECTORS.done() ? ErrorLanes.erf(x, xAt, out, outAt, n) : 0;
        plainErf(x, xAt + done, out, outAt + done, n - done);
    }

    static void plainErf(float[] x, int xAt, float[] out, int outAt, int n) {
        float[] e = new float[Math.min(BLOCK, n)];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from), i = xAt + from, o = outAt + from;
            for (int k = 0; k < length; k++) {
                e[k] = exponent(Math.min(Math.max(Math.abs(x[i + k]), 1f), 4.2f));
            }
            Exponentials.exp(e, 0, e, 0, length);
            for (int k = 0; k < length; k++) {
                float v = x[i + k];
                float m = Math.min(Math.max(v, -1f), 1f), z = m * m;
                float p = Math.fma(Math.fma(Math.fma(P6, z, P5), z, P4), z, P3);
                p = Math.fma(Math.fma(Math.fma(p, z, P2), z, P1), z, P0);
                // 0 below 1, where the sign of what is near 0 does not matter.
                float sign = Math.min(Math.max(v * 1e30f, -1f), 1f);
                out[o + k] = Math.fma(sign, AT_ONE - e[k], m * p);
            }
        }
    }

    /**
     * x Φ(x) of every element, Φ being the standard normal distribution's; within 3 ulp where x is positive, else 1e-6.
     */
    public static void gelu(float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        int done = n >= LONG && VECTORS.done() ? ErrorLanes.gelu(x, xAt, out, outAt, n) : 0;
        plainGelu(x, xAt + done, out, outAt + done, n - done);
    }

    static void plainGelu(float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[xAt + i];
            out[outAt + i] = v * Math.fma(0.5f, normal(v), 0.5f);
        }
    }

    /** Gradient of {@link #gelu(float[], int, float[], int, int)}: grad (Φ(x) + x φ(x)). */
    public static void geluGrad(float[] grad, int gradAt, float[] x, int xAt, float[] out, int outAt, int n) {
        Objects.checkFromIndexSize(gradAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(outAt, n, out.length);
        int done = n >= LONG && VECTORS.done() ? ErrorLanes.geluGrad(grad, gradAt, x, xAt, out, outAt, n) : 0;
        plainGeluGrad(grad, gradAt + done, x, xAt + done, out, outAt + done, n - done);
    }

    static void plainGeluGrad(float[] grad, int gradAt, float[] x, int xAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[xAt + i];
            float bell = FloatFunctions.exp(Math.max(v * v * -0.5f, -FloatFunctions.EXP_LIMIT));
            float slope = Math.fma(v * PHI, bell, Math.fma(0.5f, normal(v), 0.5f));
            out[outAt + i] = grad[gradAt + i] * slope;
        }
    }

    /** erf(x / √2): x times a quotient of polynomials in x²; 1 in every digit beyond 5.55. */
    private static float normal(float x) {
        float m = Math.min(Math.max(x, -N_LIMIT), N_LIMIT), z = m * m;
        float p = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(N5, z, N4), z, N3), z, N2), z, N1), z, N0);
        float q = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(D5, z, D4), z, D3), z, D2), z, D1), z, 1);
        return m * p / q;
    }

    /** The error function of one number. */
    public static double erf(double x) {
        double a = Math.abs(x);
        return a < 1 ? x * polynomial(NEAR, x * x) : x != x ? x : Math.copySign(1 - tail(a), x);
    }

    /** 1 − erf(x), without the loss of digits for large x. */
    public static double erfc(double x) {
        return x < 1 ? x < -1 ? 2 - tail(-x) : 1 - erf(x) : x != x ? x : tail(x);
    }

    private static double tail(double a) {
        if (a > 27) {
            return 0;
        }
        // The square's rounding error counts in the exponent, so it is taken along.
        double square = a * a, rest = Math.fma(a, a, -square);
        double scaled = polynomial(FAR, (a - 3.75) / (a + 3.75)) / (1 + 2 * a);
        double e = Math.exp(-square);
        return (e - e * rest) * scaled;
    }

    private static double polynomial(double[] c, double x) {
        double y = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            y = Math.fma(y, x, c[i]);
        }
        return y;
    }
}
