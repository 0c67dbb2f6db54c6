package jacobi.tensor.cpu;

/**
 * Exponential, logarithm, sine and cosine of one float, built only from operations that every processor rounds alike,
 * so that a notebook prints the same digits everywhere. {@link FloatFunctionLanes} does the same steps on vectors, with
 * the same results to the bit.
 *
 * <p>exp: x = n ln 2 + r with |r| at most ln(2) / 2, and e^r = 1 + r + r² q(r).
 *
 * <p>log: x = 2^k m with m between √½ and √2, s = (m - 1) / (m + 1), and log m = 2 s + s z l(z) with z = s².
 *
 * <p>The polynomials are minimax (Remez), with relative
 * errors below 4e-9.
 *
 * <p>sin, cos: x = n pi/2 + r with |r| at most pi/4, where pi/2 is taken in three parts (W. J. Cody and W. Waite,
 * Software Manual for the Elementary Functions, 1980; the parts are positive, so that -0 stays -0), and n says which of
 * the two it is and its sign. The polynomials are those of sinf in S. L. Moshier's Cephes library, 1992.
 */
final class FloatFunctions {
    /** Adding this rounds a small number to an integer, which is then in the low bits. */
    static final float ROUNDER = 0x1.8p23f;

    static final float LOG2_E = 1.442695f;
    static final float LN2_HIGH = 0.693145751953125f, LN2_LOW = 1.4286068e-6f;
    static final float E0 = 0.49999994f, E1 = 0.16666521f, E2 = 0.04166839f, E3 = 0.008368745f, E4 = 0.001381454f;
    static final float L0 = 0.6666666f, L1 = 0.40000337f, L2 = 0.28537238f, L3 = 0.23583569f;

    /** Up to here e^x and e^-x are normal numbers. */
    static final float EXP_LIMIT = 87;
    /** Below the first the exponential is 0, above the second it is infinite. */
    static final float EXP_ZERO = -104, EXP_INFINITE = 89;

    static final int SQRT_HALF = Float.floatToRawIntBits(0.70710677f), ONE = Float.floatToRawIntBits(1);

    static final float TWO_OVER_PI = 0.63661975f;
    static final float PI_HIGH = 1.57079625f, PI_MIDDLE = 7.54978942e-8f, PI_LOW = 5.39030253e-15f;
    static final float S0 = -1.6666654611e-1f, S1 = 8.3321608736e-3f, S2 = -1.9515295891e-4f;
    static final float C0 = 4.166664568298827e-2f, C1 = -1.388731625493765e-3f, C2 = 2.443315711809948e-5f;

    /** Up to here the three parts of π/2 leave nothing over that a float could show. */
    static final float WAVE_LIMIT = 65536;

    private FloatFunctions() {}

    static float sin(float x) {
        return Math.abs(x) <= WAVE_LIMIT ? wave(x, 0) : (float) StrictMath.sin(x);
    }

    static float cos(float x) {
        return Math.abs(x) <= WAVE_LIMIT ? wave(x, 1) : (float) StrictMath.cos(x);
    }

    /** The sine of x plus so many quarters of a turn. */
    private static float wave(float x, int quarters) {
        float t = Math.fma(x, TWO_OVER_PI, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -PI_LOW, Math.fma(n, -PI_MIDDLE, Math.fma(n, -PI_HIGH, x))), z = r * r;
        int q = Float.floatToRawIntBits(t) + quarters;
        float y = (q & 1) == 0
                ? Math.fma(Math.fma(Math.fma(S2, z, S1), z, S0), z, 1) * r
                : Math.fma(Math.fma(Math.fma(C2, z, C1), z, C0), z * z, Math.fma(-0.5f, z, 1));
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ (q & 2) << 30);
    }

    static float exp(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return (float) StrictMath.exp(x);
        }
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(r * r, polynomial(r), r) + 1;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << 23));
    }

    static float expm1(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return (float) StrictMath.expm1(x);
        }
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(r * r, polynomial(r), r);
        float scale = Float.intBitsToFloat(ONE + (Float.floatToRawIntBits(t) << 23));
        return Math.fma(p, scale, scale - 1);
    }

    /** q(r), of which e^r is made. */
    private static float polynomial(float r) {
        float q = Math.fma(E4, r, E3);
        q = Math.fma(q, r, E2);
        q = Math.fma(q, r, E1);
        q = Math.fma(q, r, E0);
        return q;
    }

    static float log(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return (float) StrictMath.log(x);
        }
        int t = Float.floatToRawIntBits(x) - SQRT_HALF + ONE;
        float k = Float.intBitsToFloat(t >>> 23 | 0x4B000000) - 8388735f;
        float f = Float.intBitsToFloat((t & 0x007FFFFF) + SQRT_HALF) - 1;
        float s = f / (f + 2), z = s * s, half = f * f * 0.5f;
        float l = Math.fma(Math.fma(Math.fma(L3, z, L2), z, L1), z, L0) * z;
        return Math.fma(k, LN2_HIGH, f - (half - Math.fma(s, half + l, k * LN2_LOW)));
    }

    static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    static float silu(float x) {
        return x / (1 + exp(-x));
    }

    /** (e^2x − 1) / (e^2x + 1); beyond 20 it is 1 in every digit, and e^2x stays finite. */
    static float tanh(float x) {
        float e = expm1(Math.min(Math.max(x + x, -40), 40));
        return e / (e + 2);
    }

    /** What rounding 1 + x lost enters to first order. */
    static float log1p(float x) {
        float sum = 1 + x;
        if (!(sum >= Float.MIN_NORMAL && sum <= Float.MAX_VALUE)) {
            return (float) StrictMath.log1p(x);
        }
        return x == 0 ? x : log(sum) + (x - (sum - 1)) / sum;
    }
}
