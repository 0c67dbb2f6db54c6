package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A source of random numbers, given by its seed: the same seed gives the same numbers on every Java and every platform.
 *
 * <p>The bits are those of the JDK's {@code L64X128MixRandom}: fast, of high quality, and fixed by the JDK's
 * specification of its name (unlike {@code nextGaussian}, whose method is left open). Fractions and normal numbers are
 * made of them here, with {@link StrictMath}, so that no platform's rounding enters.
 *
 * <p>For one thread at a time; the functions that fill tensors lock the generator they use.
 */
public final class Generator {
    private static final Generator DEFAULT = new Generator(new java.util.SplittableRandom().nextLong());

    /** Where the tail begins, and the area of each layer, for 128 layers. */
    private static final double TAIL = 3.442619855899, AREA = 9.91256303526217e-3;

    /** Half widths of the layers from the lowest up, and what share of each lies under the one above. */
    private static final double[] EDGE = new double[129], RATIO = new double[128];

    static {
        double height = StrictMath.exp(-0.5 * TAIL * TAIL);
        EDGE[0] = AREA / height;
        EDGE[1] = TAIL;
        for (int i = 2; i < 128; i++) {
            EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGE[i - 1] + height));
            height = StrictMath.exp(-0.5 * EDGE[i] * EDGE[i]);
        }
        for (int i = 0; i < 128; i++) {
            RATIO[i] = EDGE[i + 1] / EDGE[i];
        }
    }

    private RandomGenerator bits;
    private long seed;

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
        if (bound <= 0) {
            throw new IllegalArgumentException(say("tensor.generator.random-number-below-does", "bound", bound));
        }
        long r = bits.nextLong() >>> 1, m = bound - 1;
        if ((bound & m) == 0) {
            return r & m;
        }
        // Numbers of the last, incomplete round would favour small remainders; draw again.
        for (long u = r; u + m - (r = u % bound) < 0; ) {
            u = bits.nextLong() >>> 1;
        }
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

    /**
     * A number of the standard normal distribution, by the ziggurat of Marsaglia and Tsang in Doornik's form: 128
     * layers of equal area cover the bell; nearly always one multiplication finds a point inside one.
     */
    public double nextGaussian() {
        while (true) {
            long r = bits.nextLong();
            int layer = (int) (r & 127);
            double u = (r >> 10) * 0x1p-53;
            if (Math.abs(u) < RATIO[layer]) {
                return u * EDGE[layer];
            }
            if (layer == 0) {
                return tail(u < 0);
            }
            double x = u * EDGE[layer];
            double above = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
            double below = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
            if (below + nextDouble() * (above - below) < 1) {
                return x;
            }
        }
    }

    /** Sets the first n to fractions as {@link #nextDouble}; in a loop of its own: 1M take 2 ms, else 5. */
    void doubles(double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = nextDouble();
        }
    }

    /** Sets the first n to fractions as {@link #nextFloat}. */
    void floats(double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = nextFloat();
        }
    }

    /** Sets the first n to numbers as {@link #nextGaussian}. */
    void gaussians(double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = nextGaussian();
        }
    }

    /** A number beyond the lowest layer's edge (Marsaglia 1964). */
    private double tail(boolean negative) {
        double x, y;
        do {
            x = StrictMath.log(1 - nextDouble()) / TAIL;
            y = StrictMath.log(1 - nextDouble());
        } while (-2 * y < x * x);
        return negative ? x - TAIL : TAIL - x;
    }

    /** Names the seed, so that a notebook whose last line is {@code manualSeed(1)} shows the same each time it runs. */
    @Override
    public String toString() {
        return "Generator(seed=" + seed + ")";
    }
}
