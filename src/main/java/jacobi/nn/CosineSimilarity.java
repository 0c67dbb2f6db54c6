package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Cosine of the angle between vectors along an axis. */
public final class CosineSimilarity extends Module {
    private final int axis;
    private final double eps;

    /** Along axis 1. */
    public CosineSimilarity() {
        this(1, 1e-8);
    }

    /** Along an axis; {@code eps} is the least length that divides. */
    public CosineSimilarity(@Default("1") int axis, @Default("1e-8") double eps) {
        this.axis = axis;
        this.eps = eps;
    }

    public Tensor forward(Tensor x1, Tensor x2) {
        return Functional.cosineSimilarity(x1, x2, axis, eps);
    }
}
