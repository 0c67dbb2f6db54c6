package jacobi.nn;

import jacobi.tensor.Tensor;

/** What instance normalisations of sequences, images and volumes have in common. */
abstract class InstanceNorm extends ChannelNorm {
    private final int axes;

    InstanceNorm(
            int axes,
            boolean lazy,
            int numFeatures,
            double eps,
            double momentum,
            boolean affine,
            boolean trackRunningStats) {
        super(axes - 1, axes, lazy, numFeatures, eps, momentum, affine, trackRunningStats);
        this.axes = axes;
    }

    @Override
    int channelAxis(Tensor input) {
        return input.dim() - axes + 1;
    }

    @Override
    Tensor normalized(Tensor input, double momentum, double eps) {
        if (input.dim() < axes) {
            return normalized(input.unsqueeze(0), momentum, eps).squeeze(0);
        }
        boolean own = training() || !tracks();
        return Functional.instanceNorm(input, runningMean, runningVar, weight, bias, own, momentum, eps);
    }
}
