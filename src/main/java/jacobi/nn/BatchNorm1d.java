package jacobi.nn;

import jacobi.operation.Default;

/** Batch normalisation of vectors (batch, features) or sequences (batch, channels, length) (Ioffe and Szegedy 2015). */
public class BatchNorm1d extends BatchNorm {
    /** For so many channels. */
    public BatchNorm1d(int numFeatures) {
        this(numFeatures, 1e-5, 0.1, true, true);
    }

    /**
     * For so many channels.
     *
     * @param eps added to the variance, so that its root divides
     * @param momentum how much of a batch's mean and variance enters those so far
     * @param affine whether scales and moves are learned
     * @param trackRunningStats whether means and variances so far are kept for evaluation
     */
    public BatchNorm1d(
            int numFeatures,
            @Default("1e-5") double eps,
            @Default("0.1") double momentum,
            @Default("true") boolean affine,
            @Default("true") boolean trackRunningStats) {
        this(false, numFeatures, eps, momentum, affine, trackRunningStats);
    }

    BatchNorm1d(boolean lazy, int numFeatures, double eps, double momentum, boolean affine, boolean trackRunningStats) {
        super(2, 3, lazy, numFeatures, eps, momentum, affine, trackRunningStats);
    }
}
