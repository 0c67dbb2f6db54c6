package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Constant;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Named;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression computed at a point one operation at a time, each with its value and its partial derivatives: the list
 * that forward and reverse accumulation walk. What occurs twice is computed once.
 */
final class ExpressionSteps {

    /**
     * One operation, or an input.
     *
     * @param name the variable, or v1, v2, …
     * @param formula what was computed, in those names; empty for an input
     * @param inputs the earlier steps it used
     * @param partials its derivative by each of them
     */
    record Step(String name, String formula, int[] inputs, double value, double[] partials) {
        boolean isInput() {
            return formula.isEmpty();
        }
    }

    /** A number, or the result of a step. */
    private record Operand(int step, double value, String text) {}

    private final Map<String, Double> point;
    private final Map<Expression, Operand> known = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private int operations;

    private ExpressionSteps(Map<String, Double> point) {
        this.point = point;
    }

    static ExpressionSteps of(Expression e, Map<String, Double> point) {
        ExpressionSteps steps = new ExpressionSteps(point);
        // Inputs first, in order, so that they head every table.
        e.variables().forEach(name -> steps.operand(new Variable(name)));
        Operand last = steps.operand(e);
        if (last.step < 0) {
            steps.steps.add(new Step(last.text, last.text, new int[0], last.value, new double[0]));
        } else if (last.step != steps.steps.size() - 1) {
            Step same = steps.steps.get(last.step);
            steps.steps.add(
                    new Step("v" + ++steps.operations, same.name, new int[] {last.step}, same.value, new double[] {1}));
        }
        return steps;
    }

    List<Step> list() {
        return steps;
    }

    double value() {
        return steps.get(steps.size() - 1).value;
    }

    private Operand operand(Expression e) {
        Operand before = known.get(e);
        if (before == null) {
            before = compute(e);
            known.put(e, before);
        }
        return before;
    }

    private Operand compute(Expression e) {
        if (e instanceof Constant c) {
            return new Operand(-1, c.number().toDouble(), c.toString());
        } else if (e instanceof Named n) {
            return new Operand(-1, n.number(), n.name());
        } else if (e instanceof Variable v) {
            return input(v.name());
        } else if (e instanceof Sum sum) {
            return sum(sum.terms());
        } else if (e instanceof Product product) {
            return product(product.factors());
        } else if (e instanceof Power p) {
            return power(operand(p.base()), operand(p.exponent()));
        } else if (e instanceof Apply a) {
            Operand u = operand(a.argument());
            double value = a.function().at(u.value);
            return step(
                    a.function() + "(" + u.text + ")", value, u, a.function().slope(u.value));
        }
        Max max = (Max) e;
        Operand a = operand(max.first());
        Operand b = operand(max.second());
        double share = (1 + Math.signum(a.value - b.value)) / 2;
        String formula = "max(" + a.text + ", " + b.text + ")";
        return step(formula, Math.max(a.value, b.value), a, share, b, 1 - share);
    }

    private Operand input(String name) {
        Double value = point.get(name);
        if (value == null) {
            throw new IllegalArgumentException(say("calculus.steps.no-value-point", "name", name, "point", point));
        }
        steps.add(new Step(name, "", new int[0], value, new double[0]));
        return new Operand(steps.size() - 1, value, name);
    }

    private Operand sum(List<Expression> terms) {
        Operand total = operand(terms.get(0));
        for (Expression term : terms.subList(1, terms.size())) {
            Expression opposite = negated(term);
            if (opposite != null) {
                Operand b = operand(opposite);
                total = step(total.text + " - " + b.text, total.value - b.value, total, 1, b, -1);
            } else {
                Operand b = operand(term);
                total = step(total.text + " + " + b.text, total.value + b.value, total, 1, b, 1);
            }
        }
        return total;
    }

    /** The term without its minus, or null if it has none. */
    private static Expression negated(Expression term) {
        if (term instanceof Constant c && c.number().signum() < 0) {
            return new Constant(c.number().negated());
        } else if (term instanceof Product p
                && p.factors().get(0) instanceof Constant c
                && c.number().signum() < 0) {
            List<Expression> factors = new ArrayList<>(p.factors());
            factors.set(0, new Constant(c.number().negated()));
            if (c.number().negated().isOne()) {
                factors.remove(0);
            }
            return factors.size() == 1 ? factors.get(0) : new Product(List.copyOf(factors));
        }
        return null;
    }

    private Operand product(List<Expression> factors) {
        Operand result = null;
        boolean minus = false;
        for (Expression factor : factors) {
            if (factor instanceof Constant c && c.number().negated().isOne() && factors.size() > 1) {
                minus = !minus;
            } else if (factor instanceof Power p
                    && p.exponent() instanceof Constant c
                    && c.number().signum() < 0) {
                Rational n = c.number().negated();
                Operand below = operand(n.isOne() ? p.base() : new Power(p.base(), new Constant(n)));
                result = quotient(result == null ? new Operand(-1, 1, "1") : result, below);
            } else {
                Operand next = operand(factor);
                result = result == null ? next : times(result, next);
            }
        }
        if (result == null) {
            return new Operand(-1, minus ? -1 : 1, minus ? "-1" : "1");
        }
        return minus ? step("-" + result.text, -result.value, result, -1) : result;
    }

    private Operand times(Operand a, Operand b) {
        return step(a.text + " * " + b.text, a.value * b.value, a, b.value, b, a.value);
    }

    private Operand quotient(Operand a, Operand b) {
        double value = a.value / b.value;
        return step(a.text + " / " + b.text, value, a, 1 / b.value, b, -value / b.value);
    }

    private Operand power(Operand u, Operand v) {
        double value = Math.pow(u.value, v.value);
        double byBase = v.value == 0 ? 0 : v.value * Math.pow(u.value, v.value - 1);
        double byExponent = u.value == 0 && v.value >= 0 ? 0 : value * Math.log(u.value);
        return step(u.text + "^" + v.text, value, u, byBase, v, byExponent);
    }

    private Operand step(String formula, double value, Operand a, double byA) {
        return step(formula, value, a, byA, new Operand(-1, 0, ""), 0);
    }

    /** Records an operation; of numbers alone it is no step, and numbers get no partial derivative. */
    private Operand step(String formula, double value, Operand a, double byA, Operand b, double byB) {
        if (a.step < 0 && b.step < 0) {
            return new Operand(-1, value, "(" + formula + ")");
        }
        int[] inputs;
        double[] partials;
        if (a.step >= 0 && b.step >= 0 && a.step != b.step) {
            inputs = new int[] {a.step, b.step};
            partials = new double[] {byA, byB};
        } else if (a.step == b.step) {
            inputs = new int[] {a.step};
            partials = new double[] {byA + byB};
        } else {
            inputs = new int[] {Math.max(a.step, b.step)};
            partials = new double[] {a.step >= 0 ? byA : byB};
        }
        String name = "v" + ++operations;
        steps.add(new Step(name, formula, inputs, value, partials));
        return new Operand(steps.size() - 1, value, name);
    }
}
