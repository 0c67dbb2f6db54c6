package jacobi.tensor;

/** How a tensor came about, as far as gradients need it: the tape's side of a {@link Tensor}. */
final class GradientHistory {
    /** A leaf whose gradient is wanted. */
    boolean leafRequiresGrad;
    /** The operation that made the tensor, or null of a leaf. */
    Node node;
    /** Where the gradient of a leaf arrives, or null before anything depends on it. */
    Node accumulator;
    /** The accumulated gradient of a leaf, or of another tensor that retains it. */
    Tensor grad;
    /** The derivative travelling along in forward mode, or null. */
    Tensor tangent;
    /** Counts in-place changes of history of a tensor that has views. */
    int rewrites;
    /** Of a view: the base's {@link #rewrites} its own node was made for. */
    int rewritesSeen;
}
