package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** How many of a number of independent trials succeed. */
public final class Binomial extends Univariate {

    /** One distribution. */
    public Binomial(int totalCount, double p) {
        this(Tensors.tensor((double) totalCount), Tensors.tensor(p));
    }

    /** The same number of trials with each of the probabilities. */
    public Binomial(int totalCount, Tensor p) {
        this(Tensors.tensor((double) totalCount), p);
    }

    /** One for each element of the broadcast parameters; counts are whole. */
    public Binomial(Tensor totalCount, Tensor p) {
        super(new String[] {"total_count", "probs"}, totalCount, p);
        require(say("probability.binomial.probability-lies-between"), p, p.ge(0).logicalAnd(p.le(1)));
        Tensor whole =
                totalCount.ge(0).logicalAnd(totalCount.to(DType.float64).floor().eq(totalCount));
        require(say("probability.binomial.number-trials"), totalCount, whole);
    }

    @Override
    Law law(double[] p) {
        return Law.of(BinomialDistribution.of((int) p[0], p[1]));
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor n = parameter(0);
        Tensor p = parameter(1);
        Tensor rest = n.sub(value);
        Tensor possible = value.ge(0).logicalAnd(rest.ge(0)).logicalAnd(value.eq(value.floor()));
        Tensor logs = xlogy(value, p).add(xlogy(rest, Tensors.sub(1, p)));
        return supported(possible, logs.add(logChoose(n, value).to(logs.dtype())));
    }

    /** log n! / (k! (n − k)!) in float64: the large logarithms nearly cancel. */
    private static Tensor logChoose(Tensor n, Tensor k) {
        Tensor all = n.detach().to(DType.float64);
        Tensor some = k.detach().to(DType.float64).clamp(0, Double.MAX_VALUE);
        Tensor others = all.sub(some).clamp(0, Double.MAX_VALUE);
        return all.add(1).lgamma().sub(some.add(1).lgamma()).sub(others.add(1).lgamma());
    }

    @Override
    public Tensor mean() {
        return parameter(0).mul(parameter(1));
    }

    @Override
    public Tensor variance() {
        return mean().mul(Tensors.sub(1, parameter(1)));
    }
}
