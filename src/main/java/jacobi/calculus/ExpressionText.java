package jacobi.calculus;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Constant;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Named;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** An expression in one line, as {@code 12x^2 + 2x}; {@link ExpressionParser} reads it back. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression e) {
        if (e instanceof Constant c) {
            return c.number().toString();
        } else if (e instanceof Named n) {
            return n.name();
        } else if (e instanceof Variable v) {
            return v.name();
        } else if (e instanceof Sum sum) {
            return sum(sum);
        } else if (e instanceof Product product) {
            return Fraction.of(product).text();
        } else if (e instanceof Power power) {
            return Fraction.of(power).text();
        } else if (e instanceof Apply apply) {
            return apply.function() + "(" + of(apply.argument()) + ")";
        }
        Max max = (Max) e;
        return "max(" + of(max.first()) + ", " + of(max.second()) + ")";
    }

    private static String sum(Sum sum) {
        StringBuilder text = new StringBuilder();
        for (Expression term : sum.terms()) {
            String each = term instanceof Sum ? "(" + of(term) + ")" : of(term);
            if (text.length() == 0) {
                text.append(each);
            } else {
                text.append(each.startsWith("-") ? " - " + each.substring(1) : " + " + each);
            }
        }
        return text.toString();
    }

    /** A product or power as a fraction: its sign, and what stands above and below the bar. */
    record Fraction(boolean negative, List<Expression> above, List<Expression> below) {

        static Fraction of(Expression e) {
            List<Expression> above = new ArrayList<>();
            List<Expression> below = new ArrayList<>();
            boolean negative = false;
            List<Expression> factors = e instanceof Product p ? p.factors() : List.of(e);
            for (Expression factor : factors) {
                if (factor instanceof Constant c && factor == factors.get(0)) {
                    negative = c.number().signum() < 0;
                    Rational size = negative ? c.number().negated() : c.number();
                    boolean decimal = !size.toString().contains("/") && !size.isInteger();
                    if (decimal) {
                        above.add(new Constant(size));
                    } else {
                        addUnlessOne(above, size.numerator());
                        addUnlessOne(below, size.denominator());
                    }
                } else if (factor instanceof Power p
                        && p.exponent() instanceof Constant c
                        && c.number().signum() < 0) {
                    Rational positive = c.number().negated();
                    below.add(
                            positive.isOne()
                                    ? p.base()
                                    : positive.equals(Rational.HALF)
                                            ? p.base().sqrt()
                                            : new Power(p.base(), new Constant(positive)));
                } else {
                    above.add(factor);
                }
            }
            return new Fraction(negative, above, below);
        }

        private static void addUnlessOne(List<Expression> factors, BigInteger number) {
            if (!number.equals(BigInteger.ONE)) {
                factors.add(new Constant(new Rational(number, BigInteger.ONE)));
            }
        }

        String text() {
            String top = factors(above);
            String bottom = factors(below);
            boolean enclosed = below.size() > 1 || below.size() == 1 && below.get(0) instanceof Product;
            String quotient = below.isEmpty() ? top : top + "/" + (enclosed ? "(" + bottom + ")" : bottom);
            return negative ? "-" + quotient : quotient;
        }

        private static String factors(List<Expression> factors) {
            if (factors.isEmpty()) {
                return "1";
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < factors.size(); i++) {
                Expression factor = factors.get(i);
                String each = factor(factor);
                // A number stands close before what it multiplies; before another number it needs a sign.
                boolean afterNumber = i > 0 && factors.get(i - 1) instanceof Constant;
                boolean digits = Character.isDigit(each.charAt(0)) || each.charAt(0) == '-';
                text.append(i == 0 ? "" : digits ? "*" : afterNumber ? "" : " ").append(each);
            }
            return text.toString();
        }

        private static String factor(Expression e) {
            if (e instanceof Power p) {
                return atom(p.base()) + "^" + exponent(p.exponent());
            }
            boolean enclosed = e instanceof Sum
                    || e instanceof Product
                    || e instanceof Constant c
                            && (c.number().signum() < 0 || c.number().toString().contains("/"));
            return enclosed ? "(" + ExpressionText.of(e) + ")" : ExpressionText.of(e);
        }

        private static String atom(Expression e) {
            boolean simple = e instanceof Variable
                    || e instanceof Named
                    || e instanceof Apply
                    || e instanceof Max
                    || e instanceof Constant c
                            && c.number().isInteger()
                            && c.number().signum() >= 0;
            return simple ? ExpressionText.of(e) : "(" + ExpressionText.of(e) + ")";
        }

        private static String exponent(Expression e) {
            return atom(e);
        }
    }
}
