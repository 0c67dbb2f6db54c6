package jacobi.tensor;

import jacobi.tensor.cpu.ErrorFunction;
import java.util.function.DoubleUnaryOperator;

/** A function of one number, applied element by element; its gradient is where the operation is defined. */
enum UnaryOp implements ElementFunction {
    NEG(x -> -x) {
        @Override
        public long apply(long x) {
            return -x;
        }
    },
    ABS(Math::abs) {
        @Override
        public long apply(long x) {
            return Math.abs(x);
        }
    },
    SQUARE(x -> x * x) {
        @Override
        public long apply(long x) {
            return x * x;
        }
    },
    /** 1, -1 or 0; 0 also of NaN, as in PyTorch. */
    SIGN(x -> x > 0 ? 1 : x < 0 ? -1 : 0) {
        @Override
        public long apply(long x) {
            return Long.signum(x);
        }
    },
    /** NaN stays; -0 becomes 0, which PyTorch leaves. */
    RELU(x -> x > 0 || x != x ? x : 0) {
        @Override
        public long apply(long x) {
            return Math.max(x, 0);
        }
    },
    FLOOR(Math::floor) {
        @Override
        public long apply(long x) {
            return x;
        }
    },
    CEIL(Math::ceil) {
        @Override
        public long apply(long x) {
            return x;
        }
    },
    /** To the nearest integer, halves to the even one. */
    ROUND(Math::rint) {
        @Override
        public long apply(long x) {
            return x;
        }
    },
    TRUNC(x -> x < 0 ? Math.ceil(x) : Math.floor(x)) {
        @Override
        public long apply(long x) {
            return x;
        }
    },
    EXP(Math::exp),
    EXPM1(Math::expm1),
    LOG(Math::log),
    LOG1P(Math::log1p),
    LOG2(x -> SpecialFunctions.log2(x)),
    LOG10(Math::log10),
    SQRT(Math::sqrt),
    RSQRT(x -> 1 / Math.sqrt(x)),
    RECIPROCAL(x -> 1 / x),
    SIN(Math::sin),
    COS(Math::cos),
    TAN(Math::tan),
    ASIN(Math::asin),
    ACOS(Math::acos),
    ATAN(Math::atan),
    SINH(Math::sinh),
    COSH(Math::cosh),
    TANH(Math::tanh),
    SIGMOID(x -> 1 / (1 + Math.exp(-x))),
    SILU(x -> x / (1 + Math.exp(-x))),
    SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
    ERF(ErrorFunction::erf),
    ERFC(ErrorFunction::erfc),
    LGAMMA(SpecialFunctions::lgamma),
    DIGAMMA(SpecialFunctions::digamma);

    private final DoubleUnaryOperator function;

    UnaryOp(DoubleUnaryOperator function) {
        this.function = function;
    }

    @Override
    public final double apply(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public long apply(long x) {
        throw new UnsupportedOperationException(name());
    }
}
