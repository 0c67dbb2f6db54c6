// for float, double:
package jacobi.tensor.cpu;

// where float:
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
// end for
// where double:
/**
 * Exponential and logarithm of one double, built only from operations that every processor rounds alike, so that a
 * notebook prints the same digits everywhere. {@link DoubleFunctionLanes} does the same steps on vectors, with the same
 * results to the bit.
 *
 * <p>exp: x = n ln 2 + r with |r| at most ln(2) / 2, and e^r = 1 + r + r² q(r).
 *
 * <p>log: x = 2^k m with m between √½ and √2, s = (m - 1) / (m + 1), and log m = 2 s + s z l(z) with z = s².
 *
 * <p>The polynomials are minimax (Remez), with relative errors below 2e-18.
 */
// end for
final class FloatFunctions {
    // where float:
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

    /** How many bits a fraction has, which they are, and 2 to the power of that number. */
    private static final int FRACTION = 23, MASK = 0x007FFFFF, POWER = Float.floatToRawIntBits(0x1p23f);

    /** That power, and what is added to exponents. */
    private static final float BIASED = 0x1p23f + 127;

    // end for
    // where double:
    /** Adding this rounds a small number to an integer, which is then in the low bits. */
    static final double ROUNDER = 0x1.8p52;

    static final double LOG2_E = 1.4426950408889634;
    static final double LN2_HIGH = 0.6931471803691238, LN2_LOW = 1.9082149292705877e-10;
    static final double E0 = 0.5, E1 = 0.16666666666666682, E2 = 0.041666666666666095, E3 = 0.008333333333316982;
    static final double E4 = 0.001388888888911635, E5 = 0.00019841269896515555, E6 = 2.4801586925737702e-05;
    static final double E7 = 2.7557234727436837e-06, E8 = 2.755758226522696e-07, E9 = 2.5112084627765638e-08;
    static final double E10 = 2.082658778939067e-09;
    static final double L0 = 0.6666666666666735, L1 = 0.3999999999941109, L2 = 0.28571428743263544;
    static final double L3 = 0.22222198475911115, L4 = 0.18183569743210728, L5 = 0.15313903169156026;
    static final double L6 = 0.14797508410453425;

    /** Up to here e^x and e^-x are normal numbers. */
    static final double EXP_LIMIT = 708;
    /** Below the first the exponential is 0, above the second it is infinite. */
    static final double EXP_ZERO = -746, EXP_INFINITE = 710;

    static final long SQRT_HALF = Double.doubleToRawLongBits(0.7071067811865476), ONE = Double.doubleToRawLongBits(1);

    /** How many bits a fraction has, which they are, and 2 to the power of that number. */
    private static final int FRACTION = 52;

    private static final long MASK = 0x000FFFFFFFFFFFFFL, POWER = Double.doubleToRawLongBits(0x1p52);

    /** That power, and what is added to exponents. */
    private static final double BIASED = 0x1p52 + 1023;

    // end for
    private FloatFunctions() {}

    // where float:
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

    // end for
    static float exp(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return (float) StrictMath.exp(x);
        }
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(r * r, polynomial(r), r) + 1;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << FRACTION));
    }

    static float expm1(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return (float) StrictMath.expm1(x);
        }
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(r * r, polynomial(r), r);
        float scale = Float.intBitsToFloat(ONE + (Float.floatToRawIntBits(t) << FRACTION));
        return Math.fma(p, scale, scale - 1);
    }

    /** q(r), of which e^r is made. */
    private static float polynomial(float r) {
        // where float:
        float q = Math.fma(E4, r, E3);
        q = Math.fma(q, r, E2);
        q = Math.fma(q, r, E1);
        q = Math.fma(q, r, E0);
        // end for
        // where double:
        double q = Math.fma(E10, r, E9);
        q = Math.fma(q, r, E8);
        q = Math.fma(q, r, E7);
        q = Math.fma(q, r, E6);
        q = Math.fma(q, r, E5);
        q = Math.fma(q, r, E4);
        q = Math.fma(q, r, E3);
        q = Math.fma(q, r, E2);
        q = Math.fma(q, r, E1);
        q = Math.fma(q, r, E0);
        // end for
        return q;
    }

    static float log(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return (float) StrictMath.log(x);
        }
        var t = Float.floatToRawIntBits(x) - SQRT_HALF + ONE;
        float k = Float.intBitsToFloat(t >>> FRACTION | POWER) - BIASED;
        float f = Float.intBitsToFloat((t & MASK) + SQRT_HALF) - 1;
        float s = f / (f + 2), z = s * s, half = f * f * 0.5f;
        // where float:
        float l = Math.fma(Math.fma(Math.fma(L3, z, L2), z, L1), z, L0) * z;
        // end for
        // where double:
        double l =
                Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(L6, z, L5), z, L4), z, L3), z, L2), z, L1), z, L0)
                        * z;
        // end for
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
