package jacobi.tensor.cpu;

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
final class DoubleFunctions {
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

    private DoubleFunctions() {}

    static double exp(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return StrictMath.exp(x);
        }
        double t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        double p = Math.fma(r * r, polynomial(r), r) + 1;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(t) << 52));
    }

    static double expm1(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return StrictMath.expm1(x);
        }
        double t = Math.fma(x, LOG2_E, ROUNDER), n = t - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        double p = Math.fma(r * r, polynomial(r), r);
        double scale = Double.longBitsToDouble(ONE + (Double.doubleToRawLongBits(t) << 52));
        return Math.fma(p, scale, scale - 1);
    }

    /** q(r), of which e^r is made. */
    private static double polynomial(double r) {
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
        return q;
    }

    static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        long t = Double.doubleToRawLongBits(x) - SQRT_HALF + ONE;
        double k = Double.longBitsToDouble(t >>> 52 | 0x4330000000000000L) - 4503599627371519.0;
        double f = Double.longBitsToDouble((t & 0x000FFFFFFFFFFFFFL) + SQRT_HALF) - 1;
        double s = f / (f + 2), z = s * s, half = f * f * 0.5;
        double l =
                Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(L6, z, L5), z, L4), z, L3), z, L2), z, L1), z, L0)
                        * z;
        return Math.fma(k, LN2_HIGH, f - (half - Math.fma(s, half + l, k * LN2_LOW)));
    }

    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    static double silu(double x) {
        return x / (1 + exp(-x));
    }

    /** (e^2x − 1) / (e^2x + 1); beyond 20 it is 1 in every digit, and e^2x stays finite. */
    static double tanh(double x) {
        double e = expm1(Math.min(Math.max(x + x, -40), 40));
        return e / (e + 2);
    }

    /** What rounding 1 + x lost enters to first order. */
    static double log1p(double x) {
        double sum = 1 + x;
        if (!(sum >= Double.MIN_NORMAL && sum <= Double.MAX_VALUE)) {
            return StrictMath.log1p(x);
        }
        return x == 0 ? x : log(sum) + (x - (sum - 1)) / sum;
    }
}
