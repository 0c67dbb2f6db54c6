package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/** The exponential distribution: waiting times between events that come at a rate. */
public final class Exponential extends Univariate {

    /** One distribution, its rate above 0. */
    public Exponential(double rate) {
        this(Tensors.tensor(rate));
    }

    /** One for each element. */
    public Exponential(Tensor rate) {
        super(new String[] {"rate"}, rate);
        require(say("probability.exponential.rate-above"), rate, rate.gt(0));
    }

    @Override
    Law law(double[] p) {
        return Law.of(ExponentialDistribution.of(1 / p[0]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor rate = parameter(0);
        return supported(value.ge(0).logicalAnd(rate.gt(0)), rate.log().sub(rate.mul(value)));
    }

    @Override
    public Tensor mean() {
        return parameter(0).reciprocal();
    }

    @Override
    public Tensor variance() {
        return parameter(0).pow(-2);
    }
}
