package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Constant;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import jacobi.plot.Gallery;
import jacobi.plot.film.Working;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The derivative of an expression worked out line by line: in each line one rule is applied to the first derivative
 * that is still to be taken.
 */
final class DerivativeSteps {
    /** The first of the letters that stand for derivatives still to be taken; no formula contains any of them. */
    private static final char FIRST = '\uE100';

    private final String x;
    private final Working working;
    private final Map<String, Expression> pending = new TreeMap<>();
    private char next = FIRST;

    private DerivativeSteps(Expression f, String x) {
        this.x = x;
        working = new Working(say("calculus.derivativeSteps.title", "f", "$" + f.latex() + "$"), Gallery.theme());
    }

    static Working of(Expression written, String x) {
        Expression f = written.simplify();
        DerivativeSteps steps = new DerivativeSteps(f, x);
        String before = steps.latex(steps.work(f));
        Expression simple = f.derivative(x);
        if (!simple.latex().equals(before)) {
            steps.line(say("calculus.derivativeSteps.simplified"), simple);
        }
        return steps.working;
    }

    /** What the rules give, before it is simplified. */
    static Expression byRules(Expression written, String x) {
        Expression f = written.simplify();
        return new DerivativeSteps(f, x).work(f);
    }

    private Expression work(Expression f) {
        Expression now = derivative(f);
        line(say("calculus.derivativeSteps.wanted"), now);
        while (!pending.isEmpty()) {
            String formula = now.latex();
            String place = pending.keySet().stream()
                    .min(Comparator.comparingInt(formula::indexOf))
                    .orElseThrow();
            Applied applied = apply(pending.remove(place));
            now = replace(now, place, applied.result);
            line(applied.rule, now);
        }
        return now;
    }

    /** The derivative alone. */
    static Working result(Expression f) {
        DerivativeSteps steps = new DerivativeSteps(f.simplify(), f.onlyVariable());
        steps.line(say("calculus.derivativeSteps.simplified"), f.derivative());
        return steps.working;
    }

    /** Adds the value at a point. */
    static Working at(Working working, Expression written, double point) {
        String x = written.onlyVariable();
        String at = Accumulation.number(point);
        double value = written.derivative(x).at(point);
        return working.step(
                say("calculus.derivativeSteps.at", "x", "$" + new Variable(x).latex() + " = " + at + "$"),
                "f'(" + at + ") = " + Accumulation.number(value));
    }

    /** What a rule made of a derivative. */
    private record Applied(String rule, Expression result) {}

    private void line(String words, Expression now) {
        working.step(words, (working.size() == 0 ? "" : "= ") + latex(now));
    }

    /** The formula with the derivatives still to be taken written out. */
    private String latex(Expression e) {
        String text = e.latex();
        for (Map.Entry<String, Expression> each : pending.entrySet()) {
            if (text.contains(each.getKey())) {
                String of = "\\left[" + latex(each.getValue()) + "\\right]";
                text = text.replace(each.getKey(), "\\frac{d}{d" + new Variable(x).latex() + "}" + of);
            }
        }
        return text;
    }

    /** A derivative still to be taken. */
    private Expression derivative(Expression of) {
        String place = String.valueOf(next++);
        pending.put(place, of);
        return new Variable(place);
    }

    private Applied apply(Expression e) {
        if (!e.variables().contains(x)) {
            return new Applied(say("calculus.derivativeSteps.constant"), Expression.of(0));
        } else if (e instanceof Variable) {
            return new Applied(say("calculus.derivativeSteps.identity"), Expression.of(1));
        } else if (e instanceof Sum sum) {
            List<Expression> terms = new ArrayList<>();
            sum.terms().forEach(term -> terms.add(derivative(term)));
            return new Applied(say("calculus.derivativeSteps.sum"), new Sum(terms));
        } else if (e instanceof Product product) {
            return ofProduct(product.factors());
        } else if (e instanceof Power power) {
            return power(power.base(), power.exponent());
        } else if (e instanceof Apply apply) {
            Expression slope = apply.function().derivative(apply.argument()).simplify();
            String name = "$" + apply.function().latex("u").replace("\\left(u\\right)", " u") + "$";
            return chained(say("calculus.derivativeSteps.function", "f", name), slope, apply.argument());
        }
        Max max = (Max) e;
        Expression sign = new Apply(Elementary.SIGN, max.first().sub(max.second()));
        Expression result = derivative(max.first())
                .mul(sign.add(1))
                .add(derivative(max.second()).mul(Expression.of(1).sub(sign)))
                .div(2);
        return new Applied(say("calculus.derivativeSteps.max"), result);
    }

    /** The outer derivative alone where the inside is x itself, else times the derivative of the inside. */
    private Applied chained(String rule, Expression outer, Expression inside) {
        if (inside.equals(new Variable(x))) {
            return new Applied(rule, outer);
        }
        List<Expression> factors = new ArrayList<>();
        if (!(outer instanceof Constant c && c.number().isOne())) {
            factors.add(outer);
        }
        factors.add(derivative(inside));
        return new Applied(
                say("calculus.derivativeSteps.chain", "rule", rule),
                factors.size() == 1 ? factors.get(0) : new Product(factors));
    }

    private Applied ofProduct(List<Expression> factors) {
        List<Expression> constant = factors.stream()
                .filter(factor -> !factor.variables().contains(x))
                .toList();
        List<Expression> rest = factors.stream()
                .filter(factor -> factor.variables().contains(x))
                .toList();
        if (!constant.isEmpty()) {
            List<Expression> all = new ArrayList<>(constant);
            all.add(derivative(product(rest)));
            return new Applied(say("calculus.derivativeSteps.multiple"), new Product(all));
        }
        List<Expression> below = rest.stream()
                .filter(DerivativeSteps::isBelow)
                .map(DerivativeSteps::turned)
                .toList();
        List<Expression> above =
                rest.stream().filter(factor -> !isBelow(factor)).toList();
        if (!below.isEmpty() && !above.isEmpty()) {
            Expression u = product(above);
            Expression v = product(below);
            Expression result = new Product(List.of(
                    new Sum(List.of(
                            new Product(List.of(derivative(u), v)),
                            new Product(List.of(Expression.of(-1), u, derivative(v))))),
                    new Power(v, Expression.of(-2))));
            return new Applied(say("calculus.derivativeSteps.quotient"), result);
        }
        Expression u = rest.get(0);
        Expression v = product(rest.subList(1, rest.size()));
        return new Applied(
                say("calculus.derivativeSteps.product"),
                new Sum(List.of(new Product(List.of(derivative(u), v)), new Product(List.of(u, derivative(v))))));
    }

    private static boolean isBelow(Expression factor) {
        return factor instanceof Power p
                && p.exponent() instanceof Constant c
                && c.number().signum() < 0;
    }

    private static Expression turned(Expression factor) {
        Power power = (Power) factor;
        Expression exponent = power.exponent().neg();
        return exponent instanceof Constant c && c.number().isOne() ? power.base() : new Power(power.base(), exponent);
    }

    private static Expression product(List<Expression> factors) {
        return factors.size() == 1 ? factors.get(0) : new Product(List.copyOf(factors));
    }

    private Applied power(Expression u, Expression v) {
        if (!v.variables().contains(x)) {
            Expression outer = v.mul(u.pow(v.sub(1).simplify())).simplify();
            return chained(say("calculus.derivativeSteps.power"), outer, u);
        }
        if (!u.variables().contains(x)) {
            return chained(say("calculus.derivativeSteps.exponential"), u.pow(v).mul(u.log()), v);
        }
        Expression inside = new Product(List.of(v, u.log()));
        return new Applied(
                say("calculus.derivativeSteps.logarithmic"), new Product(List.of(u.pow(v), derivative(inside))));
    }

    private static Expression replace(Expression e, String place, Expression by) {
        if (e instanceof Variable v) {
            return v.name().equals(place) ? by : e;
        } else if (e instanceof Sum sum) {
            return new Sum(
                    sum.terms().stream().map(term -> replace(term, place, by)).toList());
        } else if (e instanceof Product product) {
            return new Product(product.factors().stream()
                    .map(factor -> replace(factor, place, by))
                    .toList());
        } else if (e instanceof Power p) {
            return new Power(replace(p.base(), place, by), replace(p.exponent(), place, by));
        } else if (e instanceof Apply a) {
            return new Apply(a.function(), replace(a.argument(), place, by));
        } else if (e instanceof Max max) {
            return new Max(replace(max.first(), place, by), replace(max.second(), place, by));
        }
        return e;
    }
}
