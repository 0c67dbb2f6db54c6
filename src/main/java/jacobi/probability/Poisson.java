package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** How many events happen in a time in which a rate of them is expected. */
public final class Poisson extends Univariate {

    /** One distribution, its rate above 0. */
    public Poisson(double rate) {
        this(Tensors.tensor(rate));
    }

    /** One for each element. */
    public Poisson(Tensor rate) {
        super(new String[] {"rate"}, rate);
        require(say("probability.poisson.rate-above"), rate, rate.gt(0));
    }

    @Override
    Law law(double[] p) {
        return Law.of(PoissonDistribution.of(p[0]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor possible = value.ge(0).logicalAnd(value.eq(value.floor()));
        Tensor factorial = value.clamp(0, Double.MAX_VALUE).add(1).lgamma();
        return supported(possible, xlogy(value, parameter(0)).sub(parameter(0)).sub(factorial));
    }

    @Override
    public Tensor mean() {
        return parameter(0);
    }

    @Override
    public Tensor variance() {
        return parameter(0);
    }
}
