package jacobi.tensor;

/** Arithmetic of a {@link Tensor}: what {@code + - * / ** %} mean, and the same in place. */
public sealed interface TensorArithmetic permits Tensor {
    /** Sum, element by element with broadcasting. */
    default Tensor add(Tensor other) {
        return Operators.add(self(), other);
    }

    /** Sum, element by element with broadcasting. */
    default Tensor add(Number other) {
        return Operators.add(self(), Tensor.weak(other));
    }

    /** Difference, element by element with broadcasting. */
    default Tensor sub(Tensor other) {
        return Operators.sub(self(), other);
    }

    /** Difference, element by element with broadcasting. */
    default Tensor sub(Number other) {
        return Operators.sub(self(), Tensor.weak(other));
    }

    /** Product, element by element with broadcasting (the Hadamard product of matrices). */
    default Tensor mul(Tensor other) {
        return Operators.mul(self(), other);
    }

    /** Product, element by element with broadcasting (the Hadamard product of matrices). */
    default Tensor mul(Number other) {
        return Operators.mul(self(), Tensor.weak(other));
    }

    /** Quotient, element by element with broadcasting; that of integers is float32. */
    default Tensor div(Tensor other) {
        return Operators.div(self(), other);
    }

    /** Quotient, element by element with broadcasting; that of integers is float32. */
    default Tensor div(Number other) {
        return Operators.div(self(), Tensor.weak(other));
    }

    /** Power, element by element with broadcasting. Integers to negative powers are an error. */
    default Tensor pow(Tensor exponent) {
        return Operators.pow(self(), exponent);
    }

    /** Power, element by element. */
    default Tensor pow(Number exponent) {
        return Operators.pow(self(), exponent);
    }

    /** Quotient rounded down, element by element; it has no gradient. */
    default Tensor floorDivide(Tensor other) {
        return Operators.floorDivide(self(), other);
    }

    /** Quotient rounded down, element by element; it has no gradient. */
    default Tensor floorDivide(Number other) {
        return Operators.floorDivide(self(), Tensor.weak(other));
    }

    /** What is left by the quotient rounded down (Python's %): it has the divisor's sign. */
    default Tensor remainder(Tensor other) {
        return Operators.remainder(self(), other);
    }

    /** What is left by the quotient rounded down (Python's %): it has the divisor's sign. */
    default Tensor remainder(Number other) {
        return Operators.remainder(self(), Tensor.weak(other));
    }

    /** What is left by the quotient rounded toward zero (Java's %): it has the dividend's sign. */
    default Tensor fmod(Tensor other) {
        return Operators.fmod(self(), other);
    }

    /** What is left by the quotient rounded toward zero (Java's %): it has the dividend's sign. */
    default Tensor fmod(Number other) {
        return Operators.fmod(self(), Tensor.weak(other));
    }

    /** The larger of two, element by element; NaN if either is. */
    default Tensor maximum(Tensor other) {
        return Operators.maximum(self(), other);
    }

    /** The larger of two, element by element; NaN if either is. */
    default Tensor maximum(Number other) {
        return Operators.maximum(self(), Tensor.weak(other));
    }

    /** The smaller of two, element by element; NaN if either is. */
    default Tensor minimum(Tensor other) {
        return Operators.minimum(self(), other);
    }

    /** The smaller of two, element by element; NaN if either is. */
    default Tensor minimum(Number other) {
        return Operators.minimum(self(), Tensor.weak(other));
    }

    /** The angle of the point (other, this) in radians, from −π to π. */
    default Tensor atan2(Tensor other) {
        return Operators.atan2(self(), other);
    }

    /** The angle of the point (other, this) in radians, from −π to π. */
    default Tensor atan2(Number other) {
        return Operators.atan2(self(), Tensor.weak(other));
    }

    /** Length of the hypotenuse, √(this² + other²), without overflow. */
    default Tensor hypot(Tensor other) {
        return Operators.hypot(self(), other);
    }

    /** The negative of every element. */
    default Tensor neg() {
        return Functions.neg(self());
    }

    // In place: the tensor keeps its storage, type and shape.

    /** Adds in place. */
    default Tensor add_(Tensor other) {
        return InPlace.binary(BinaryOp.ADD, "add_", self(), other, x -> Operators.add(x, other));
    }

    /** Adds in place. */
    default Tensor add_(Number other) {
        return add_(Tensor.weak(other));
    }

    /** Subtracts in place. */
    default Tensor sub_(Tensor other) {
        return InPlace.binary(BinaryOp.SUB, "sub_", self(), other, x -> Operators.sub(x, other));
    }

    /** Subtracts in place. */
    default Tensor sub_(Number other) {
        return sub_(Tensor.weak(other));
    }

    /** Multiplies in place. */
    default Tensor mul_(Tensor other) {
        return InPlace.binary(BinaryOp.MUL, "mul_", self(), other, x -> Operators.mul(x, other));
    }

    /** Multiplies in place. */
    default Tensor mul_(Number other) {
        return mul_(Tensor.weak(other));
    }

    /** Divides in place; an integer tensor cannot hold the quotient, which is an error. */
    default Tensor div_(Tensor other) {
        return InPlace.binary(BinaryOp.DIV, "div_", self(), other, x -> Operators.div(x, other));
    }

    /** Divides in place; an integer tensor cannot hold the quotient, which is an error. */
    default Tensor div_(Number other) {
        return div_(Tensor.weak(other));
    }

    /** Takes the larger of two in place. */
    default Tensor maximum_(Tensor other) {
        return InPlace.binary(BinaryOp.MAXIMUM, "maximum_", self(), other, x -> Operators.maximum(x, other));
    }

    /** Takes the larger of two in place. */
    default Tensor maximum_(Number other) {
        return maximum_(Tensor.weak(other));
    }

    /** Takes the smaller of two in place. */
    default Tensor minimum_(Tensor other) {
        return InPlace.binary(BinaryOp.MINIMUM, "minimum_", self(), other, x -> Operators.minimum(x, other));
    }

    /** Takes the smaller of two in place. */
    default Tensor minimum_(Number other) {
        return minimum_(Tensor.weak(other));
    }

    /** Takes the remainder of division, with the divisor's sign, in place. */
    default Tensor remainder_(Tensor other) {
        return InPlace.binary(BinaryOp.REMAINDER, "remainder_", self(), other, x -> Operators.remainder(x, other));
    }

    /** Takes the remainder of division, with the divisor's sign, in place. */
    default Tensor remainder_(Number other) {
        return remainder_(Tensor.weak(other));
    }

    /** Divides in place, rounding down. */
    default Tensor floorDivide_(Tensor other) {
        return InPlace.binary(
                BinaryOp.FLOOR_DIVIDE, "floorDivide_", self(), other, x -> Operators.floorDivide(x, other));
    }

    /** Divides in place, rounding down. */
    default Tensor floorDivide_(Number other) {
        return floorDivide_(Tensor.weak(other));
    }

    /** Raises to a power in place. */
    default Tensor pow_(Tensor exponent) {
        return InPlace.apply("pow_", self(), exponent, x -> Operators.pow(x, exponent));
    }

    /** Raises to a power in place. */
    default Tensor pow_(Number exponent) {
        return InPlace.apply("pow_", self(), self(), x -> Operators.pow(x, exponent));
    }

    /** Adds {@code alpha * other} in place, as a step of gradient descent does: {@code w.add_(w.grad(), -lr)}. */
    default Tensor add_(Tensor other, Number alpha) {
        return InPlace.addScaled(self(), other, alpha);
    }

    /** Negates in place. */
    default Tensor neg_() {
        return InPlace.unary(UnaryOp.NEG, "neg_", self(), Functions::neg);
    }

    /** Sets every element to 0. */
    default Tensor zero_() {
        return Indexing.copy("ZeroBackward0", self(), Tensor.weak(0));
    }

    /** Sets every element to a number. */
    default Tensor fill_(Number value) {
        return Indexing.copy("FillBackward2", self(), Tensor.weak(value));
    }

    /** Takes over the values of another tensor, broadcast and converted to this type. */
    default Tensor copy_(Tensor source) {
        return Indexing.copy(self(), source);
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
