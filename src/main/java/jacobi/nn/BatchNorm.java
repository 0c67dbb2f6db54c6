package jacobi.nn;

import jacobi.tensor.Tensor;

/** What batch normalisations of sequences, images and volumes have in common. */
abstract class BatchNorm extends ChannelNorm {
    BatchNorm(int directions, Options options) {
        // A sequence may have one place only, and is then a vector.
        super(directions == 1 ? 2 : directions + 2, directions + 2, options);
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
