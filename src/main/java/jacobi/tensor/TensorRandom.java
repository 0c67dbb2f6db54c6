package jacobi.tensor;

/** A {@link Tensor} filled with random numbers in place. */
public sealed interface TensorRandom permits Tensor {
    /** Numbers of a normal distribution. */
    default Tensor normal_(double mean, double std) {
        return Draws.fill("normal_", (Tensor) this, Generator.standard(), g -> mean + std * g.nextGaussian());
    }

    /** Fractions from low to below high, all equally likely. */
    default Tensor uniform_(double low, double high) {
        return Draws.fill("uniform_", (Tensor) this, Generator.standard(), g -> low + (high - low) * g.nextDouble());
    }

    /** 1 with probability p, else 0. */
    default Tensor bernoulli_(double p) {
        Draws.requireProbability("bernoulli_", p);
        return Draws.fill("bernoulli_", (Tensor) this, Generator.standard(), g -> g.nextDouble() < p ? 1 : 0);
    }

    /** Whole numbers from low to below high, all equally likely. */
    default Tensor random_(long low, long high) {
        Draws.requireRange("random_", low, high);
        return Draws.fill("random_", (Tensor) this, Generator.standard(), g -> low + g.nextLong(high - low));
    }

    /** Numbers of an exponential distribution with mean 1 / rate. */
    default Tensor exponential_(double rate) {
        return Draws.fill(
                "exponential_", (Tensor) this, Generator.standard(), g -> -StrictMath.log1p(-g.nextDouble()) / rate);
    }
}
