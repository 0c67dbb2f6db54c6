package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** The norm of differences of vectors along the last axis. */
public final class PairwiseDistance extends Module {
    private final double norm;
    private final double eps;
    private final boolean keepdim;

    /** The Euclidean distance. */
    public PairwiseDistance() {
        this(2, 1e-6, false);
    }

    /** Of any norm; {@code eps} is added to each difference. */
    public PairwiseDistance(@Default("2") double p, @Default("1e-6") double eps, @Default("false") boolean keepdim) {
        this.norm = p;
        this.eps = eps;
        this.keepdim = keepdim;
    }

    public Tensor forward(Tensor x1, Tensor x2) {
        return Functional.pairwiseDistance(x1, x2, norm, eps, keepdim);
    }
}
