package jacobi.tensor;

/** Tensors of random numbers that {@link Tensors} offers, drawn from {@link Generator#standard()}. */
abstract class RandomFunctions extends ReductionFunctions {
    /** Begins the standard generator at a seed, so that the same random numbers come again. */
    public static Generator manualSeed(long seed) {
        return Generator.standard().manualSeed(seed);
    }

    /** Numbers of the standard normal distribution; without lengths a 0-d tensor. */
    public static Tensor randn(int... shape) {
        return randn(DType.float32, shape);
    }

    /** Numbers of the standard normal distribution in a type. */
    public static Tensor randn(DType type, int... shape) {
        return Draws.filled(type, Shape.of(shape), Generator.standard(), Generator::nextGaussian);
    }

    /** Numbers of the standard normal distribution. */
    public static Tensor randn(Shape shape) {
        return randn(DType.float32, shape.dims);
    }

    /** Numbers of the standard normal distribution, in the shape and type of a tensor. */
    public static Tensor randnLike(Tensor x) {
        return randn(x.dtype(), x.shape.dims);
    }

    /** Fractions from 0 to below 1, all equally likely. */
    public static Tensor rand(int... shape) {
        return rand(DType.float32, shape);
    }

    /** Fractions from 0 to below 1 in a type. */
    public static Tensor rand(DType type, int... shape) {
        return Draws.rand(type, Shape.of(shape), Generator.standard());
    }

    /** Fractions from 0 to below 1. */
    public static Tensor rand(Shape shape) {
        return rand(DType.float32, shape.dims);
    }

    /** Fractions from 0 to below 1, in the shape and type of a tensor. */
    public static Tensor randLike(Tensor x) {
        return rand(x.dtype(), x.shape.dims);
    }

    /** Whole numbers from low to below high, all equally likely; int64. */
    public static Tensor randint(long low, long high, int... shape) {
        return Draws.randint(low, high, Shape.of(shape), Generator.standard());
    }

    /** The numbers 0 to n − 1 in random order. */
    public static Tensor randperm(int n) {
        return Draws.randperm(n, Generator.standard());
    }

    /** Numbers of a normal distribution. */
    public static Tensor normal(double mean, double std, int... shape) {
        return Draws.filled(DType.float32, Shape.of(shape), Generator.standard(), g -> mean + std * g.nextGaussian());
    }

    /** Numbers of normal distributions, one for each element of the means and deviations, which broadcast. */
    public static Tensor normal(Tensor mean, Tensor std) {
        return Draws.normal(mean, std, Generator.standard());
    }

    /** For each probability a 1 with that probability, else 0. */
    public static Tensor bernoulli(Tensor p) {
        return Draws.bernoulli(p, Generator.standard());
    }

    /**
     * Places drawn with probabilities in proportion to the weights of a vector, or of each row of a matrix; int64.
     *
     * @param replacement whether a place can be drawn again
     */
    public static Tensor multinomial(Tensor weights, int samples, boolean replacement) {
        return Draws.multinomial(weights, samples, replacement, Generator.standard());
    }

    /** As {@link #multinomial(Tensor, int, boolean)}, each place at most once. */
    public static Tensor multinomial(Tensor weights, int samples) {
        return multinomial(weights, samples, false);
    }
}
