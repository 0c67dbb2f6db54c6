package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import java.util.Map;

/**
 * The slopes of the lines that touch a function from below at a point: an interval at an upward kink, one number where
 * the function is smooth, nothing at a downward kink.
 *
 * @param expression the function
 * @param at the point
 * @param left the slope just left of the point
 * @param right the slope just right of it
 * @param chosen the one automatic differentiation gives
 */
public record Subderivative(Expression expression, double at, double left, double right, double chosen) {

    static Subderivative of(Expression e, double x) {
        String variable = e.onlyVariable();
        Map<String, Double> point = Map.of(variable, x);
        double right = slope(e, variable, x, 1);
        double left = -slope(e, variable, x, -1);
        // Written without a minus where it is zero.
        return new Subderivative(
                e,
                x,
                left + 0.0,
                right + 0.0,
                Accumulation.reverse(e, point).gradient().getOrDefault(variable, 0.0));
    }

    /** Whether the function has one tangent there. */
    public boolean isSmooth() {
        return left == right;
    }

    /** Whether a line of this slope stays below the function near the point. */
    public boolean contains(double slope) {
        return left <= slope && slope <= right;
    }

    /**
     * The derivative in one direction, by the rules that hold at kinks too: |u| changes by |u'| where u is 0, and the
     * larger of two equals changes by the larger change.
     */
    private static double slope(Expression e, String variable, double x, int direction) {
        if (!e.variables().contains(variable)) {
            return 0;
        } else if (e instanceof Variable) {
            return direction;
        } else if (e instanceof Sum sum) {
            return sum.terms().stream()
                    .mapToDouble(term -> slope(term, variable, x, direction))
                    .sum();
        } else if (e instanceof Product product) {
            double total = 0;
            for (Expression factor : product.factors()) {
                double change = slope(factor, variable, x, direction);
                for (Expression other : product.factors()) {
                    change *= other == factor ? 1 : other.at(Map.of(variable, x));
                }
                total += change;
            }
            return total;
        } else if (e instanceof Max max) {
            double a = max.first().at(Map.of(variable, x));
            double b = max.second().at(Map.of(variable, x));
            double da = slope(max.first(), variable, x, direction);
            double db = slope(max.second(), variable, x, direction);
            return a > b ? da : b > a ? db : Math.max(da, db);
        } else if (e instanceof Apply apply) {
            double u = apply.argument().at(Map.of(variable, x));
            double du = slope(apply.argument(), variable, x, direction);
            boolean kink = u == 0;
            return switch (apply.function()) {
                case ABS -> kink ? Math.abs(du) : apply.function().slope(u) * du;
                case RELU -> kink ? Math.max(du, 0) : apply.function().slope(u) * du;
                default -> apply.function().slope(u) * du;
            };
        }
        Power power = (Power) e;
        double base = power.base().at(Map.of(variable, x));
        double exponent = power.exponent().at(Map.of(variable, x));
        double byBase = exponent == 0 ? 0 : exponent * Math.pow(base, exponent - 1);
        double moving = slope(power.exponent(), variable, x, direction);
        double byExponent = moving == 0 ? 0 : Math.pow(base, exponent) * Math.log(base) * moving;
        return byBase * slope(power.base(), variable, x, direction) + byExponent;
    }

    @Override
    public String toString() {
        String point = Accumulation.number(at);
        if (isSmooth()) {
            return say(
                    "calculus.subderivative.smooth", "f", expression, "x", point, "slope", Accumulation.number(left));
        }
        return say(
                left < right ? "calculus.subderivative.interval" : "calculus.subderivative.none",
                "f",
                expression,
                "x",
                point,
                "left",
                Accumulation.number(left),
                "right",
                Accumulation.number(right),
                "chosen",
                Accumulation.number(chosen));
    }
}
