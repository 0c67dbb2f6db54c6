package jacobi.calculus;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Constant;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Named;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import jacobi.calculus.ExpressionText.Fraction;
import java.util.List;
import java.util.Set;

/** An expression in LaTeX. */
final class ExpressionLatex {
    static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "rho",
            "sigma", "tau", "phi", "psi", "omega");

    private ExpressionLatex() {}

    static String of(Expression e) {
        if (e instanceof Constant c) {
            return number(c.number());
        } else if (e instanceof Named n) {
            return n == Named.PI ? "\\pi" : "e";
        } else if (e instanceof Variable v) {
            return variable(v.name());
        } else if (e instanceof Sum sum) {
            return sum(sum);
        } else if (e instanceof Product || e instanceof Power) {
            return fraction(Fraction.of(e));
        } else if (e instanceof Apply apply) {
            return apply.function().latex(of(apply.argument()));
        }
        Max max = (Max) e;
        return "\\max\\left(" + of(max.first()) + ", " + of(max.second()) + "\\right)";
    }

    private static String number(Rational number) {
        if (number.isInteger() || !number.toString().contains("/")) {
            return number.toString();
        }
        String sign = number.signum() < 0 ? "-" : "";
        return sign + "\\frac{" + number.numerator().abs() + "}{" + number.denominator() + "}";
    }

    /** {@code x1} and {@code x_1} as x with a lower 1, {@code theta} as the Greek letter. */
    private static String variable(String name) {
        int end = name.length();
        while (end > 1 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '_')) {
            end--;
        }
        String letter = GREEK.contains(name.substring(0, end)) ? "\\" + name.substring(0, end) : name.substring(0, end);
        String lower = name.substring(end).replace("_", "");
        return lower.isEmpty() ? letter : letter + "_{" + lower + "}";
    }

    private static String sum(Sum sum) {
        StringBuilder text = new StringBuilder();
        for (Expression term : sum.terms()) {
            String each = term instanceof Sum ? enclosed(term) : of(term);
            text.append(text.length() == 0 ? each : each.startsWith("-") ? " - " + each.substring(1) : " + " + each);
        }
        return text.toString();
    }

    private static String fraction(Fraction fraction) {
        String sign = fraction.negative() ? "-" : "";
        if (fraction.below().isEmpty()) {
            return sign + factors(fraction.above());
        }
        return sign + "\\frac{" + bare(fraction.above()) + "}{" + bare(fraction.below()) + "}";
    }

    /** Factors on one side of a bar: a sum that stands alone needs no brackets. */
    private static String bare(List<Expression> factors) {
        return factors.size() == 1 && factors.get(0) instanceof Sum sum ? of(sum) : factors(factors);
    }

    private static String factors(List<Expression> factors) {
        if (factors.isEmpty()) {
            return "1";
        }
        StringBuilder text = new StringBuilder();
        for (Expression factor : factors) {
            String each = factor(factor);
            boolean digits = Character.isDigit(each.charAt(0)) || each.charAt(0) == '-';
            text.append(text.length() == 0 ? "" : digits ? " \\cdot " : " ").append(each);
        }
        return text.toString();
    }

    private static String factor(Expression e) {
        if (e instanceof Power p) {
            boolean simple = p.base() instanceof Variable
                    || p.base() instanceof Named
                    || p.base() instanceof Constant c
                            && c.number().isInteger()
                            && c.number().signum() >= 0;
            return (simple ? of(p.base()) : enclosed(p.base())) + "^{" + of(p.exponent()) + "}";
        }
        boolean brackets = e instanceof Sum
                || e instanceof Product
                || e instanceof Constant c && c.number().signum() < 0;
        return brackets ? enclosed(e) : of(e);
    }

    private static String enclosed(Expression e) {
        return "\\left(" + of(e) + "\\right)";
    }
}
