package jacobi.probability;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Generator;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.Arrays;

/**
 * A probability distribution, in the words of PyTorch's distributions.
 *
 * <p>Parameters may be tensors: each element is then a distribution of its own, and the shape they broadcast to is the
 * batch. Samples come from the generator that {@code manualSeed} seeds.
 */
public abstract sealed class Distribution permits Univariate, Categorical, Multinomial, MultivariateNormal {
    private final int[] batch;
    private final int[] event;
    private final DType dtype;

    Distribution(int[] batch, int[] event, DType dtype) {
        this.batch = batch;
        this.event = event;
        this.dtype = dtype;
    }

    /** The shape of the parameters: one distribution for each element. */
    public final Shape batchShape() {
        return Shape.of(batch);
    }

    /** The shape of one draw: empty for a number, (k) for counts of k kinds. */
    public final Shape eventShape() {
        return Shape.of(event);
    }

    /** Independent draws: a tensor of the given shape, followed by the batch's and a draw's own; no gradient flows. */
    public final Tensor sample(int... shape) {
        int[] all = joined(shape, joined(batch, event));
        double[] values = new double[Arrays.stream(all).reduce(1, (a, b) -> a * b)];
        Generator random = Generator.standard();
        synchronized (random) {
            draw(values, random);
        }
        return Tensors.tensor(values, DType.float64).to(dtype).reshape(all);
    }

    /** Fills an array whose fastest axes are the batch's and a draw's own. */
    abstract void draw(double[] values, Generator random);

    /**
     * The logarithm of the density or probability at each value; differentiable by the parameters; −∞ outside the
     * support.
     */
    public abstract Tensor logProb(Tensor value);

    /** The logarithm of the density or probability at a number. */
    public final Tensor logProb(double value) {
        return logProb(Tensors.tensor(value));
    }

    /** The expected value. */
    public abstract Tensor mean();

    /** The variance. */
    public abstract Tensor variance();

    /** The standard deviation. */
    public final Tensor stddev() {
        return variance().sqrt();
    }

    /** The probability of a value or less; no gradient flows. */
    public Tensor cdf(Tensor value) {
        throw new UnsupportedOperationException(say(
                "probability.distribution.none-its-draws-not",
                "class",
                getClass().getSimpleName()));
    }

    /** The probability of a number or less. */
    public final Tensor cdf(double value) {
        return cdf(Tensors.tensor(value, DType.float64));
    }

    final int[] batch() {
        return batch;
    }

    final DType dtype() {
        return dtype;
    }

    static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** x log y, and 0 where x is 0 whatever y; so its gradient is 0 there and not NaN. */
    static Tensor xlogy(Tensor x, Tensor y) {
        Tensor zero = x.eq(0);
        return x.mul(Tensors.where(zero, 1, y).log());
    }

    /** The logarithm, {@code inside} where a condition holds, −∞ elsewhere. */
    static Tensor supported(Tensor condition, Tensor inside) {
        return Tensors.where(condition, inside, Double.NEGATIVE_INFINITY);
    }

    /**
     * Refuses parameters outside their range.
     *
     * @param allowed which elements are right, as a bool tensor
     */
    static void require(String what, Tensor parameter, Tensor allowed) {
        if (!allowed.all().isTrue()) {
            throw new IllegalArgumentException(what + "; found " + parameter.detach());
        }
    }
}
