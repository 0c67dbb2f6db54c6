package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.multinomial;
import static jacobi.tensor.Tensors.tensor;

import jacobi.tensor.Tensor;

/** Draws from 1, 2, … with given weights, by the standard generator; many at a time. */
public final class RandomGenerator {
    private static final int MANY = 10_000;

    private final Tensor weights;
    private int[] drawn = {};
    private int next;

    /** One weight for each number from 1 on, not all of them 0. */
    public RandomGenerator(double[] samplingWeights) {
        if (samplingWeights.length == 0) {
            throw new IllegalArgumentException(say("data.words.weights"));
        }
        weights = tensor((Object) samplingWeights.clone());
    }

    /** The next number. */
    public int draw() {
        if (next == drawn.length) {
            drawn = multinomial(weights, MANY, true).toIntArray();
            next = 0;
        }
        return drawn[next++] + 1;
    }
}
