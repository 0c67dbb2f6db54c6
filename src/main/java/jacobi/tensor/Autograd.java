package jacobi.tensor;

/** Differentiation of functions of tensors, backward and forward. */
public final class Autograd {
    private Autograd() {}

    static void backward(Tensor root, Tensor gradient, boolean retainGraph, boolean createGraph) {
        if (!Tape.requiresGrad(root))
            throw new IllegalStateException("backward: this tensor does not depend on any tensor that requires grad; "
                    + "call requiresGrad_(true) on a leaf before computing with it");
        Backward.run(new Tensor[] {root}, new Tensor[] {seed(root, gradient)}, retainGraph, createGraph, null);
    }

    /** The gradient a pass begins with: 1 for a number, else what the caller gave. */
    private static Tensor seed(Tensor root, Tensor gradient) {
        if (gradient == null) {
            if (root.numel() != 1)
                throw new IllegalStateException(
                        "backward: a gradient exists for a number only, and this tensor has shape "
                                + root.shape.text() + "; use y.sum().backward(), or weigh its elements: y.backward(ones"
                                + (root.dim() == 1 ? "(" + root.numel() + ")" : root.shape.text()) + ")");
            return Tensors.onesLike(root.detach());
        }
        if (!gradient.shape.equals(root.shape))
            throw new IllegalArgumentException("backward: the gradient has shape " + gradient.shape.text()
                    + ", the tensor " + root.shape.text() + "; they must be the same");
        return Casting.to(gradient, root.dtype());
    }
}
