package jacobi.tensor;

/** Functions of analysis that {@link Math} lacks, in double precision. */
final class SpecialFunctions {
    /** Lanczos' approximation of the gamma function with g = 607/128, in P. Godfrey's coefficients. */
    private static final double[] LANCZOS = {
        0.99999999999999709182,
        57.156235665862923517,
        -59.597960355475491248,
        14.136097974741747174,
        -0.49191381609762019978,
        .33994649984811888699e-4,
        .46523628927048575665e-4,
        -.98374475304879564677e-4,
        .15808870322491248884e-3,
        -.21026444172410488319e-3,
        .21743961811521264320e-3,
        -.16431810653676389022e-3,
        .84418223983852743293e-4,
        -.26190838401581408670e-4,
        .36899182659531622704e-5
    };

    private SpecialFunctions() {}

    /** Logarithm to base 2, exact for powers of two. */
    static double log2(double x) {
        int exponent = Math.getExponent(x);
        if (x == Math.scalb(1.0, exponent)) return exponent;
        return Math.log(x) / Math.log(2);
    }

    /** The error function: its power series near 0 (Abramowitz and Stegun 7.1.6), 1 − erfc elsewhere. */
    static double erf(double x) {
        double a = Math.abs(x);
        if (a != a) return x;
        if (a > 2) return Math.copySign(1 - tail(a), x);
        double term = x, sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** 1 − erf(x), without the loss of digits for large x. */
    static double erfc(double x) {
        return x > 2 ? tail(x) : x < -2 ? 2 - tail(-x) : 1 - erf(x);
    }

    /** erfc by its continued fraction (Abramowitz and Stegun 7.1.14), for x of 2 and more. */
    private static double tail(double x) {
        if (x > 27) return 0;
        double fraction = 0;
        for (int k = 120; k > 0; k--) fraction = k / 2.0 / (x + fraction);
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }

    /** Logarithm of the absolute value of the gamma function. */
    static double lgamma(double x) {
        if (x != x) return x;
        if (x <= 0 && x == Math.floor(x) || Double.isInfinite(x)) return Double.POSITIVE_INFINITY;
        if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
        double y = x - 1, sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (y + i);
        double t = y + 607.0 / 128 + 0.5;
        return (y + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
    }

    /** Derivative of {@link #lgamma}: recurrence to 10 and beyond, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
    static double digamma(double x) {
        if (x <= 0 && x == Math.floor(x)) return x == 0 ? Math.copySign(Double.POSITIVE_INFINITY, -x) : Double.NaN;
        if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
        double shift = 0;
        for (; x < 10; x++) shift -= 1 / x;
        double s = 1 / (x * x);
        double series = s
                * (1 / 12.0
                        - s * (1 / 120.0 - s * (1 / 252.0 - s * (1 / 240.0 - s * (1 / 132.0 - s * 691 / 32760.0)))));
        return shift + Math.log(x) - 0.5 / x - series;
    }
}
