package jacobi.tensor;

/**
 * Functions of one operand, element by element: each with its loop, its derivative and its {@code grad_fn} name. Integers give float32
 * where the function's values are fractions.
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

    static Tensor neg(Tensor x) {
        if (x.dtype() == DType.bool)
            throw new IllegalArgumentException(
                    "neg: a bool tensor has no negative; use logicalNot(), or to(int64) first");
        return keep("NegBackward0", UnaryOp.NEG, x, (op, y) -> op.elementwise(x, d -> d.neg()));
    }

    static Tensor abs(Tensor x) {
        return keep("AbsBackward0", UnaryOp.ABS, x, (op, y) -> op.elementwise(x, d -> d.mul(x.sign()), x));
    }

    static Tensor square(Tensor x) {
        // Of truth values the integers 0 and 1, as x ** 2.
        Tensor numbers = x.dtype() == DType.bool ? Loops.cast(x, DType.int64) : x;
        return keep("PowBackward0", UnaryOp.SQUARE, numbers, (op, y) -> op.elementwise(x, d -> d.mul(x.mul(2)), x));
    }

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

    static Tensor sign(Tensor x) {
        return staircase("SignBackward0", UnaryOp.SIGN, x);
    }

    static Tensor floor(Tensor x) {
        return staircase("FloorBackward0", UnaryOp.FLOOR, x);
    }

    static Tensor ceil(Tensor x) {
        return staircase("CeilBackward0", UnaryOp.CEIL, x);
    }

    static Tensor round(Tensor x) {
        return staircase("RoundBackward0", UnaryOp.ROUND, x);
    }

    static Tensor trunc(Tensor x) {
        return staircase("TruncBackward0", UnaryOp.TRUNC, x);
    }

    /** A function of derivative 0 wherever it has one. */
    private static Tensor staircase(String gradName, UnaryOp op, Tensor x) {
        return keep(gradName, op, x, (o, y) -> o.elementwise(x, Operation.ZERO));
    }

    static Tensor exp(Tensor x) {
        return record("ExpBackward0", UnaryOp.EXP, x, (op, y) -> op.elementwise(x, d -> d.mul(y), y));
    }

    static Tensor expm1(Tensor x) {
        return record("Expm1Backward0", UnaryOp.EXPM1, x, (op, y) -> op.elementwise(x, d -> d.mul(y.add(1)), y));
    }

    static Tensor log(Tensor x) {
        return record("LogBackward0", UnaryOp.LOG, x, (op, y) -> op.elementwise(x, d -> d.div(x), x));
    }

    static Tensor log1p(Tensor x) {
        return record("Log1PBackward0", UnaryOp.LOG1P, x, (op, y) -> op.elementwise(x, d -> d.div(x.add(1)), x));
    }

    static Tensor log2(Tensor x) {
        return record("Log2Backward0", UnaryOp.LOG2, x, (op, y) -> op.elementwise(x, d -> d.div(x.mul(LN2)), x));
    }

    static Tensor log10(Tensor x) {
        return record("Log10Backward0", UnaryOp.LOG10, x, (op, y) -> op.elementwise(x, d -> d.div(x.mul(LN10)), x));
    }

    static Tensor sqrt(Tensor x) {
        return record("SqrtBackward0", UnaryOp.SQRT, x, (op, y) -> op.elementwise(x, d -> d.div(y.mul(2)), y));
    }

    static Tensor rsqrt(Tensor x) {
        return record(
                "RsqrtBackward0",
                UnaryOp.RSQRT,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(y.pow(3)).mul(-0.5), y));
    }

    static Tensor reciprocal(Tensor x) {
        return record(
                "ReciprocalBackward0",
                UnaryOp.RECIPROCAL,
                x,
                (op, y) -> op.elementwise(x, d -> d.neg().mul(y.square()), y));
    }

    static Tensor sin(Tensor x) {
        return record("SinBackward0", UnaryOp.SIN, x, (op, y) -> op.elementwise(x, d -> d.mul(x.cos()), x));
    }

    static Tensor cos(Tensor x) {
        return record(
                "CosBackward0",
                UnaryOp.COS,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(x.sin().neg()), x));
    }

    static Tensor tan(Tensor x) {
        return record(
                "TanBackward0",
                UnaryOp.TAN,
                x,
                (op, y) -> op.elementwise(x, d -> d.mul(y.square().add(1)), y));
    }

    static Tensor asin(Tensor x) {
        return record(
                "AsinBackward0",
                UnaryOp.ASIN,
                x,
                (op, y) -> op.elementwise(
                        x, d -> d.mul(Operators.sub(Tensor.weak(1), x.square()).rsqrt()), x));
    }

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

    static Tensor atan(Tensor x) {
        return record(
                "AtanBackward0",
                UnaryOp.ATAN,
                x,
                (op, y) -> op.elementwise(x, d -> d.div(x.square().add(1)), x));
    }

    static Tensor sinh(Tensor x) {
        return record("SinhBackward0", UnaryOp.SINH, x, (op, y) -> op.elementwise(x, d -> d.mul(x.cosh()), x));
    }

    static Tensor cosh(Tensor x) {
        return record("CoshBackward0", UnaryOp.COSH, x, (op, y) -> op.elementwise(x, d -> d.mul(x.sinh()), x));
    }

    static Tensor tanh(Tensor x) {
        return record("TanhBackward0", UnaryOp.TANH, x, (op, y) -> op.elementwise(x, d -> tanhGrad(d, y), y));
    }

    private static Tensor tanhGrad(Tensor d, Tensor y) {
        Tensor fast = FastGradients.tanh(d, y);
        return fast != null ? fast : d.mul(Operators.sub(Tensor.weak(1), y.square()));
    }

    static Tensor sigmoid(Tensor x) {
        return record("SigmoidBackward0", UnaryOp.SIGMOID, x, (op, y) -> op.elementwise(x, d -> sigmoidGrad(d, y), y));
    }

    private static Tensor sigmoidGrad(Tensor d, Tensor y) {
        Tensor fast = FastGradients.sigmoid(d, y);
        return fast != null ? fast : d.mul(y.mul(Operators.sub(Tensor.weak(1), y)));
    }

    static Tensor softplus(Tensor x) {
        return record(
                "SoftplusBackward0", UnaryOp.SOFTPLUS, x, (op, y) -> op.elementwise(x, d -> d.mul(x.sigmoid()), x));
    }

    static Tensor erf(Tensor x) {
        return record("ErfBackward0", UnaryOp.ERF, x, (op, y) -> op.elementwise(x, d -> d.mul(bell(x)), x));
    }

    static Tensor erfc(Tensor x) {
        return record("ErfcBackward0", UnaryOp.ERFC, x, (op, y) -> op.elementwise(x, d -> d.mul(bell(x).neg()), x));
    }

    /** The derivative of the error function. */
    private static Tensor bell(Tensor x) {
        return x.square().neg().exp().mul(2 / Math.sqrt(Math.PI));
    }

    static Tensor lgamma(Tensor x) {
        return record("LgammaBackward0", UnaryOp.LGAMMA, x, (op, y) -> op.elementwise(x, d -> d.mul(x.digamma()), x));
    }

    /** The derivative of lgamma. */
    static Tensor digamma(Tensor x) {
        return record(
                "DigammaBackward0", UnaryOp.DIGAMMA, x, (op, y) -> op.elementwise(x, d -> d.mul(polygamma(1, x)), x));
    }

    /** Derivative number n of digamma. */
    private static Tensor polygamma(int n, Tensor x) {
        Tensor y = Loops.fresh(x);
        for (int i = 0, work = 0; i < y.numel(); i++, work = Loops.poll(work + 64))
            y.storage.setDouble(i, SpecialFunctions.polygamma(n, y.storage.getDouble(i)));
        if (!Tape.watches(x)) return y;
        return Operation.of("PolygammaBackward0", y)
                .elementwise(x, d -> d.mul(polygamma(n + 1, x)), x)
                .result();
    }

    /** x between two bounds, either of which may be null; outside them the gradient is 0. */
    static Tensor clamp(Tensor x, Number min, Number max) {
        if (min == null && max == null)
            throw new IllegalArgumentException("clamp: give a lower bound, an upper bound, or both");
        Tensor y = x;
        if (min != null) y = Loops.binary(BinaryOp.MAXIMUM, y, Tensor.weak(min));
        if (max != null) y = Loops.binary(BinaryOp.MINIMUM, y, Tensor.weak(max));
        if (!Tape.watches(x)) return y;
        String gradName = min == null ? "ClampMaxBackward0" : max == null ? "ClampMinBackward0" : "ClampBackward1";
        return Operation.of(gradName, y)
                .elementwise(
                        x, d -> Selection.where(inside(x, min, max), d, Tensor.empty(d.dtype(), Shape.SCALAR)), x)
                .result();
    }

    private static Tensor inside(Tensor x, Number min, Number max) {
        Tensor low = min == null ? null : x.ge(min), high = max == null ? null : x.le(max);
        return low == null ? high : high == null ? low : low.logicalAnd(high);
    }

    static Tensor leakyRelu(Tensor x, double slope) {
        Tensor plain = x.detach(), y = Selection.where(plain.gt(0), plain, plain.mul(slope));
        if (!Tape.watches(x)) return y;
        return Operation.of("LeakyReluBackward0", y)
                .elementwise(x, d -> slopes("LeakyReluBackwardBackward0", d, x, x.gt(0).logicalNot(), slope), x)
                .result();
    }

    static Tensor elu(Tensor x, double alpha) {
        Tensor plain = x.detach(),
                y = Selection.where(plain.gt(0), plain, clamp(plain, null, 0).expm1().mul(alpha));
        if (!Tape.watches(x)) return y;
        return Operation.of("EluBackward0", y)
                .elementwise(x, d -> eluGrad(d, x, alpha), x)
                .result();
    }

    private static Tensor eluGrad(Tensor d, Tensor x, double alpha) {
        String name = "EluBackwardBackward0";
        Tensor zero = Tensor.empty(x.dtype(), Shape.SCALAR);
        Tensor below = d.mul(Selection.where(x.lt(0), x, zero).exp().mul(alpha));
        return Selection.where(name, x.lt(0), below, slopes(name, d, x, x.le(0), alpha));
    }

    static Tensor silu(Tensor x) {
        return Operators.mul(x, sigmoid(x));
    }

    /** x times the probability that a normal variable is below x. */
    static Tensor gelu(Tensor x) {
        return x.mul(x.mul(Math.sqrt(0.5)).erf().add(1)).mul(0.5);
    }
}
