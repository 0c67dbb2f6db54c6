// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;

// where 1d:
/** Batch normalisation of vectors (batch, features) or sequences (batch, channels, length) (Ioffe and Szegedy 2015). */
// end for
// where 2d:
/** Batch normalisation of images (batch, channels, height, width) (Ioffe and Szegedy 2015). */
// end for
// where 3d:
/** Batch normalisation of volumes (batch, channels, depth, height, width) (Ioffe and Szegedy 2015). */
// end for
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
        this(new Options(false, numFeatures, eps, momentum, affine, trackRunningStats));
    }

    BatchNorm1d(Options options) {
        super($n, options);
    }
}
