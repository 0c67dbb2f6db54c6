package jacobi.calculus;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import jacobi.display.Table;
import jacobi.tensor.Autograd;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The derivative of one function at a point, found four ways.
 *
 * @param function the function as a formula, or null where it is Java code, which has no symbolic derivative
 * @param at the point
 * @param symbolic by the rules, NaN without a formula
 * @param forwardDifference the quotient of forward differences, h = 1e-8
 * @param centralDifference the quotient of central differences at the step that suits it
 * @param forward by forward accumulation (jvp), in float64
 * @param reverse by reverse accumulation (vjp), in float64
 */
public record Derivatives(
        Expression function,
        double at,
        double symbolic,
        double forwardDifference,
        double centralDifference,
        double forward,
        double reverse)
        implements DisplayDataRenderable {
    private static final double H = 1e-8;

    static Derivatives of(Expression f, double x) {
        return of(f, f.derivative().at(x), f::at, f::on, x);
    }

    static Derivatives of(UnaryOperator<Tensor> f, double x) {
        DoubleUnaryOperator value = t -> number("f", f.apply(Tensors.tensor(t, DType.float64)));
        return of(null, Double.NaN, value, f, x);
    }

    private static Derivatives of(
            Expression formula, double symbolic, DoubleUnaryOperator value, UnaryOperator<Tensor> f, double x) {
        Tensor point = Tensors.tensor(x, DType.float64);
        Tensor one = Tensors.onesLike(point);
        return new Derivatives(
                formula,
                x,
                symbolic,
                NumericLimit.forward(value, x, H),
                NumericLimit.central(value, x, NumericLimit.bestStep(x)),
                number("jvp", Autograd.jvp(f, point, one).derivative()),
                number("vjp", Autograd.vjp(f, point, one).derivative()));
    }

    static double number(String what, Tensor result) {
        if (result.numel() != 1) {
            throw new IllegalArgumentException(say(
                    "calculus.derivatives.function-number-number-its", "what", what, "resultShape", result.shape()));
        }
        return result.detach().toDouble();
    }

    @Override
    public String toString() {
        return table().toString();
    }

    @Override
    public void render(RenderContext context) {
        table().render(context);
    }

    private Table table() {
        double reference = function == null ? reverse : symbolic;
        String point = Accumulation.number(at);
        Table table = Table.of(
                function == null
                        ? say("calculus.derivatives.derivative-at", "point", point)
                        : say("calculus.derivatives.at", "function", function, "point", point),
                say("calculus.derivatives.way"),
                say("calculus.derivatives.computed"),
                "f'(" + point + ")",
                say("calculus.derivatives.difference"));
        if (function != null) {
            table = table.row(
                    say("calculus.derivatives.symbolic"),
                    "" + function.derivative(),
                    Accumulation.number(symbolic),
                    "0");
        }
        return table.row(
                        say("calculus.derivatives.numeric-forward"),
                        "(f(x+h) − f(x)) / h, h = 1e-8",
                        Accumulation.number(forwardDifference),
                        NumericLimit.error(forwardDifference - reference))
                .row(
                        say("calculus.derivatives.numeric-central"),
                        "(f(x+h) − f(x−h)) / 2h, h = " + Accumulation.number(NumericLimit.bestStep(at)),
                        Accumulation.number(centralDifference),
                        NumericLimit.error(centralDifference - reference))
                .row(
                        say("calculus.derivatives.forward-accumulation"),
                        say("calculus.derivatives.value-derivative-together"),
                        Accumulation.number(forward),
                        NumericLimit.error(forward - reference))
                .row(
                        say("calculus.derivatives.reverse-accumulation"),
                        say("calculus.derivatives.value-first-then-back"),
                        Accumulation.number(reverse),
                        NumericLimit.error(reverse - reference));
    }
}
