package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/** The uniform distribution from {@code low} to below {@code high}. */
public final class Uniform extends Univariate {

    /** One distribution. */
    public Uniform(double low, double high) {
        this(Tensors.tensor(low), Tensors.tensor(high));
    }

    /** One for each element of the broadcast parameters. */
    public Uniform(Tensor low, Tensor high) {
        super(new String[] {"low", "high"}, low, high);
        require(say("probability.uniform.low-below-high"), high.detach().sub(low.detach()), high.gt(low));
    }

    @Override
    Law law(double[] p) {
        return Law.of(UniformContinuousDistribution.of(p[0], p[1]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor inside = value.ge(parameter(0)).logicalAnd(value.lt(parameter(1)));
        return supported(inside, width().log().neg());
    }

    @Override
    public Tensor mean() {
        return parameter(0).add(parameter(1)).div(2);
    }

    @Override
    public Tensor variance() {
        return width().square().div(12);
    }

    private Tensor width() {
        return parameter(1).sub(parameter(0));
    }
}
