package jacobi.tensor;

/** Functions of elements that {@link Tensors} offers: the function forms of methods, and those with a number on the left. */
abstract class ElementFunctions extends ComparisonFunctions {
    /** Sum, element by element with broadcasting. */
    public static Tensor add(Tensor a, Tensor b) {
        return a.add(b);
    }

    /** Sum of a tensor and a number. */
    public static Tensor add(Tensor a, Number b) {
        return a.add(b);
    }

    /** Sum of a number and a tensor. */
    public static Tensor add(Number a, Tensor b) {
        return Operators.add(Tensor.weak(a), b);
    }

    /** Difference, element by element with broadcasting. */
    public static Tensor sub(Tensor a, Tensor b) {
        return a.sub(b);
    }

    /** Difference of a tensor and a number. */
    public static Tensor sub(Tensor a, Number b) {
        return a.sub(b);
    }

    /** Difference of a number and a tensor. */
    public static Tensor sub(Number a, Tensor b) {
        return Operators.sub("RsubBackward1", Tensor.weak(a), b);
    }

    /** Product, element by element with broadcasting. */
    public static Tensor mul(Tensor a, Tensor b) {
        return a.mul(b);
    }

    /** Product of a tensor and a number. */
    public static Tensor mul(Tensor a, Number b) {
        return a.mul(b);
    }

    /** Product of a number and a tensor. */
    public static Tensor mul(Number a, Tensor b) {
        return Operators.mul(Tensor.weak(a), b);
    }

    /** Quotient, element by element with broadcasting. */
    public static Tensor div(Tensor a, Tensor b) {
        return a.div(b);
    }

    /** Quotient of a tensor and a number. */
    public static Tensor div(Tensor a, Number b) {
        return a.div(b);
    }

    /** Quotient of a number and a tensor. */
    public static Tensor div(Number a, Tensor b) {
        return b.reciprocal().mul(a);
    }

    /** Quotient rounded down, element by element with broadcasting. */
    public static Tensor floorDivide(Tensor a, Tensor b) {
        return a.floorDivide(b);
    }

    /** Quotient rounded down of a tensor and a number. */
    public static Tensor floorDivide(Tensor a, Number b) {
        return a.floorDivide(b);
    }

    /** Quotient rounded down of a number and a tensor. */
    public static Tensor floorDivide(Number a, Tensor b) {
        return Operators.floorDivide(Tensor.weak(a), b);
    }

    /** Remainder with the divisor's sign, element by element with broadcasting. */
    public static Tensor remainder(Tensor a, Tensor b) {
        return a.remainder(b);
    }

    /** Remainder with the divisor's sign of a tensor and a number. */
    public static Tensor remainder(Tensor a, Number b) {
        return a.remainder(b);
    }

    /** Remainder with the divisor's sign of a number and a tensor. */
    public static Tensor remainder(Number a, Tensor b) {
        return Operators.remainder(Tensor.weak(a), b);
    }

    /** Remainder with the dividend's sign, element by element with broadcasting. */
    public static Tensor fmod(Tensor a, Tensor b) {
        return a.fmod(b);
    }

    /** Remainder with the dividend's sign of a tensor and a number. */
    public static Tensor fmod(Tensor a, Number b) {
        return a.fmod(b);
    }

    /** Remainder with the dividend's sign of a number and a tensor. */
    public static Tensor fmod(Number a, Tensor b) {
        return Operators.fmod(Tensor.weak(a), b);
    }

    /** The larger of two, element by element with broadcasting. */
    public static Tensor maximum(Tensor a, Tensor b) {
        return a.maximum(b);
    }

    /** The larger of two of a tensor and a number. */
    public static Tensor maximum(Tensor a, Number b) {
        return a.maximum(b);
    }

    /** The larger of two of a number and a tensor. */
    public static Tensor maximum(Number a, Tensor b) {
        return Operators.maximum(Tensor.weak(a), b);
    }

    /** The smaller of two, element by element with broadcasting. */
    public static Tensor minimum(Tensor a, Tensor b) {
        return a.minimum(b);
    }

    /** The smaller of two of a tensor and a number. */
    public static Tensor minimum(Tensor a, Number b) {
        return a.minimum(b);
    }

    /** The smaller of two of a number and a tensor. */
    public static Tensor minimum(Number a, Tensor b) {
        return Operators.minimum(Tensor.weak(a), b);
    }

    /** The angle of the point (b, a), element by element with broadcasting. */
    public static Tensor atan2(Tensor a, Tensor b) {
        return a.atan2(b);
    }

    /** The angle of the point (b, a) of a tensor and a number. */
    public static Tensor atan2(Tensor a, Number b) {
        return a.atan2(b);
    }

    /** The angle of the point (b, a) of a number and a tensor. */
    public static Tensor atan2(Number a, Tensor b) {
        return Operators.atan2(Tensor.weak(a), b);
    }

    /** Power, element by element with broadcasting. */
    public static Tensor pow(Tensor a, Tensor b) {
        return a.pow(b);
    }

    /** Power of a tensor with a number as exponent. */
    public static Tensor pow(Tensor a, Number b) {
        return a.pow(b);
    }

    /** Power of a number with a tensor as exponent. */
    public static Tensor pow(Number a, Tensor b) {
        return Operators.pow(Tensor.weak(a), b);
    }

    /** The negative. */
    public static Tensor neg(Tensor x) {
        return x.neg();
    }

    /** Absolute values. */
    public static Tensor abs(Tensor x) {
        return x.abs();
    }

    /** Squares. */
    public static Tensor square(Tensor x) {
        return x.square();
    }

    /** Signs. */
    public static Tensor sign(Tensor x) {
        return x.sign();
    }

    /** Rounded down. */
    public static Tensor floor(Tensor x) {
        return x.floor();
    }

    /** Rounded up. */
    public static Tensor ceil(Tensor x) {
        return x.ceil();
    }

    /** To the nearest integers, halves to even ones. */
    public static Tensor round(Tensor x) {
        return x.round();
    }

    /** Rounded toward zero. */
    public static Tensor trunc(Tensor x) {
        return x.trunc();
    }

    /** e to the power of elements. */
    public static Tensor exp(Tensor x) {
        return x.exp();
    }

    /** e^x − 1. */
    public static Tensor expm1(Tensor x) {
        return x.expm1();
    }

    /** Natural logarithms. */
    public static Tensor log(Tensor x) {
        return x.log();
    }

    /** log(1 + x). */
    public static Tensor log1p(Tensor x) {
        return x.log1p();
    }

    /** Logarithms to base 2. */
    public static Tensor log2(Tensor x) {
        return x.log2();
    }

    /** Logarithms to base 10. */
    public static Tensor log10(Tensor x) {
        return x.log10();
    }

    /** Square roots. */
    public static Tensor sqrt(Tensor x) {
        return x.sqrt();
    }

    /** 1 / √x. */
    public static Tensor rsqrt(Tensor x) {
        return x.rsqrt();
    }

    /** 1 / x. */
    public static Tensor reciprocal(Tensor x) {
        return x.reciprocal();
    }

    /** Sines of radians. */
    public static Tensor sin(Tensor x) {
        return x.sin();
    }

    /** Cosines of radians. */
    public static Tensor cos(Tensor x) {
        return x.cos();
    }

    /** Tangents of radians. */
    public static Tensor tan(Tensor x) {
        return x.tan();
    }

    /** Arcsines. */
    public static Tensor asin(Tensor x) {
        return x.asin();
    }

    /** Arccosines. */
    public static Tensor acos(Tensor x) {
        return x.acos();
    }

    /** Arctangents. */
    public static Tensor atan(Tensor x) {
        return x.atan();
    }

    /** Hyperbolic sines. */
    public static Tensor sinh(Tensor x) {
        return x.sinh();
    }

    /** Hyperbolic cosines. */
    public static Tensor cosh(Tensor x) {
        return x.cosh();
    }

    /** Hyperbolic tangents. */
    public static Tensor tanh(Tensor x) {
        return x.tanh();
    }

    /** 1 / (1 + e^−x). */
    public static Tensor sigmoid(Tensor x) {
        return x.sigmoid();
    }

    /** log(1 + e^x). */
    public static Tensor softplus(Tensor x) {
        return x.softplus();
    }

    /** Elements where positive, else 0. */
    public static Tensor relu(Tensor x) {
        return x.relu();
    }

    /** x · sigmoid(x). */
    public static Tensor silu(Tensor x) {
        return x.silu();
    }

    /** x · P(Z < x), Z standard normal. */
    public static Tensor gelu(Tensor x) {
        return x.gelu();
    }

    /** The error function. */
    public static Tensor erf(Tensor x) {
        return x.erf();
    }

    /** 1 − erf(x). */
    public static Tensor erfc(Tensor x) {
        return x.erfc();
    }

    /** Logarithm of the absolute gamma function. */
    public static Tensor lgamma(Tensor x) {
        return x.lgamma();
    }

    /** Derivative of lgamma. */
    public static Tensor digamma(Tensor x) {
        return x.digamma();
    }

    /** Elements moved into [min, max]; either bound may be null. */
    public static Tensor clamp(Tensor x, Number min, Number max) {
        return x.clamp(min, max);
    }
}
