package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.zeros;

import jacobi.operation.Default;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;

/** Groups of channels of each example moved to mean 0 and variance 1 (Wu and He 2018). */
public final class GroupNorm extends Module {
    private final int numGroups;
    private final int numChannels;
    private final double eps;

    /** Scales of the channels, or null. */
    public Parameter weight;

    /** Moves of the channels, or null. */
    public Parameter bias;

    /** So many channels in so many groups. */
    public GroupNorm(int numGroups, int numChannels) {
        this(numGroups, numChannels, 1e-5, true);
    }

    /**
     * So many channels in so many groups.
     *
     * @param eps added to the variance, so that its root divides
     * @param affine whether scales and moves are learned
     */
    public GroupNorm(int numGroups, int numChannels, @Default("1e-5") double eps, @Default("true") boolean affine) {
        Sizes.require("GroupNorm", "numGroups", numGroups, 1);
        if (numChannels % numGroups != 0) {
            throw new IllegalArgumentException(
                    say("nn.group-norm.groups", "channels", numChannels, "groups", numGroups));
        }
        this.numGroups = numGroups;
        this.numChannels = numChannels;
        this.eps = eps;
        weight = affine ? new Parameter(ones(numChannels)) : null;
        bias = affine ? new Parameter(zeros(numChannels)) : null;
    }

    public Tensor forward(Tensor input) {
        return Functional.groupNorm(input, numGroups, weight, bias, eps);
    }

    @Override
    protected String extraRepr() {
        return numGroups + ", " + numChannels + ", eps=" + Sizes.number(eps) + ", affine=" + Sizes.bool(weight != null);
    }
}
