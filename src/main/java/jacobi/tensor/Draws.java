package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;
import java.util.function.ToDoubleFunction;

/** Tensors of random numbers. */
final class Draws {
    /** Numbers drawn at a time. */
    private static final int STRETCH = 1024;

    private Draws() {}

    /** Where a stretch of draws comes from. */
    private interface Source {
        /** Sets the first n numbers. */
        void draw(Generator generator, double[] numbers, int n);
    }

    /** Draws made one by one. */
    private static Source each(ToDoubleFunction<Generator> draw) {
        return (generator, numbers, n) -> {
            for (int i = 0; i < n; i++) {
                numbers[i] = draw.applyAsDouble(generator);
            }
        };
    }

    /** Fills x with draws in row-major order. */
    private static Tensor fill(String operation, Tensor x, Generator generator, Source source) {
        InPlace.check(operation, x);
        Tensor to = x.isContiguous() ? x : Tensor.empty(x.dtype(), x.shape);
        double[] numbers = new double[Math.min(STRETCH, to.numel())];
        Tensor drawn = Tensor.over(Storage.of(numbers), Shape.of(numbers.length));
        synchronized (generator) {
            for (int i = 0, work = 0; i < to.numel(); i += STRETCH, work = Loops.poll(work + 16 * STRETCH)) {
                Shape some = Shape.of(Math.min(STRETCH, to.numel() - i));
                source.draw(generator, numbers, some.numel());
                Loops.copy(drawn.look(0, some, some.strides), to.look(to.offset + i, some, some.strides));
            }
        }
        if (to != x) {
            Loops.copy(to, x);
        }
        return InPlace.overwritten(x);
    }

    private static Tensor filled(DType type, Shape shape, Generator generator, Source source) {
        return fill("draw", Tensor.empty(type, shape), generator, source);
    }

    /** Fractions from 0 to below 1; never rounded up to 1. */
    static Tensor rand(DType type, Shape shape, Generator generator) {
        return filled(type, shape, generator, type == DType.float32 ? Generator::floats : Generator::doubles);
    }

    static Tensor randint(long low, long high, Shape shape, Generator generator) {
        requireRange("randint", low, high);
        Tensor out = Tensor.empty(DType.int64, shape);
        synchronized (generator) {
            for (int i = 0; i < out.numel(); i++) {
                out.storage.longs()[i] = low + generator.nextLong(high - low);
            }
        }
        return out;
    }

    /** The numbers 0 to n − 1 in random order (Fisher and Yates). */
    static Tensor randperm(int n, Generator generator) {
        Tensor out = Creation.arange(0, n, 1, DType.int64);
        long[] order = out.storage.longs();
        synchronized (generator) {
            for (int i = n - 1; i > 0; i--) {
                int j = (int) generator.nextLong(i + 1L);
                long swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
        }
        return out;
    }

    /** Means and deviations broadcast; a number for each. */
    static Tensor normal(Tensor mean, Tensor std, Generator generator) {
        Shape shape = Broadcast.shapes("normal", mean.shape, std.shape);
        Tensor noise = filled(Promotion.of(mean, std).floating(), shape, generator, Generator::gaussians);
        return noise.mul(std.detach()).add(mean.detach());
    }

    static Tensor bernoulli(Tensor p, Generator generator) {
        Tensor chances = Loops.contiguous(Casting.requireFloating("bernoulli", p));
        Tensor out = Tensor.empty(p.dtype(), p.shape);
        synchronized (generator) {
            for (int i = 0; i < out.numel(); i++) {
                double chance = chances.storage.getDouble(chances.offset + i);
                requireProbability("bernoulli", chance);
                out.storage.setDouble(i, generator.nextDouble() < chance ? 1 : 0);
            }
        }
        return out;
    }

    /** Draws places of a vector, or of each row of a matrix, with probabilities in proportion to the weights; int64. */
    static Tensor multinomial(Tensor weights, int samples, boolean replacement, Generator generator) {
        if (weights.dim() < 1 || weights.dim() > 2) {
            throw new IllegalArgumentException(
                    say("tensor.draws.needs-vector-weights-matrix", "shape", weights.shape.text()));
        }
        if (samples <= 0) {
            throw new IllegalArgumentException(say("tensor.draws.number-samples-positive-got", "samples", samples));
        }
        int n = weights.size(-1), rows = weights.dim() == 1 ? 1 : weights.size(0);
        double[] all = weights.toDoubleArray();
        long[] drawn = new long[rows * samples];
        synchronized (generator) {
            for (int r = 0; r < rows; r++) {
                draw(
                        java.util.Arrays.copyOfRange(all, r * n, (r + 1) * n),
                        replacement,
                        drawn,
                        r * samples,
                        samples,
                        generator);
            }
        }
        Shape shape = weights.dim() == 1 ? Shape.owning(samples) : Shape.owning(rows, samples);
        return Tensor.over(Storage.of(drawn), shape);
    }

    private static void draw(
            double[] weights, boolean replacement, long[] to, int at, int samples, Generator generator) {
        int possible = 0;
        for (double w : weights) {
            if (!(w >= 0) || Double.isInfinite(w)) {
                throw new IllegalArgumentException(say("tensor.draws.weights-finite-not-negative", "w", w));
            }
            if (w > 0) {
                possible++;
            }
        }
        if (possible == 0) {
            throw new IllegalArgumentException(say("tensor.draws.weights-sum-nothing-drawn"));
        }
        if (!replacement && samples > possible) {
            throw new IllegalArgumentException(
                    say("tensor.draws.cannot-draw-possible-outcomes", "samples", samples, "possible", possible));
        }
        double[] sums = new double[weights.length];
        for (int s = 0; s < samples; s++) {
            if (s == 0 || !replacement) {
                double total = 0;
                for (int i = 0; i < weights.length; i++) {
                    sums[i] = total += weights[i];
                }
            }
            int i = find(sums, generator.nextDouble() * sums[sums.length - 1]);
            to[at + s] = i;
            if (!replacement) {
                weights[i] = 0;
            }
        }
    }

    /** The first place whose running sum is above u. */
    private static int find(double[] sums, double u) {
        int low = 0, high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        // Rounding may lead to an outcome of weight 0 at the end; its predecessor has the sum.
        while (low > 0 && sums[low] == sums[low - 1]) {
            low--;
        }
        return low;
    }

    static void requireProbability(String operation, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    say("tensor.draws.probability-lies-between-got", "operation", operation, "p", p));
        }
    }

    static void requireRange(String operation, long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException(
                    say("tensor.draws.there-no-whole-number", "operation", operation, "low", low, "high", high));
        }
    }

    // ------------------------------------------------------------------------------------------- what cells call

    /** Numbers of the standard normal distribution; without lengths a 0-d tensor. */
    @Op(method = false)
    static Tensor randn(@Default("DType.float32") DType dtype, int... size) {
        return filled(dtype, Shape.of(size), Generator.standard(), Generator::gaussians);
    }

    /** Numbers of the standard normal distribution, in the shape and type of a tensor. */
    @Op(method = false)
    static Tensor randnLike(Tensor x) {
        return randn(x.dtype(), x.shape.dims);
    }

    /** Fractions from 0 to below 1, all equally likely. */
    @Op(method = false)
    static Tensor rand(@Default("DType.float32") DType dtype, int... size) {
        return rand(dtype, Shape.of(size), Generator.standard());
    }

    /** Fractions from 0 to below 1, in the shape and type of a tensor. */
    @Op(method = false)
    static Tensor randLike(Tensor x) {
        return rand(x.dtype(), x.shape.dims);
    }

    /** Whole numbers from low to below high, all equally likely; int64. */
    @Op(method = false)
    static Tensor randint(long low, long high, int... size) {
        return randint(low, high, Shape.of(size), Generator.standard());
    }

    /** The numbers 0 to n − 1 in random order; int64. */
    @Op(method = false)
    static Tensor randperm(int n) {
        return randperm(n, Generator.standard());
    }

    /** Numbers of a normal distribution. */
    @Op(method = false)
    static Tensor normal(double mean, double std, int... size) {
        return filled(DType.float32, Shape.of(size), Generator.standard(), each(g -> mean + std * g.nextGaussian()));
    }

    /** Numbers of normal distributions, one for each element of the means and deviations, which broadcast. */
    @Op(method = false)
    static Tensor normal(Tensor mean, Tensor std) {
        return normal(mean, std, Generator.standard());
    }

    /** For each probability a 1 with that probability, else 0. */
    @Op(method = false)
    static Tensor bernoulli(Tensor p) {
        return bernoulli(p, Generator.standard());
    }

    /**
     * Places drawn with probabilities in proportion to the weights of a vector, or of each row of a matrix; int64.
     *
     * @param replacement whether a place can be drawn again
     */
    @Op(method = false)
    static Tensor multinomial(Tensor weights, int numSamples, @Default("false") boolean replacement) {
        return multinomial(weights, numSamples, replacement, Generator.standard());
    }

    /** Fills this tensor with numbers of a normal distribution. */
    @Op
    static Tensor normal_(Tensor x, @Default("0") double mean, @Default("1") double std) {
        return fill("normal_", x, Generator.standard(), each(g -> mean + std * g.nextGaussian()));
    }

    /** Fills this tensor with fractions from one number to below another, all equally likely. */
    @Op
    static Tensor uniform_(Tensor x, @Default("0") double from, @Default("1") double to) {
        return fill("uniform_", x, Generator.standard(), each(g -> from + (to - from) * g.nextDouble()));
    }

    /** Fills this tensor with 1 with probability p, else 0. */
    @Op
    static Tensor bernoulli_(Tensor x, @Default("0.5") double p) {
        requireProbability("bernoulli_", p);
        return fill("bernoulli_", x, Generator.standard(), each(g -> g.nextDouble() < p ? 1 : 0));
    }

    /** Fills this tensor with whole numbers from one to below another, all equally likely. */
    @Op
    static Tensor random_(Tensor x, long from, long to) {
        requireRange("random_", from, to);
        return fill("random_", x, Generator.standard(), each(g -> from + g.nextLong(to - from)));
    }

    /** Fills this tensor with numbers of an exponential distribution with mean 1 / lambd. */
    @Op
    static Tensor exponential_(Tensor x, @Default("1") double lambd) {
        return fill("exponential_", x, Generator.standard(), each(g -> -StrictMath.log1p(-g.nextDouble()) / lambd));
    }
}
