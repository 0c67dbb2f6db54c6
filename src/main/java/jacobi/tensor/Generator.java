package jacobi.tensor;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A source of random numbers, given by its seed: the same seed gives the same numbers on every Java and every platform.
 *
 * <p>The bits are those of the JDK's {@code L64X128MixRandom}: fast, of high quality, and fixed by the JDK's specification of its
 * name (unlike {@code nextGaussian}, whose method is left open). Fractions and normal numbers are made of them here, with
 * {@link StrictMath}, so that no platform's rounding enters.
 *
 * <p>For one thread at a time; the functions that fill tensors lock the generator they use.
 */
public final class Generator {
    private static final Generator DEFAULT = new Generator(new java.security.SecureRandom().nextLong());

    private RandomGenerator bits;
    private long seed;
    private double spare = Double.NaN;

    /** A generator that begins at a seed. */
    public Generator(long seed) {
        manualSeed(seed);
    }

    /** The generator that functions without one use; begins anywhere until {@code manualSeed} says where. */
    public static Generator standard() {
        return DEFAULT;
    }

    /** Begins again at a seed. */
    public synchronized Generator manualSeed(long seed) {
        this.seed = seed;
        bits = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        spare = Double.NaN;
        return this;
    }

    /** The seed the numbers began at. */
    public long initialSeed() {
        return seed;
    }

    /** 64 random bits. */
    public long nextLong() {
        return bits.nextLong();
    }

    /** A whole number from 0 to below {@code bound}, all equally likely. */
    public long nextLong(long bound) {
        if (bound <= 0)
            throw new IllegalArgumentException(
                    "a random number below " + bound + " does not exist; the bound must be positive");
        long r = bits.nextLong() >>> 1, m = bound - 1;
        if ((bound & m) == 0) return r & m;
        // Numbers of the last, incomplete round would favour small remainders; draw again.
        for (long u = r; u + m - (r = u % bound) < 0; ) u = bits.nextLong() >>> 1;
        return r;
    }

    /** A fraction from 0 to below 1, one of 2⁵³. */
    public double nextDouble() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    /** A fraction from 0 to below 1, one of 2²⁴, exact as a float. */
    public float nextFloat() {
        return (bits.nextLong() >>> 40) * 0x1p-24f;
    }

    /** A number of the standard normal distribution, by Marsaglia's polar method. */
    public double nextGaussian() {
        if (spare == spare) {
            double next = spare;
            spare = Double.NaN;
            return next;
        }
        double u, v, s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        return u * scale;
    }
}
