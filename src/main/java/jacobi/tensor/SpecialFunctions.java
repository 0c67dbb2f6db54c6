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

    /** Bernoulli's numbers B₂, B₄ …, each divided by the factorial of its number. */
    private static final double[] BERNOULLI = {
        1 / 12.0, -1 / 720.0, 1 / 30240.0, -1 / 1209600.0, 1 / 47900160.0, -691 / 1307674368000.0
    };

    private SpecialFunctions() {}

    /** Logarithm to base 2, exact for powers of two. */
    static double log2(double x) {
        if (x > 0 && x < Double.MIN_NORMAL) {
            return log2(x * 0x1p54) - 54;
        }
        int exponent = Math.getExponent(x);
        if (x < Double.POSITIVE_INFINITY && x == Math.scalb(1.0, exponent)) {
            return exponent;
        }
        return Math.log(x) / Math.log(2);
    }

    /** Logarithm of the absolute value of the gamma function. */
    static double lgamma(double x) {
        if (x != x) {
            return x;
        }
        if (x <= 0 && x == Math.floor(x) || Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < 0.5) {
            return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
        }
        double y = x - 1, sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (y + i);
        }
        double t = y + 607.0 / 128 + 0.5;
        return (y + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
    }

    /**
     * Derivative of {@link #lgamma}: recurrence to 10 and beyond, then the asymptotic series (Abramowitz and Stegun
     * 6.3.18).
     */
    static double digamma(double x) {
        if (x <= 0 && x == Math.floor(x)) {
            return x == 0 ? Math.copySign(Double.POSITIVE_INFINITY, -x) : Double.NaN;
        }
        if (x < 0) {
            return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
        }
        double shift = 0;
        for (; x < 10; x++) {
            shift -= 1 / x;
        }
        double s = 1 / (x * x);
        double series = s
                * (1 / 12.0
                        - s * (1 / 120.0 - s * (1 / 252.0 - s * (1 / 240.0 - s * (1 / 132.0 - s * 691 / 32760.0)))));
        return shift + Math.log(x) - 0.5 / x - series;
    }

    /**
     * Derivative number n, 1 or more, of {@link #digamma}: (−1)^(n+1) n! Σ (x + k)^−(n+1), the sum over k from 0 on
     * (Abramowitz and Stegun 6.4.10).
     */
    static double polygamma(int n, double x) {
        double factorial = n % 2 == 1 ? 1 : -1;
        for (int k = 2; k <= n; k++) {
            factorial *= k;
        }
        if (x > 0 || x != x) {
            return factorial * zeta(n + 1, x);
        }
        double below = Math.floor(x), fraction = x - below, sign = n % 2 == 1 ? 1 : -1;
        if (x == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        // At a pole, even powers go to one side, odd ones to both.
        if (fraction == 0) {
            return n % 2 == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        // The sum over all whole k, less the terms with k below 0.
        return factorial * (zeta(n + 1, fraction) + sign * (zeta(n + 1, 1 - fraction) - zeta(n + 1, 1 - x)));
    }

    /**
     * Σ (x + k)^−s over k from 0 on, for x above 0 and whole s above 1: terms up to 20, then Euler's and Maclaurin's
     * formula (23.1.30).
     */
    private static double zeta(double s, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double sum = 0;
        for (; x < 20; x++) {
            sum += Math.pow(x, -s);
        }
        double power = Math.pow(x, -s), term = power * s / x;
        sum += power * x / (s - 1) + power / 2;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] * term;
            term *= (s + 2 * j + 1) * (s + 2 * j + 2) / (x * x);
        }
        return sum;
    }
}
