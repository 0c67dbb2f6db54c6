package jacobi.tensor;

/** What the history of tensors is: whether they are recorded, and by which operation they came about. */
final class Tape {
    private Tape() {}

    static GradientHistory history(Tensor x) {
        return x.history == null ? x.history = new GradientHistory() : x.history;
    }

    /**
     * The operation that made x, or null of a leaf; that of a view is made anew after its base was changed in place.
     */
    static Node node(Tensor x) {
        if (x.viewOf != null) {
            InPlace.refresh(x);
        }
        return x.history == null ? null : x.history.node;
    }

    static boolean requiresGrad(Tensor x) {
        Node node = node(x);
        return node != null || x.history != null && x.history.leafRequiresGrad;
    }

    /** The derivative travelling along with x, or null; also null while such a derivative is being computed. */
    static Tensor tangent(Tensor x) {
        if (x.viewOf != null) {
            InPlace.refresh(x);
        }
        return x.history == null || x.history.tangent == null || ForwardMode.isPaused() ? null : x.history.tangent;
    }

    /** Whether x has no history, nor has what it is a view of: the quickest thing to ask of most tensors. */
    static boolean isPlain(Tensor x) {
        return x.history == null && (x.viewOf == null || x.viewOf.history == null);
    }

    /** Whether an operation on x must be recorded: x's gradient is wanted, or a derivative travels along. */
    static boolean watches(Tensor x) {
        if (isPlain(x)) {
            return false;
        }
        return tangent(x) != null || requiresGrad(x) && GradMode.isEnabled();
    }

    static boolean watches(Tensor a, Tensor b) {
        return watches(a) || watches(b);
    }

    static boolean watches(Tensor[] xs) {
        for (Tensor x : xs) {
            if (watches(x)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the gradient of x goes: to the operation that made it, or to where a leaf accumulates; null if none is
     * wanted.
     */
    static Node target(Tensor x) {
        Node node = node(x);
        if (node != null || x.history == null || !x.history.leafRequiresGrad) {
            return node;
        }
        GradientHistory history = x.history;
        if (history.accumulator == null) {
            history.accumulator = Node.accumulating(x);
        }
        return history.accumulator;
    }
}
