package jacobi.tensor;

/**
 * PyTorch's promotion of types: tensors with axes decide; a 0-d tensor or a Java number only raises the kind (bool,
 * integer, fraction), and a Java fraction then counts as float32.
 */
final class Promotion {
    private Promotion() {}

    static DType of(Tensor a, Tensor b) {
        DType left = a.dtype(), right = b.dtype();
        int ra = rank(a), rb = rank(b);
        if (ra == rb) {
            return left == right && !a.weak ? left : DType.promote(weakened(a), weakened(b));
        }
        return ra > rb ? combine(left, weakened(b)) : combine(right, weakened(a));
    }

    /** How much say an operand has: 2 with axes, 1 a 0-d tensor, 0 a Java number. */
    private static int rank(Tensor x) {
        return x.weak ? 0 : x.shape.dims.length == 0 ? 1 : 2;
    }

    private static DType weakened(Tensor x) {
        return x.weak && x.dtype().isFloatingPoint() ? DType.float32 : x.dtype();
    }

    private static DType combine(DType strong, DType other) {
        if (strong.isFloatingPoint()) {
            return strong;
        }
        return strong == DType.bool || other.isFloatingPoint() ? DType.promote(strong, other) : strong;
    }
}
