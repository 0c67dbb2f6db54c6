package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** The beta distribution on (0, 1): what is believed of a probability after α − 1 successes and β − 1 failures. */
public final class Beta extends Univariate {

    /** One distribution, both parameters above 0. */
    public Beta(double alpha, double beta) {
        this(Tensors.tensor(alpha), Tensors.tensor(beta));
    }

    /** One for each element of the broadcast parameters. */
    public Beta(Tensor alpha, Tensor beta) {
        super(new String[] {"concentration1", "concentration0"}, alpha, beta);
        require(say("probability.beta.alpha-above"), alpha, alpha.gt(0));
        require(say("probability.beta.beta-above"), beta, beta.gt(0));
    }

    @Override
    Law law(double[] p) {
        return Law.of(BetaDistribution.of(p[0], p[1]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor a = parameter(0);
        Tensor b = parameter(1);
        Tensor logs = xlogy(a.sub(1), value).add(xlogy(b.sub(1), Tensors.sub(1, value)));
        Tensor normalizer = a.lgamma().add(b.lgamma()).sub(a.add(b).lgamma());
        return supported(value.ge(0).logicalAnd(value.le(1)), logs.sub(normalizer));
    }

    @Override
    public Tensor mean() {
        return parameter(0).div(parameter(0).add(parameter(1)));
    }

    @Override
    public Tensor variance() {
        Tensor total = parameter(0).add(parameter(1));
        return parameter(0).mul(parameter(1)).div(total.square().mul(total.add(1)));
    }
}
