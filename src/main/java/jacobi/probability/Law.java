package jacobi.probability;

import jacobi.tensor.Generator;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/** One distribution of a number, its parameters fixed: what a {@link Univariate} has for each element of its batch. */
interface Law {
    double cdf(double x);

    double icdf(double probability);

    /** Draws, one at each call. */
    DoubleSupplier sampler(Generator random);

    static Law of(ContinuousDistribution law) {
        return new Law() {
            @Override
            public double cdf(double x) {
                return law.cumulativeProbability(x);
            }

            @Override
            public double icdf(double probability) {
                return law.inverseCumulativeProbability(probability);
            }

            @Override
            public DoubleSupplier sampler(Generator random) {
                return law.createSampler(bits(random))::sample;
            }
        };
    }

    static Law of(DiscreteDistribution law) {
        return new Law() {
            @Override
            public double cdf(double x) {
                // Beyond the range of int all is below, or nothing.
                return law.cumulativeProbability((int) Math.floor(x));
            }

            @Override
            public double icdf(double probability) {
                return law.inverseCumulativeProbability(probability);
            }

            @Override
            public DoubleSupplier sampler(Generator random) {
                return law.createSampler(bits(random))::sample;
            }
        };
    }

    static UniformRandomProvider bits(Generator random) {
        return random::nextLong;
    }
}
