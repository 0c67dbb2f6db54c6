package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** One trial: 1 with a probability, else 0. */
public final class Bernoulli extends Univariate {

    /** One distribution. */
    public Bernoulli(double p) {
        this(Tensors.tensor(p));
    }

    /** One for each element. */
    public Bernoulli(Tensor p) {
        super(new String[] {"probs"}, p);
        require(
                say("probability.bernoulli.probability-lies-between"),
                p,
                p.ge(0).logicalAnd(p.le(1)));
    }

    @Override
    Law law(double[] p) {
        return Law.of(BinomialDistribution.of(1, p[0]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor p = parameter(0);
        Tensor known = value.eq(0).logicalOr(value.eq(1));
        return supported(known, xlogy(value, p).add(xlogy(Tensors.sub(1, value), Tensors.sub(1, p))));
    }

    @Override
    public Tensor mean() {
        return parameter(0);
    }

    @Override
    public Tensor variance() {
        return parameter(0).mul(Tensors.sub(1, parameter(0)));
    }
}
