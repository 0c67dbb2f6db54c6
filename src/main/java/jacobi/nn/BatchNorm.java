package jacobi.nn;

import jacobi.tensor.Tensor;

/** What batch normalisations of sequences, images and volumes have in common. */
abstract class BatchNorm extends ChannelNorm {
    BatchNorm(
            int leastAxes,
            int mostAxes,
            boolean lazy,
            int numFeatures,
            double eps,
            double momentum,
            boolean affine,
            boolean trackRunningStats) {
        super(leastAxes, mostAxes, lazy, numFeatures, eps, momentum, affine, trackRunningStats);
    }

    @Override
    int channelAxis(Tensor input) {
        return 1;
    }

    @Override
    Tensor normalized(Tensor input, double momentum, double eps) {
        if (training() && tracks()) {
            numBatchesTracked.add_(1);
        }
        return Functional.batchNorm(input, runningMean, runningVar, weight, bias, training(), momentum, eps);
    }
}
