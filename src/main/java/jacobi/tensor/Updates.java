package jacobi.tensor;

import jacobi.tensor.cpu.Passes;

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
     * @param keep how much of the mean stays
     * @param stay how much of the mean square stays
     * @param decay how much of x is added to the gradient
     * @param shrink what x is multiplied by before, or 1
     * @param root what the root of the mean square is divided by
     * @param eps added to it
     * @param rate what the quotient is multiplied by
     */
    public static boolean adam(
            Tensor x,
            Tensor grad,
            Tensor mean,
            Tensor square,
            double keep,
            double stay,
            double decay,
            double shrink,
            double root,
            double eps,
            double rate) {
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
                        keep,
                        stay,
                        decay,
                        shrink,
                        root,
                        eps,
                        rate));
        x.storage.changed();
        mean.storage.changed();
        square.storage.changed();
        return true;
    }

    /** A step of RMSprop, as {@link #adam}; {@code stay} is how much of the mean square stays. */
    public static boolean rmsprop(
            Tensor x, Tensor grad, Tensor square, double stay, double decay, double eps, double rate) {
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
                        stay,
                        decay,
                        eps,
                        rate));
        x.storage.changed();
        square.storage.changed();
        return true;
    }
}
