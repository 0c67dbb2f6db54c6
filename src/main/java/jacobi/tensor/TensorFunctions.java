package jacobi.tensor;

/** Functions of every element of a {@link Tensor}. */
public sealed interface TensorFunctions permits Tensor {
    /** Absolute values; the gradient at 0 is 0. */
    default Tensor abs() {
        return Functions.abs(self());
    }

    /** Squares. */
    default Tensor square() {
        return Functions.square(self());
    }

    /** −1, 0 or 1 by the sign. */
    default Tensor sign() {
        return Functions.sign(self());
    }

    /** Rounded down. */
    default Tensor floor() {
        return Functions.floor(self());
    }

    /** Rounded up. */
    default Tensor ceil() {
        return Functions.ceil(self());
    }

    /** To the nearest integers, halves to even ones. */
    default Tensor round() {
        return Functions.round(self());
    }

    /** Rounded toward zero. */
    default Tensor trunc() {
        return Functions.trunc(self());
    }

    /** What is left when the whole part is cut off, with the sign of the element. */
    default Tensor frac() {
        return self().sub(trunc());
    }

    /** On the way to another tensor: this + weight·(end − this), element by element; 0 stays, 1 arrives. */
    default Tensor lerp(Tensor end, Number weight) {
        return self().add(end.sub(self()).mul(weight));
    }

    /** e to the power of every element. */
    default Tensor exp() {
        return Functions.exp(self());
    }

    /** e^x − 1, exact for small x. */
    default Tensor expm1() {
        return Functions.expm1(self());
    }

    /** Natural logarithms. */
    default Tensor log() {
        return Functions.log(self());
    }

    /** log(1 + x), exact for small x. */
    default Tensor log1p() {
        return Functions.log1p(self());
    }

    /** Logarithms to base 2. */
    default Tensor log2() {
        return Functions.log2(self());
    }

    /** Logarithms to base 10. */
    default Tensor log10() {
        return Functions.log10(self());
    }

    /** Square roots; NaN of negative elements. */
    default Tensor sqrt() {
        return Functions.sqrt(self());
    }

    /** 1 / √x. */
    default Tensor rsqrt() {
        return Functions.rsqrt(self());
    }

    /** 1 / x. */
    default Tensor reciprocal() {
        return Functions.reciprocal(self());
    }

    /** Sines of radians. */
    default Tensor sin() {
        return Functions.sin(self());
    }

    /** Cosines of radians. */
    default Tensor cos() {
        return Functions.cos(self());
    }

    /** Tangents of radians. */
    default Tensor tan() {
        return Functions.tan(self());
    }

    /** Arcsines. */
    default Tensor asin() {
        return Functions.asin(self());
    }

    /** Arccosines. */
    default Tensor acos() {
        return Functions.acos(self());
    }

    /** Arctangents. */
    default Tensor atan() {
        return Functions.atan(self());
    }

    /** Hyperbolic sines. */
    default Tensor sinh() {
        return Functions.sinh(self());
    }

    /** Hyperbolic cosines. */
    default Tensor cosh() {
        return Functions.cosh(self());
    }

    /** Hyperbolic tangents. */
    default Tensor tanh() {
        return Functions.tanh(self());
    }

    /** 1 / (1 + e^−x). */
    default Tensor sigmoid() {
        return Functions.sigmoid(self());
    }

    /** log(1 + e^x). */
    default Tensor softplus() {
        return Functions.softplus(self());
    }

    /** The element where it is positive, else 0; the gradient at 0 is 0. */
    default Tensor relu() {
        return Functions.relu(self());
    }

    /** x · sigmoid(x). */
    default Tensor silu() {
        return Functions.silu(self());
    }

    /** x · P(Z < x) for a standard normal Z. */
    default Tensor gelu() {
        return Functions.gelu(self());
    }

    /** The error function. */
    default Tensor erf() {
        return Functions.erf(self());
    }

    /** 1 − erf(x), exact for large x. */
    default Tensor erfc() {
        return Functions.erfc(self());
    }

    /** Logarithm of the absolute value of the gamma function. */
    default Tensor lgamma() {
        return Functions.lgamma(self());
    }

    /** Derivative of the logarithm of the gamma function. */
    default Tensor digamma() {
        return Functions.digamma(self());
    }

    /** The element where it is positive, else {@code slope} times it. */
    default Tensor leakyRelu(double slope) {
        return Functions.leakyRelu(self(), slope);
    }

    /** The element where it is positive, else {@code alpha * (e^x - 1)}. */
    default Tensor elu(double alpha) {
        return Functions.elu(self(), alpha);
    }

    /** Elements moved into [min, max]; either bound may be null. */
    default Tensor clamp(Number min, Number max) {
        return Functions.clamp(self(), min, max);
    }

    /** As {@link #clamp}, in place. */
    default Tensor clamp_(Number min, Number max) {
        return InPlace.apply("clamp_", self(), self(), x -> Functions.clamp(x, min, max));
    }

    /** abs, in place. */
    default Tensor abs_() {
        return InPlace.unary(UnaryOp.ABS, "abs_", self(), Functions::abs);
    }

    /** exp, in place. */
    default Tensor exp_() {
        return InPlace.unary(UnaryOp.EXP, "exp_", self(), Functions::exp);
    }

    /** log, in place. */
    default Tensor log_() {
        return InPlace.unary(UnaryOp.LOG, "log_", self(), Functions::log);
    }

    /** sqrt, in place. */
    default Tensor sqrt_() {
        return InPlace.unary(UnaryOp.SQRT, "sqrt_", self(), Functions::sqrt);
    }

    /** sin, in place. */
    default Tensor sin_() {
        return InPlace.unary(UnaryOp.SIN, "sin_", self(), Functions::sin);
    }

    /** cos, in place. */
    default Tensor cos_() {
        return InPlace.unary(UnaryOp.COS, "cos_", self(), Functions::cos);
    }

    /** tanh, in place. */
    default Tensor tanh_() {
        return InPlace.unary(UnaryOp.TANH, "tanh_", self(), Functions::tanh);
    }

    /** sigmoid, in place. */
    default Tensor sigmoid_() {
        return InPlace.unary(UnaryOp.SIGMOID, "sigmoid_", self(), Functions::sigmoid);
    }

    /** relu, in place. */
    default Tensor relu_() {
        return InPlace.unary(UnaryOp.RELU, "relu_", self(), Functions::relu);
    }

    /** floor, in place. */
    default Tensor floor_() {
        return InPlace.unary(UnaryOp.FLOOR, "floor_", self(), Functions::floor);
    }

    /** ceil, in place. */
    default Tensor ceil_() {
        return InPlace.unary(UnaryOp.CEIL, "ceil_", self(), Functions::ceil);
    }

    /** round, in place. */
    default Tensor round_() {
        return InPlace.unary(UnaryOp.ROUND, "round_", self(), Functions::round);
    }

    /** reciprocal, in place. */
    default Tensor reciprocal_() {
        return InPlace.unary(UnaryOp.RECIPROCAL, "reciprocal_", self(), Functions::reciprocal);
    }

    /** square, in place. */
    default Tensor square_() {
        return InPlace.unary(UnaryOp.SQUARE, "square_", self(), Functions::square);
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
