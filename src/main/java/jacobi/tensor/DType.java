package jacobi.tensor;

/**
 * The type of a tensor's elements, named as PyTorch names it.
 *
 * <p>Constants stand in the order of promotion: an operation on two tensors computes in the later of their types.
 */
public enum DType {
    /** True or false. */
    bool,
    /** Integers of 32 bits. */
    int32,
    /** Integers of 64 bits, the type of tensors made of integers. */
    int64,
    /** Fractions of 32 bits, the type of tensors made of fractions. */
    float32,
    /** Fractions of 64 bits. */
    float64;

    /** Whether elements are fractions, which alone can have gradients. */
    public boolean isFloatingPoint() {
        return this == float32 || this == float64;
    }

    /** Bytes of one element. */
    public int itemsize() {
        return switch (this) {
            case bool -> 1;
            case int32, float32 -> 4;
            case int64, float64 -> 8;
        };
    }

    /** The type itself if it holds fractions, else float32: what functions such as exp return for integers. */
    DType floating() {
        return isFloatingPoint() ? this : float32;
    }

    static DType promote(DType a, DType b) {
        return a.ordinal() >= b.ordinal() ? a : b;
    }

    /** Whether values may be written into elements of {@code target} by an in-place operation. */
    boolean canWriteInto(DType target) {
        return !(isFloatingPoint() && !target.isFloatingPoint()) && !(this != bool && target == bool);
    }

    /** The name with PyTorch's prefix: {@code torch.float32}. */
    @Override
    public String toString() {
        return "torch." + name();
    }
}
