package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Generator;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;

/** One of k categories, numbered from 0; the last axis of the parameters has their probabilities. */
public final class Categorical extends Distribution {
    private final Tensor probs;

    /** One distribution; weights are divided by their sum. */
    public Categorical(double... probs) {
        this(Tensors.tensor(probs));
    }

    /** One for each row along the last axis; weights are divided by their sum. */
    public Categorical(Tensor probs) {
        super(Arrays.copyOf(probs.shape().toArray(), Math.max(0, probs.dim() - 1)), new int[0], DType.int64);
        this.probs = normalized("Categorical", probs);
    }

    static Tensor normalized(String who, Tensor probs) {
        if (probs.dim() == 0) {
            throw new IllegalArgumentException(say(
                    "probability.categorical.probabilities-vector-one-each",
                    "who",
                    who,
                    "item",
                    probs.detach().item()));
        }
        Tensor sums = probs.sum(-1, true);
        require(say("probability.categorical.no-probability-below", "who", who), probs, probs.ge(0));
        require(say("probability.categorical.probabilities-sum-above", "who", who), probs, sums.gt(0));
        return probs.div(sums);
    }

    /** A sampler of categories for each row. */
    static DiscreteSampler[] samplers(Tensor probs, Generator random) {
        double[] all = probs.detach().to(DType.float64).toDoubleArray();
        int k = probs.shape().get(-1);
        DiscreteSampler[] samplers = new DiscreteSampler[all.length / k];
        Arrays.setAll(
                samplers,
                i -> GuideTableDiscreteSampler.of(Law.bits(random), Arrays.copyOfRange(all, i * k, (i + 1) * k)));
        return samplers;
    }

    /** The probabilities, along the last axis. */
    public Tensor probs() {
        return probs;
    }

    @Override
    void draw(double[] values, Generator random) {
        DiscreteSampler[] samplers = samplers(probs, random);
        for (int i = 0; i < values.length; i++) {
            values[i] = samplers[i % samplers.length].sample();
        }
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor category = value.to(DType.int64);
        int k = probs.shape().get(-1);
        require(
                say("probability.categorical.categories", "k", k - 1),
                category,
                category.ge(0).logicalAnd(category.lt(k)));
        Tensor shaped = category.add(Tensors.zeros(DType.int64, batch()));
        int[] wide = joined(shaped.shape().toArray(), new int[] {k});
        return probs.log().broadcastTo(wide).gather(-1, shaped.unsqueeze(-1)).squeeze(-1);
    }

    @Override
    public Tensor cdf(Tensor value) {
        Tensor category = value.detach().to(DType.float64).floor();
        Tensor k = Tensors.arange(0.0, probs.shape().get(-1), DType.float64);
        Tensor below = category.unsqueeze(-1).ge(k).to(probs.dtype());
        return below.mul(probs.detach()).sum(-1);
    }

    /** Categories are names, not amounts: their mean says nothing, and is an error. */
    @Override
    public Tensor mean() {
        throw new UnsupportedOperationException(say("probability.categorical.numbers-categories-names-not"));
    }

    /** As {@link #mean()}: an error. */
    @Override
    public Tensor variance() {
        return mean();
    }

    @Override
    public String toString() {
        return "Categorical(probs: " + probs.shape() + ")";
    }
}
