package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Generator;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;

/**
 * How often each of k kinds comes up in a number of draws: {@code new Multinomial(10, ones(6).div(6)).sample(500)}
 * throws ten dice five hundred times, a row of six counts for each.
 */
public final class Multinomial extends Distribution {
    private final int totalCount;
    private final Tensor probs;

    /** One distribution; weights are divided by their sum. */
    public Multinomial(int totalCount, double... probs) {
        this(totalCount, Tensors.tensor(probs));
    }

    /** One for each row along the last axis; weights are divided by their sum. */
    public Multinomial(int totalCount, Tensor probs) {
        super(
                Arrays.copyOf(probs.shape().toArray(), Math.max(0, probs.dim() - 1)),
                probs.dim() == 0 ? new int[0] : new int[] {probs.shape().get(-1)},
                probs.dtype().isFloatingPoint() ? probs.dtype() : DType.float32);
        if (totalCount < 0) {
            throw new IllegalArgumentException(
                    say("probability.multinomial.number-draws-found", "totalCount", totalCount));
        }
        this.totalCount = totalCount;
        this.probs = Categorical.normalized("Multinomial", probs);
    }

    /** The probabilities, along the last axis. */
    public Tensor probs() {
        return probs;
    }

    /** The number of draws. */
    public int totalCount() {
        return totalCount;
    }

    @Override
    void draw(double[] values, Generator random) {
        DiscreteSampler[] samplers = Categorical.samplers(probs, random);
        int k = probs.shape().get(-1);
        for (int i = 0; i < values.length; i += k) {
            DiscreteSampler sampler = samplers[i / k % samplers.length];
            for (int n = 0; n < totalCount; n++) {
                values[i + sampler.sample()]++;
            }
        }
    }

    @Override
    public Tensor logProb(Tensor value) {
        Tensor counts = value.detach().to(DType.float64);
        Tensor whole = counts.ge(0).logicalAnd(counts.eq(counts.floor()));
        Tensor possible = counts.sum(-1).eq(totalCount).logicalAnd(whole.all(-1));
        Tensor orders = Tensors.tensor(totalCount + 1.0, DType.float64)
                .lgamma()
                .sub(counts.clamp(0, Double.MAX_VALUE).add(1).lgamma().sum(-1));
        Tensor logs = xlogy(value, probs).sum(-1);
        return supported(possible, logs.add(orders.to(logs.dtype())));
    }

    @Override
    public Tensor mean() {
        return probs.mul(totalCount);
    }

    /** The variance of each count. */
    @Override
    public Tensor variance() {
        return probs.mul(Tensors.sub(1, probs)).mul(totalCount);
    }

    @Override
    public String toString() {
        return "Multinomial(total_count: " + totalCount + ", probs: " + probs.shape() + ")";
    }
}
