package jacobi.probability;

import jacobi.tensor.Generator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/**
 * One distribution of a number, its parameters fixed: what a {@link Univariate} has for each element of its batch.
 *
 * @param cdf the probability of a number or less
 * @param icdf the number of such a probability
 * @param sampler from a generator, draws: one at each call
 */
record Law(DoubleUnaryOperator cdf, DoubleUnaryOperator icdf, Function<Generator, DoubleSupplier> sampler) {
    static Law of(ContinuousDistribution law) {
        return new Law(
                law::cumulativeProbability,
                law::inverseCumulativeProbability,
                random -> law.createSampler(bits(random))::sample);
    }

    static Law of(DiscreteDistribution law) {
        return new Law(
                // Beyond the range of int all is below, or nothing.
                x -> law.cumulativeProbability((int) Math.floor(x)),
                law::inverseCumulativeProbability,
                random -> law.createSampler(bits(random))::sample);
    }

    static UniformRandomProvider bits(Generator random) {
        return random::nextLong;
    }
}
