package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;

/**
 * Functions of one operand, element by element: each with its loop, its derivative and its {@code grad_fn} name.
 * Integers give float32 where the function's values are fractions.
 */
final class Functions {
    private static final double LN2 = Math.log(2), LN10 = Math.log(10);

    private Functions() {}

    /** A function whose values are fractions. */
    private static Tensor record(String gradName, UnaryOp op, Tensor x, Rule rule) {
        Tensor y = Loops.floatingUnary(op, x);
        return Tape.watches(x) ? rule.of(Operation.of(gradName, y), y).result() : y;
    }

    /** A function that keeps the type. */
    private static Tensor keep(String gradName, UnaryOp op, Tensor x, Rule rule) {
        Tensor y = Loops.unary(op, x);
        return Tape.watches(x) ? rule.of(Operation.of(gradName, y), y).result() : y;
    }

    private interface Rule {
        Operation of(Operation operation, Tensor y);
    }

    /** The negative of every element. */
    @Op(loop = "NEG")
    static Tensor neg(Tensor x) {
        if (x.dtype() == DType.bool) {
            throw new IllegalArgumentException(say("tensor.functions.bool-tensor-no-negative"));
        }
        return keep("NegBackward0", UnaryOp.NEG, x, (op, y) -> op.elementwise(x, d -> d.neg()));
    }

    /** Absolute values; the gradient at 0 is 0. */
    @Op(loop = "ABS")
    static Tensor abs(Tensor x) {
        return keep("AbsBackward0", UnaryOp.ABS, x, (op, y) -> op.elementwise(x, d -> d.mul(x.sign()), x));
    }

    /** Squares. */
    @Op(loop = "SQUARE")
    static Tensor square(Tensor x) {
        // Of truth values the integers 0 and 1, as x ** 2.
        Tensor numbers = x.dtype() == DType.bool ? Loops.cast(x, DType.int64) : x;
        return keep("PowBackward0", UnaryOp.SQUARE, numbers, (op, y) -> op.elementwise(x, d -> d.mul(x.mul(2)), x));
    }

    /** The element where it is positive, else 0; the gradient at 0 is 0. */
    @Op(loop = "RELU")
    static Tensor relu(Tensor x) {
        return keep("ReluBackward0", UnaryOp.RELU, x, (op, y) -> op.elementwise(x, d -> reluGrad(d, y), y));
    }

    private static Tensor reluGrad(Tensor d, Tensor y) {
        Tensor fast = FastGradients.relu(d, y);
        return fast != null ? fast : slopes("ThresholdBackwardBackward0", d, y, y.le(0), 0);
    }

    /** d, times a slope in some places that depend on x; also differentiable with respect to x, with derivative 0. */
    private static Tensor slopes(String gradName, Tensor d, Tensor x, Tensor where, double slope) {
        Tensor part = slope == 0 ? Tensor.empty(d.dtype(), Shape.SCALAR) : d.mul(slope);
        return Operation.constantIn(x, gradName, Selection.where(gradName, where, part, d));
    }

    /** −1, 0 or 1 by the sign. */
    @Op(loop = "SIGN")
    static Tensor sign(Tensor x) {
        return staircase("SignBackward0", UnaryOp.SIGN, x);
    }

    /** Rounded down. */
    @Op(loop = "FLOOR")
    static Tensor floor(Tensor x) {
        return staircase("FloorBackward0", UnaryOp.FLOOR, x);
    }

    /** Rounded up. */
    @Op(loop = "CEIL")
    static Tensor ceil(Tensor x) {
        return staircase("CeilBackward0", UnaryOp.CEIL, x);
    }

    /** To the nearest integers, halves to even ones. */
    @Op(loop = "ROUND")
    static Tensor round(Tensor x) {
        return staircase("RoundBackward0", UnaryOp.ROUND, x);
    }

    /** Rounded toward zero. */
    @Op(loop = "TRUNC")
    static Tensor trunc(Tensor x) {
        return staircase("TruncBackward0", UnaryOp.TRUNC, x);
    }

    /** A function of derivative 0 wherever it has one. */
    private static Tensor staircase(String gradName, UnaryOp op, Tensor x) {
        return keep(gradName, op, x, (o, y) -> o.elementwise(x, Operation.ZERO));
    }

    /** e to the power of every element. */
    @Op(loop = "EXP")
    static Tensor exp(Tensor x) {
        return record("ExpBackward0", UnaryOp.EXP, x, (op, y) -> op.elementwise(x, d -> d.mul(y), y));
    }

    /** e^x − 1, exact for small x. */
    @Op(loop = "EXPM1")
    static Tensor expm1(Tensor x) {
        return record("Expm1Backward0", UnaryOp.EXPM1, x, (op, y) -> op.elementwise(x, d -> d.mul(y.add(1)), y));
    }

    /** Natural logarithms. */
    @Op(loop = "LOG")
    static Tensor log(Tensor x) {
        return record("LogBackward0", UnaryOp.LOG, x, (op, y) -> op.elementwise(x, d -> d.div(x), x));
    }

    /** log(1 + x), exact for small x. */
    @Op(loop = "LOG1P")
    static Tensor log1p(Tensor x) {
        return record("Log1PBackward0", UnaryOp.LOG1P, x, (op, y) -> op.elementwise(x, d -> d.div(x.add(1)), x));
    }

    /** Logarithms to base 2. */
    @Op(loop = "LOG2")
    static Tensor log2(Tensor x) {
        return record("Log2Backward0", UnaryOp.LOG2, x, (op, y) -> op.elementwise(x, d -> d.div(x.mul(LN2)), x));
    }

    /** Logarithms to base 10. */
    @Op(loop = "LOG10")
    static Tensor log10(Tensor x) {
        return record("Log10Backward0", UnaryOp.LOG10, x, (op, y) -> op.elementwise(x, d -> d.div(x.mul(LN10)), x));
    }

    /** Square roots; NaN of negative elements. */
    @Op(loop = "SQRT")
    static Tensor sqrt(Tensor x) {
        return record("SqrtBackward0", UnaryOp.SQRT, x, (op, y) -> op.elementwise(x, d -> d.div(y.mul(2)), y));
    }

    /** 1 / √x. */
    @Op(loop = "RSQRT")
    static Tensor rsqrt(Tensor x) {
        return record(
                "RsqrtBackward0",
                UnaryOp.RSQRT,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(y.pow(3)).mul(-0.5), y));
    }

    /** 1 / x. */
    @Op(loop = "RECIPROCAL")
    static Tensor reciprocal(Tensor x) {
        return record(
                "ReciprocalBackward0",
                UnaryOp.RECIPROCAL,
                x,
                (op, y) -> op.elementwise(x, d -> d.neg().mul(y.square()), y));
    }

    /** Sines of radians. */
    @Op(loop = "SIN")
    static Tensor sin(Tensor x) {
        return record("SinBackward0", UnaryOp.SIN, x, (op, y) -> op.elementwise(x, d -> d.mul(x.cos()), x));
    }

    /** Cosines of radians. */
    @Op(loop = "COS")
    static Tensor cos(Tensor x) {
        return record(
                "CosBackward0",
                UnaryOp.COS,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(x.sin().neg()), x));
    }

    /** Tangents of radians. */
    @Op(loop = "TAN")
    static Tensor tan(Tensor x) {
        return record(
                "TanBackward0",
                UnaryOp.TAN,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(y.square().add(1)), y));
    }

    /** Arcsines, in radians. */
    @Op(loop = "ASIN")
    static Tensor asin(Tensor x) {
        return record(
                "AsinBackward0",
                UnaryOp.ASIN,
                x,
                (op, y) -> op.elementwise(
                        x, d -> d.mul(Operators.sub(Tensor.weak(1), x.square()).rsqrt()), x));
    }

    /** Arccosines, in radians. */
    @Op(loop = "ACOS")
    static Tensor acos(Tensor x) {
        return record(
                "AcosBackward0",
                UnaryOp.ACOS,
                x,
                (op, y) -> op.elementwise(
                        x,
                        d -> d.neg()
                                .mul(Operators.sub(Tensor.weak(1), x.square()).rsqrt()),
                        x));
    }

    /** Arctangents, in radians. */
    @Op(loop = "ATAN")
    static Tensor atan(Tensor x) {
        return record(
                "AtanBackward0",
                UnaryOp.ATAN,
                x,
                (op, y) -> op.elementwise(x, d -> d.div(x.square().add(1)), x));
    }

    /** Hyperbolic sines. */
    @Op(loop = "SINH")
    static Tensor sinh(Tensor x) {
        return record("SinhBackward0", UnaryOp.SINH, x, (op, y) -> op.elementwise(x, d -> d.mul(x.cosh()), x));
    }

    /** Hyperbolic cosines. */
    @Op(loop = "COSH")
    static Tensor cosh(Tensor x) {
        return record("CoshBackward0", UnaryOp.COSH, x, (op, y) -> op.elementwise(x, d -> d.mul(x.sinh()), x));
    }

    /** Hyperbolic tangents. */
    @Op(loop = "TANH")
    static Tensor tanh(Tensor x) {
        return record("TanhBackward0", UnaryOp.TANH, x, (op, y) -> op.elementwise(x, d -> tanhGrad(d, y), y));
    }

    private static Tensor tanhGrad(Tensor d, Tensor y) {
        Tensor fast = FastGradients.tanh(d, y);
        return fast != null ? fast : d.mul(Operators.sub(Tensor.weak(1), y.square()));
    }

    /** 1 / (1 + e^−x). */
    @Op(loop = "SIGMOID")
    static Tensor sigmoid(Tensor x) {
        return record("SigmoidBackward0", UnaryOp.SIGMOID, x, (op, y) -> op.elementwise(x, d -> sigmoidGrad(d, y), y));
    }

    private static Tensor sigmoidGrad(Tensor d, Tensor y) {
        Tensor fast = FastGradients.sigmoid(d, y);
        return fast != null ? fast : d.mul(y.mul(Operators.sub(Tensor.weak(1), y)));
    }

    /** log(1 + e^x). */
    @Op(loop = "SOFTPLUS")
    static Tensor softplus(Tensor x) {
        return record(
                "SoftplusBackward0", UnaryOp.SOFTPLUS, x, (op, y) -> op.elementwise(x, d -> softplusGrad(d, x), x));
    }

    private static Tensor softplusGrad(Tensor d, Tensor x) {
        Tensor fast = FastGradients.softplus(d, x);
        return fast != null ? fast : d.mul(x.sigmoid());
    }

    /** The error function. */
    @Op(loop = "ERF")
    static Tensor erf(Tensor x) {
        return record("ErfBackward0", UnaryOp.ERF, x, (op, y) -> op.elementwise(x, d -> d.mul(bell(x)), x));
    }

    /** 1 − erf(x), exact for large x. */
    @Op(loop = "ERFC")
    static Tensor erfc(Tensor x) {
        return record("ErfcBackward0", UnaryOp.ERFC, x, (op, y) -> op.elementwise(x, d -> d.mul(bell(x).neg()), x));
    }

    /** The derivative of the error function. */
    private static Tensor bell(Tensor x) {
        return x.square().neg().exp().mul(2 / Math.sqrt(Math.PI));
    }

    /** Logarithm of the absolute value of the gamma function. */
    @Op(loop = "LGAMMA")
    static Tensor lgamma(Tensor x) {
        return record("LgammaBackward0", UnaryOp.LGAMMA, x, (op, y) -> op.elementwise(x, d -> d.mul(x.digamma()), x));
    }

    /** Derivative of the logarithm of the gamma function. */
    @Op(loop = "DIGAMMA")
    static Tensor digamma(Tensor x) {
        return record(
                "DigammaBackward0", UnaryOp.DIGAMMA, x, (op, y) -> op.elementwise(x, d -> d.mul(polygamma(1, x)), x));
    }

    /** Derivative number n of digamma. */
    private static Tensor polygamma(int n, Tensor x) {
        Tensor y = Loops.fresh(x);
        for (int i = 0, work = 0; i < y.numel(); i++, work = Loops.poll(work + 64)) {
            y.storage.setDouble(i, SpecialFunctions.polygamma(n, y.storage.getDouble(i)));
        }
        return Operation.of("PolygammaBackward0", y)
                .elementwise(x, d -> d.mul(polygamma(n + 1, x)), x)
                .result();
    }

    /** Elements moved into [min, max]; either bound may be null. Outside the bounds the gradient is 0. */
    @Op(inPlace = true)
    static Tensor clamp(Tensor x, @Default("null") Number min, @Default("null") Number max) {
        if (min == null && max == null) {
            throw new IllegalArgumentException(say("tensor.functions.give-lower-bound-upper"));
        }
        Tensor y = x;
        if (min != null) {
            y = Loops.binary(BinaryOp.MAXIMUM, y, Tensor.weak(min));
        }
        if (max != null) {
            y = Loops.binary(BinaryOp.MINIMUM, y, Tensor.weak(max));
        }
        if (!Tape.watches(x)) {
            return y;
        }
        String gradName = min == null ? "ClampMaxBackward0" : max == null ? "ClampMinBackward0" : "ClampBackward1";
        return Operation.of(gradName, y)
                .elementwise(x, d -> Selection.where(inside(x, min, max), d, Tensor.empty(d.dtype(), Shape.SCALAR)), x)
                .result();
    }

    private static Tensor inside(Tensor x, Number min, Number max) {
        Tensor low = min == null ? null : x.ge(min), high = max == null ? null : x.le(max);
        return low == null ? high : high == null ? low : low.logicalAnd(high);
    }

    /** The element where it is positive, else {@code negativeSlope} times it. */
    @Op
    static Tensor leakyRelu(Tensor x, @Default("0.01") double negativeSlope) {
        Tensor y = FastGradients.leakyRelu(x, negativeSlope);
        return Operation.of("LeakyReluBackward0", y)
                .elementwise(x, d -> leakyReluGrad(d, x, negativeSlope), x)
                .result();
    }

    private static Tensor leakyReluGrad(Tensor d, Tensor x, double slope) {
        Tensor fast = FastGradients.leakyRelu(d, x, slope);
        return fast != null
                ? fast
                : slopes("LeakyReluBackwardBackward0", d, x, x.gt(0).logicalNot(), slope);
    }

    /** The element where it is positive, else {@code alpha · (e^x − 1)}. */
    @Op
    static Tensor elu(Tensor x, @Default("1") double alpha) {
        Tensor y = FastGradients.elu(Casting.requireFloating("elu", x), alpha);
        return Operation.of("EluBackward0", y)
                .elementwise(x, d -> eluGrad(d, x, alpha), x)
                .result();
    }

    private static Tensor eluGrad(Tensor d, Tensor x, double alpha) {
        Tensor fast = FastGradients.elu(d, x, alpha);
        return fast != null ? fast : composedEluGrad(d, x, alpha);
    }

    private static Tensor composedEluGrad(Tensor d, Tensor x, double alpha) {
        String name = "EluBackwardBackward0";
        Tensor zero = Tensor.empty(x.dtype(), Shape.SCALAR);
        Tensor below = d.mul(Selection.where(x.lt(0), x, zero).exp().mul(alpha));
        return Selection.where(name, x.lt(0), below, slopes(name, d, x, x.le(0), alpha));
    }

    /** x · sigmoid(x). */
    @Op
    static Tensor silu(Tensor x) {
        return record("SiluBackward0", UnaryOp.SILU, x, (op, y) -> op.elementwise(x, d -> siluGrad(d, x), x));
    }

    private static Tensor siluGrad(Tensor d, Tensor x) {
        Tensor fast = FastGradients.silu(d, x);
        Tensor s = fast != null ? null : x.sigmoid();
        return fast != null
                ? fast
                : d.mul(s.mul(x.mul(Operators.sub(Tensor.weak(1), s)).add(1)));
    }

    /**
     * x · P(Z &lt; x) for a standard normal Z (Hendrycks and Gimpel 2016).
     *
     * @param approximate "none", or "tanh" for the approximation by a hyperbolic tangent
     */
    @Op
    static Tensor gelu(Tensor x, @Default("\"none\"") String approximate) {
        return switch (approximate) {
            case "none" -> FastGradients.isPlain(x) ? fusedGelu(x) : normalGelu(x);
            case "tanh" -> {
                Tensor inner = x.add(x.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
                yield x.mul(inner.tanh().add(1)).mul(0.5);
            }
            default ->
                throw new IllegalArgumentException(
                        say("tensor.functions.approximate-none-tanh-got", "approximate", approximate));
        };
    }

    private static Tensor normalGelu(Tensor x) {
        return x.mul(x.mul(Math.sqrt(0.5)).erf().add(1)).mul(0.5);
    }

    private static Tensor fusedGelu(Tensor x) {
        Tensor y = FastGradients.gelu(x);
        return Operation.of("GeluBackward0", y)
                .elementwise(x, d -> geluGrad(d, x), x)
                .result();
    }

    private static Tensor geluGrad(Tensor d, Tensor x) {
        Tensor fast = FastGradients.gelu(d, x);
        Tensor rise = fast != null ? null : x.mul(Math.sqrt(0.5)).erf().add(1).mul(0.5);
        return fast != null
                ? fast
                : d.mul(rise.add(x.mul(x.square().mul(-0.5).exp()).mul(1 / Math.sqrt(2 * Math.PI))));
    }

    /** What is left when the whole part is cut off, with the sign of the element. */
    @Op
    static Tensor frac(Tensor x) {
        return x.sub(trunc(x));
    }

    /** On the way to another tensor: this + weight·(end − this), element by element; 0 stays, 1 arrives. */
    @Op
    static Tensor lerp(Tensor x, Tensor end, Number weight) {
        return x.add(end.sub(x).mul(weight));
    }
}
