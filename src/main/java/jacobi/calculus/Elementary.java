package jacobi.calculus;

import jacobi.tensor.Tensor;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions of one argument an expression may use: each with its value and, beside it, its derivative,
 * as a number and as a formula; tensors bring their own. */
enum Elementary {
    SIGN(Math::signum, x -> 0, u -> Expression.of(0), Tensor::sign, "\\mathrm{sign}"),
    /** 1 above 0, else 0. */
    STEP(x -> x > 0 ? 1 : 0, x -> 0, u -> Expression.of(0), x -> x.gt(0).to(x.dtype()), "\\mathrm{step}"),
    EXP(Math::exp, Math::exp, u -> u.exp(), Tensor::exp, "e^{%s}"),
    LOG(Math::log, x -> 1 / x, u -> u.pow(-1), Tensor::log, "\\log"),
    SIN(Math::sin, Math::cos, u -> u.cos(), Tensor::sin, "\\sin"),
    COS(Math::cos, x -> -Math.sin(x), u -> u.sin().neg(), Tensor::cos, "\\cos"),
    TAN(Math::tan, x -> 1 / (Math.cos(x) * Math.cos(x)), u -> u.cos().pow(-2), Tensor::tan, "\\tan"),
    SQRT(Math::sqrt, x -> 0.5 / Math.sqrt(x), u -> u.sqrt().mul(2).pow(-1), Tensor::sqrt, "\\sqrt{%s}"),
    /** At 0, where no tangent is, the slope is taken as 0, as automatic differentiation takes it. */
    ABS(Math::abs, Math::signum, u -> new Expression.Apply(Elementary.SIGN, u), Tensor::abs, "\\left|%s\\right|"),
    /** At 0 the slope is taken as 0, as automatic differentiation takes it. */
    RELU(
            x -> Math.max(x, 0),
            x -> x > 0 ? 1 : 0,
            u -> new Expression.Apply(Elementary.STEP, u),
            Tensor::relu,
            "\\mathrm{relu}");

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;
    private final UnaryOperator<Expression> derivative;
    private final UnaryOperator<Tensor> onTensor;
    private final String latex;

    Elementary(
            DoubleUnaryOperator value,
            DoubleUnaryOperator slope,
            UnaryOperator<Expression> derivative,
            UnaryOperator<Tensor> onTensor,
            String latex) {
        this.value = value;
        this.slope = slope;
        this.derivative = derivative;
        this.onTensor = onTensor;
        this.latex = latex;
    }

    double at(double x) {
        return value.applyAsDouble(x);
    }

    /** The function of each element, recorded for gradients. */
    Tensor on(Tensor x) {
        return onTensor.apply(x);
    }

    /** The derivative at a number. */
    double slope(double x) {
        return slope.applyAsDouble(x);
    }

    /** The derivative at {@code argument} as a formula, without the factor the chain rule adds. */
    Expression derivative(Expression argument) {
        return derivative.apply(argument);
    }

    String latex(String argument) {
        return latex.contains("%s")
                ? String.format(Locale.ROOT, latex, argument)
                : latex + "\\left(" + argument + "\\right)";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function of that name, or null. */
    static Elementary named(String name) {
        for (Elementary function : values()) {
            if (function.toString().equals(name)) {
                return function;
            }
        }
        return name.equals("ln") ? LOG : null;
    }
}
