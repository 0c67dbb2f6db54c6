package jacobi.tensor.cpu;

/**
 * Exponential and logarithm of one float, built only from operations that every processor rounds alike, so that a notebook prints the same
 * digits everywhere. {@link FloatLanes} does the same steps on vectors, with the same results to the bit.
 *
 * <p>exp: x = n ln 2 + r with |r| at most ln(2) / 2, and e^r = 1 + r + r² q(r). log: x = 2^k m with m between √½ and √2, s = (m - 1) / (m + 1),
 * and log m = 2 s + s z l(z) with z = s². The polynomials are minimax (Remez), with relative errors below 4e-9.
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

    static final int SQRT_HALF = Float.floatToRawIntBits(0.70710677f), ONE = Float.floatToRawIntBits(1);

    private FloatFunctions() {}

    static float exp(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) return (float) StrictMath.exp(x);
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float q = Math.fma(Math.fma(Math.fma(Math.fma(E4, r, E3), r, E2), r, E1), r, E0);
        float p = Math.fma(r * r, q, r) + 1;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << 23));
    }

    static float expm1(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) return (float) StrictMath.expm1(x);
        float t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float q = Math.fma(Math.fma(Math.fma(Math.fma(E4, r, E3), r, E2), r, E1), r, E0);
        float p = Math.fma(r * r, q, r);
        float scale = Float.intBitsToFloat(ONE + (Float.floatToRawIntBits(t) << 23));
        return Math.fma(p, scale, scale - 1);
    }

    static float log(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) return (float) StrictMath.log(x);
        int t = Float.floatToRawIntBits(x) - SQRT_HALF + ONE;
        float k = Float.intBitsToFloat(t >>> 23 | 0x4B000000) - 8388735f;
        float f = Float.intBitsToFloat((t & 0x007FFFFF) + SQRT_HALF) - 1;
        float s = f / (f + 2), z = s * s, half = f * f * 0.5f;
        float l = Math.fma(Math.fma(Math.fma(L3, z, L2), z, L1), z, L0) * z;
        return Math.fma(k, LN2_HIGH, f - (half - Math.fma(s, half + l, k * LN2_LOW)));
    }
}
