package jacobi.calculus;

import jacobi.display.Table;
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
        Table table =
                Table.of("gradient of " + f, "accumulation", "passes", "multiplications", "stored at most", "gradient");
        for (Accumulation a : new Accumulation[] {Accumulation.forward(f, point), Accumulation.reverse(f, point)}) {
            StringBuilder gradient = new StringBuilder();
            a.gradient()
                    .forEach((name, value) -> gradient.append(gradient.length() == 0 ? "" : ", ")
                            .append("∂/∂" + name + " = " + Accumulation.number(value)));
            table = table.row(a.mode(), a.passes(), a.multiplications(), a.stored(), gradient);
        }
        return table;
    }

    /** The slopes that touch an expression from below at a point: [−1, 1] for {@code |x|} at 0. */
    public static Subderivative subderivative(Expression f, double x) {
        return Subderivative.of(f, x);
    }
}
