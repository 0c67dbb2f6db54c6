package jacobi.tensor;

import static jacobi.language.Say.say;

/** Conversion between element types; gradients pass between fractions of different width. */
final class Casting {
    private Casting() {}

    /** x itself if it has the type already. */
    static Tensor to(Tensor x, DType type) {
        if (x.dtype() == type) {
            return x;
        }
        Tensor y = Loops.cast(x, type);
        if (!type.isFloatingPoint() || !Tape.watches(x)) {
            return y;
        }
        DType before = x.dtype();
        return Operation.of("ToCopyBackward0", y)
                .input(x, t -> to(t, type), g -> to(g, before))
                .result();
    }

    /** A contiguous copy with storage of its own. */
    static Tensor copy(Tensor x) {
        Tensor y = Loops.fresh(x);
        return Tape.watches(x)
                ? Operation.of("CloneBackward0", y).elementwise(x, d -> d).result()
                : y;
    }

    /** x itself if contiguous, else a copy. */
    static Tensor contiguous(Tensor x) {
        return x.isContiguous() ? x : copy(x);
    }

    /** x, which must hold fractions for the operation named. */
    static Tensor requireFloating(String operation, Tensor x) {
        if (!x.dtype().isFloatingPoint()) {
            throw new IllegalArgumentException(
                    say("tensor.casting.needs-fractions-got-convert", "operation", operation, "dtype", x.dtype()));
        }
        return x;
    }
}
