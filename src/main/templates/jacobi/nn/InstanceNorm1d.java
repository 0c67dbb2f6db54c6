// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;

// where 1d:
/**
 * Each channel of each sequence (batch, channels, length), or of one, moved to mean 0 and variance 1 (Ulyanov et al.
 * 2016).
 */
// end for
// where 2d:
/**
 * Each channel of each image (batch, channels, height, width), or of one, moved to mean 0 and variance 1 (Ulyanov et
 * al. 2016).
 */
// end for
// where 3d:
/**
 * Each channel of each volume (batch, channels, depth, height, width), or of one, moved to mean 0 and variance 1
 * (Ulyanov et al. 2016).
 */
// end for
public class InstanceNorm1d extends InstanceNorm {
    /** For so many channels. */
    public InstanceNorm1d(int numFeatures) {
        this(numFeatures, 1e-5, 0.1, false, false);
    }

    /**
     * For so many channels.
     *
     * @param eps added to the variance, so that its root divides
     * @param momentum how much of a batch's mean and variance enters those so far
     * @param affine whether scales and moves are learned
     * @param trackRunningStats whether means and variances so far are kept for evaluation
     */
    public InstanceNorm1d(
            int numFeatures,
            @Default("1e-5") double eps,
            @Default("0.1") double momentum,
            @Default("false") boolean affine,
            @Default("false") boolean trackRunningStats) {
        this(new Options(false, numFeatures, eps, momentum, affine, trackRunningStats));
    }

    InstanceNorm1d(Options options) {
        super($n, options);
    }
}
