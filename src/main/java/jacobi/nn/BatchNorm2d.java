package jacobi.nn;

import jacobi.operation.Default;

/** Batch normalisation of images (batch, channels, height, width) (Ioffe and Szegedy 2015). */
public class BatchNorm2d extends BatchNorm {
    /** For so many channels. */
    public BatchNorm2d(int numFeatures) {
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
    public BatchNorm2d(
            int numFeatures,
            @Default("1e-5") double eps,
            @Default("0.1") double momentum,
            @Default("true") boolean affine,
            @Default("true") boolean trackRunningStats) {
        this(false, numFeatures, eps, momentum, affine, trackRunningStats);
    }

    BatchNorm2d(boolean lazy, int numFeatures, double eps, double momentum, boolean affine, boolean trackRunningStats) {
        super(4, 4, lazy, numFeatures, eps, momentum, affine, trackRunningStats);
    }
}
