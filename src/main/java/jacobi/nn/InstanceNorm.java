package jacobi.nn;

import jacobi.tensor.Tensor;

/** What instance normalisations of sequences, images and volumes have in common. */
abstract class InstanceNorm extends ChannelNorm {
    private final int axes;

    InstanceNorm(int directions, Options options) {
        super(directions + 1, directions + 2, options);
        axes = directions + 2;
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
