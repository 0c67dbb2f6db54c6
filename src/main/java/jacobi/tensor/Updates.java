package jacobi.tensor;

import jacobi.tensor.cpu.Passes;
import jacobi.tensor.cpu.UpdateRule;

/**
 * What optimisers do to a parameter, in one pass over it where all tensors lie without gaps; in place, and past the
 * tape.
 */
public final class Updates {
    private Updates() {}

    private static boolean suit(Tensor x, Tensor... others) {
        boolean suit = x.dtype().isFloatingPoint() && x.isContiguous() && x.numel() > 0;
        for (Tensor y : others) {
            suit = suit
                    && y.dtype() == x.dtype()
                    && y.isContiguous()
                    && y.shape.equals(x.shape)
                    && y.storage != x.storage;
        }
        return suit;
    }

    /**
     * A step of Adam; false, and nothing is modified, where the tensors do not lie so.
     *
     * @param x modified, as are mean and square
     */
    public static boolean adam(Tensor x, Tensor grad, Tensor mean, Tensor square, UpdateRule rule) {
        if (!suit(x, grad, mean, square)) {
            return false;
        }
        Loops.pieces(
                x.numel(),
                (at, n) -> Passes.adam(
                        grad.storage.array,
                        grad.offset + at,
                        x.storage.array,
                        x.offset + at,
                        mean.storage.array,
                        mean.offset + at,
                        square.storage.array,
                        square.offset + at,
                        n,
                        rule));
        x.storage.changed();
        mean.storage.changed();
        square.storage.changed();
        return true;
    }

    /** A step of RMSprop, as {@link #adam}. */
    public static boolean rmsprop(Tensor x, Tensor grad, Tensor square, UpdateRule rule) {
        if (!suit(x, grad, square)) {
            return false;
        }
        Loops.pieces(
                x.numel(),
                (at, n) -> Passes.rmsprop(
                        grad.storage.array,
                        grad.offset + at,
                        x.storage.array,
                        x.offset + at,
                        square.storage.array,
                        square.offset + at,
                        n,
                        rule));
        x.storage.changed();
        square.storage.changed();
        return true;
    }
}
