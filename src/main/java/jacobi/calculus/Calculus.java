package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import jacobi.plot.film.Working;
import jacobi.tensor.Autograd;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions a cell does calculus with. */
public final class Calculus {
    private Calculus() {}

    /**
     * A formula as an expression: {@code parse("4x^3 + x^2 + 3")}. What stands side by side is multiplied; powers are
     * {@code ^} or {@code **}; functions are exp, log (or ln), sin, cos, tan, sqrt, abs (or bars), relu and max;
     * {@code pi} and {@code e} are the numbers.
     *
     * @throws IllegalArgumentException if the formula cannot be read; the message points at the place
     */
    public static Expression parse(String formula) {
        return ExpressionParser.parse(formula);
    }

    /** A variable, to build expressions with Java's methods. */
    public static Expression variable(String name) {
        return new Expression.Variable(name);
    }

    /** The expression a lambda computes: {@code trace(x -> x.pow(3).mul(4).add(1))} is {@code 4x^3 + 1}. */
    public static Expression trace(UnaryOperator<Expression> function) {
        return function.apply(variable("x")).simplify();
    }

    /** Difference quotients of a function at a point for shrinking h. */
    public static Table numericLimit(DoubleUnaryOperator f, double x, double... steps) {
        return NumericLimit.table("", f, x, null, steps);
    }

    /** Difference quotients of an expression at a point for shrinking h, with their errors. */
    public static Table numericLimit(Expression f, double x, double... steps) {
        double exact = f.derivative().at(x);
        String caption = "f(x) = " + f + ", f'(" + Accumulation.number(x) + ") = " + Accumulation.number(exact);
        return NumericLimit.table(caption, f::at, x, exact, steps);
    }

    /** The tangent of an expression at a point: a line in the same variable. */
    public static Expression tangent(Expression f, double x0) {
        double slope = f.derivative().at(x0);
        Expression line = new Expression.Variable(f.onlyVariable()).mul(slope);
        return line.add(f.at(x0) - slope * x0).simplify();
    }

    /** The gradient of an expression at a point by forward accumulation, step by step. */
    public static Accumulation forwardAccumulation(Expression f, Map<String, Double> point) {
        return Accumulation.forward(f, point);
    }

    /** The gradient of an expression at a point by reverse accumulation, step by step. */
    public static Accumulation reverseAccumulation(Expression f, Map<String, Double> point) {
        return Accumulation.reverse(f, point);
    }

    /** Forward and reverse accumulation of one expression side by side: the same gradient, at what cost. */
    public static Table accumulations(Expression f, Map<String, Double> point) {
        Table table = Table.of(
                say("calculus.calculus.gradient-of", "f", f),
                say("calculus.calculus.accumulation"),
                say("calculus.calculus.passes"),
                say("calculus.calculus.multiplications"),
                say("calculus.calculus.stored-at-most"),
                say("calculus.calculus.gradient"));
        for (Accumulation a : new Accumulation[] {Accumulation.forward(f, point), Accumulation.reverse(f, point)}) {
            StringBuilder gradient = new StringBuilder();
            a.gradient()
                    .forEach((name, value) -> gradient.append(gradient.length() == 0 ? "" : ", ")
                            .append("∂/∂" + name + " = " + Accumulation.number(value)));
            String mode =
                    a.mode().equals("forward") ? say("calculus.calculus.forward") : say("calculus.calculus.reverse");
            table = table.row(mode, a.passes(), a.multiplications(), a.stored(), gradient);
        }
        return table;
    }

    /** The slopes that touch an expression from below at a point: [−1, 1] for {@code |x|} at 0. */
    public static Subderivative subderivative(Expression f, double x) {
        return Subderivative.of(f, x);
    }

    /**
     * The derivative of a formula at a point by rule, by difference quotients, by forward and by reverse accumulation.
     */
    public static Derivatives derivative(String formula, double x) {
        return Derivatives.of(parse(formula), x);
    }

    /** The derivative of an expression at a point, four ways. */
    public static Derivatives derivative(Expression f, double x) {
        return Derivatives.of(f, x);
    }

    /**
     * The derivative of a formula, worked out rule by rule: {@code derivative("x^2 sin(x)", steps=true)}.
     *
     * @param steps whether each rule has a line; without, only the result is shown
     */
    public static Working derivative(String formula, boolean steps) {
        return derivative(parse(formula), steps);
    }

    /** As {@link #derivative(String, boolean)}, of an expression of one variable. */
    public static Working derivative(Expression f, boolean steps) {
        return steps ? DerivativeSteps.of(f, f.onlyVariable()) : DerivativeSteps.result(f);
    }

    /** As {@link #derivative(String, boolean)}, with the value at a point as the last step. */
    public static Working derivative(String formula, double x, boolean steps) {
        return derivative(parse(formula), x, steps);
    }

    /** As {@link #derivative(Expression, boolean)}, with the value at a point as the last step. */
    public static Working derivative(Expression f, double x, boolean steps) {
        return DerivativeSteps.at(derivative(f, steps), f, x);
    }

    /** The derivative of a function of tensors at a number: all ways but by rule, which needs a formula. */
    public static Derivatives derivative(UnaryOperator<Tensor> f, double x) {
        return Derivatives.of(f, x);
    }

    /** The tangent of a function of tensors at a number, as a function to plot. */
    public static UnaryOperator<Tensor> tangent(UnaryOperator<Tensor> f, double x0) {
        Autograd.ValueDerivative at = Autograd.vjp(f, Tensors.tensor(x0, DType.float64));
        double height = Derivatives.number("tangent", at.value());
        double slope = Derivatives.number("tangent", at.derivative());
        return x -> x.sub(x0).mul(slope).add(height);
    }

    /**
     * All partial derivatives of f at x in a layout of one's choice. {@code x.grad()} always has x's shape, and
     * {@code Autograd.jacobian(f, x)} is {@code Layout.TORCH}.
     */
    public static Tensor jacobian(UnaryOperator<Tensor> f, Tensor x, Layout layout) {
        int[] y = f.apply(x.detach()).shape().toArray();
        return layout.arrange(Autograd.jacobian(f, x), y, x.shape().toArray());
    }

    /** The shapes of ∂y/∂x for scalars, vectors and matrices in numerator and denominator layout. */
    public static Table jacobianShapes() {
        return JacobianTables.shapes();
    }

    /** The shapes of the chain rule's factors in numerator layout. */
    public static Table chainShapes() {
        return JacobianTables.chain();
    }

    /** The rules of matrix calculus, each checked against automatic differentiation. */
    public static Table matrixRules() {
        return MatrixRules.table();
    }

    /**
     * The computation behind a tensor as a picture: leaves, operations with their {@code grad_fn} names, shapes,
     * values.
     */
    public static GraphDrawing graph(Tensor y) {
        return GraphDrawing.of(y, Map.of());
    }

    /** As {@link #graph(Tensor)}, tensors named as in {@code graph(y, Map.of("x", x, "w", w))}. */
    public static GraphDrawing graph(Tensor y, Map<String, Tensor> names) {
        return GraphDrawing.of(y, names);
    }

    /** e to an expression. */
    public static Expression exp(Expression u) {
        return u.exp();
    }

    /** The natural logarithm of an expression. */
    public static Expression log(Expression u) {
        return u.log();
    }

    /** The sine of an expression. */
    public static Expression sin(Expression u) {
        return u.sin();
    }

    /** The cosine of an expression. */
    public static Expression cos(Expression u) {
        return u.cos();
    }

    /** The tangent of an expression. */
    public static Expression tan(Expression u) {
        return u.tan();
    }

    /** The square root of an expression. */
    public static Expression sqrt(Expression u) {
        return u.sqrt();
    }

    /** The absolute value of an expression. */
    public static Expression abs(Expression u) {
        return u.abs();
    }

    /** An expression where it is positive, else 0. */
    public static Expression relu(Expression u) {
        return u.relu();
    }

    /** The larger of two expressions. */
    public static Expression max(Expression a, Expression b) {
        return a.max(b);
    }
}
