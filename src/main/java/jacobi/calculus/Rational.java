package jacobi.calculus;

import static jacobi.language.Say.say;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact fraction in lowest terms, its denominator positive. */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    static final Rational ZERO = of(0);
    static final Rational ONE = of(1);
    static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

    Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException(say("calculus.rational.division-zero"));
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The decimal a double prints as: 0.1 is one tenth. */
    static Rational of(double value) {
        return of(BigDecimal.valueOf(value));
    }

    static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    Rational inverse() {
        return new Rational(denominator, numerator);
    }

    Rational power(int exponent) {
        Rational base = exponent < 0 ? inverse() : this;
        int n = Math.abs(exponent);
        return new Rational(base.numerator.pow(n), base.denominator.pow(n));
    }

    boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    boolean isOne() {
        return equals(ONE);
    }

    int signum() {
        return numerator.signum();
    }

    double toDouble() {
        // Exact division first: the quotient of two rounded doubles would be rounded three times.
        return isInteger()
                ? numerator.doubleValue()
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                        .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** A whole number, a fraction {@code 2/3}, or, where the denominator is long, a decimal. */
    @Override
    public String toString() {
        if (isInteger()) {
            return numerator.toString();
        }
        return denominator.bitLength() <= 10 ? numerator + "/" + denominator : Double.toString(toDouble());
    }
}
