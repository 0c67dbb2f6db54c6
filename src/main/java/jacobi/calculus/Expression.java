package jacobi.calculus;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula of numbers, variables, +, −, ×, ÷, powers and elementary functions: one can evaluate, differentiate and
 * simplify it, and a notebook shows it typeset.
 *
 * <p>Made by {@link Calculus#parse} or by calling a Java lambda with {@link Calculus#variable}. The methods build; only
 * {@link #simplify} and {@link #derivative} rearrange. Immutable; equal when built alike.
 */
public sealed interface Expression extends DisplayDataRenderable {

    /** A number, exact. */
    record Constant(Rational number) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** π or e. */
    record Named(String name, double number) implements Expression {
        static final Named PI = new Named("pi", Math.PI);
        static final Named E = new Named("e", Math.E);

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** A variable. */
    record Variable(String name) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** The sum of two or more terms. */
    record Sum(List<Expression> terms) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** The product of two or more factors; a quotient is a product with a power of −1. */
    record Product(List<Expression> factors) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** A base to an exponent. */
    record Power(Expression base, Expression exponent) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** An elementary function of an argument. */
    record Apply(Elementary function, Expression argument) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** The larger of two. */
    record Max(Expression first, Expression second) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** A number as an expression; a decimal such as 0.1 is taken as it is written. */
    static Expression of(double number) {
        return new Constant(Rational.of(number));
    }

    /** The sum with another expression. */
    default Expression add(Expression other) {
        return new Sum(List.of(this, other));
    }

    /** The sum with a number. */
    default Expression add(double other) {
        return add(of(other));
    }

    /** The difference. */
    default Expression sub(Expression other) {
        return add(other.neg());
    }

    /** The difference. */
    default Expression sub(double other) {
        return sub(of(other));
    }

    /** The product. */
    default Expression mul(Expression other) {
        return new Product(List.of(this, other));
    }

    /** The product. */
    default Expression mul(double other) {
        return mul(of(other));
    }

    /** The quotient. */
    default Expression div(Expression other) {
        return mul(other.pow(-1));
    }

    /** The quotient. */
    default Expression div(double other) {
        return div(of(other));
    }

    /** This to a power. */
    default Expression pow(Expression exponent) {
        return new Power(this, exponent);
    }

    /** This to a power. */
    default Expression pow(double exponent) {
        return pow(of(exponent));
    }

    /** A number less this. */
    default Expression rsub(double other) {
        return of(other).sub(this);
    }

    /** A number divided by this. */
    default Expression rdiv(double other) {
        return of(other).div(this);
    }

    /** A number to the power of this. */
    default Expression rpow(double base) {
        return of(base).pow(this);
    }

    /** The negative. */
    default Expression neg() {
        if (this instanceof Constant c) {
            return new Constant(c.number().negated());
        }
        List<Expression> factors = new ArrayList<>(this instanceof Product p ? p.factors() : List.of(this));
        if (factors.get(0) instanceof Constant c) {
            factors.set(0, c.neg());
        } else {
            factors.add(0, of(-1));
        }
        return new Product(List.copyOf(factors));
    }

    /** e to this. */
    default Expression exp() {
        return new Apply(Elementary.EXP, this);
    }

    /** The natural logarithm. */
    default Expression log() {
        return new Apply(Elementary.LOG, this);
    }

    /** The sine. */
    default Expression sin() {
        return new Apply(Elementary.SIN, this);
    }

    /** The cosine. */
    default Expression cos() {
        return new Apply(Elementary.COS, this);
    }

    /** The tangent. */
    default Expression tan() {
        return new Apply(Elementary.TAN, this);
    }

    /** The square root. */
    default Expression sqrt() {
        return new Apply(Elementary.SQRT, this);
    }

    /** The absolute value. */
    default Expression abs() {
        return new Apply(Elementary.ABS, this);
    }

    /** This where it is positive, else 0. */
    default Expression relu() {
        return new Apply(Elementary.RELU, this);
    }

    /** The larger of this and another. */
    default Expression max(Expression other) {
        return new Max(this, other);
    }

    /** The same value in a shorter form: like terms and powers collected, constants computed exactly. */
    default Expression simplify() {
        return Simplifier.simplify(this);
    }

    /** The derivative with respect to a variable, simplified. */
    default Expression derivative(String variable) {
        return Simplifier.simplify(Differentiation.of(Simplifier.simplify(this), variable));
    }

    /** The derivative with respect to the only variable, simplified. */
    default Expression derivative() {
        return derivative(onlyVariable());
    }

    /** The value where the only variable is {@code x}; NaN where there is none. */
    default double at(double x) {
        return at(variables().isEmpty() ? Map.of() : Map.of(onlyVariable(), x));
    }

    /** The value at a point that gives every variable a number. */
    default double at(Map<String, Double> point) {
        return ExpressionSteps.of(this, point).value();
    }

    /** The values where the only variable is each element of a tensor; recorded for gradients. */
    default Tensor on(Tensor x) {
        return on(Map.of(onlyVariable(), x));
    }

    /** The values where each variable is a tensor, broadcast as tensors are; recorded for gradients. */
    default Tensor on(Map<String, Tensor> values) {
        return OnTensors.evaluate(this, values);
    }

    /** The names of the variables, in order. */
    default Set<String> variables() {
        Set<String> names = new TreeSet<>();
        collect(this, names);
        return names;
    }

    /** The formula in LaTeX, without dollar signs. */
    default String latex() {
        return ExpressionLatex.of(this);
    }

    @Override
    default void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> toString());
        context.renderIfRequested(MIMEType.TEXT_LATEX, () -> "$\\displaystyle " + latex() + "$");
    }

    /** The name of the variable of an expression that has one, {@code x} if it has none. */
    default String onlyVariable() {
        Set<String> names = variables();
        if (names.size() > 1) {
            throw new IllegalArgumentException(say(
                    "calculus.expression.variables-say-which-give",
                    "this",
                    this,
                    "names",
                    names,
                    "next",
                    names.iterator().next()));
        }
        return names.isEmpty() ? "x" : names.iterator().next();
    }

    private static void collect(Expression e, Set<String> names) {
        if (e instanceof Variable v) {
            names.add(v.name());
        }
        e.parts().forEach(part -> collect(part, names));
    }

    /** What the expression is made of, in order. */
    default List<Expression> parts() {
        if (this instanceof Sum s) {
            return s.terms();
        } else if (this instanceof Product p) {
            return p.factors();
        } else if (this instanceof Power p) {
            return List.of(p.base(), p.exponent());
        } else if (this instanceof Apply a) {
            return List.of(a.argument());
        } else if (this instanceof Max m) {
            return List.of(m.first(), m.second());
        }
        return List.of();
    }
}
