package jacobi.data;

import static jacobi.tensor.Tensors.multinomial;
import static jacobi.tensor.Tensors.tensor;

/** Examples drawn as often as their weights say. */
public final class WeightedRandomSampler implements Sampler {
    private final double[] weights;
    private final int numSamples;
    private final boolean replacement;

    /** So many draws, the same example more than once. */
    public WeightedRandomSampler(double[] weights, int numSamples) {
        this(weights, numSamples, true);
    }

    /** So many draws; without replacement each example at most once. */
    public WeightedRandomSampler(double[] weights, int numSamples, boolean replacement) {
        this.weights = weights.clone();
        this.numSamples = numSamples;
        this.replacement = replacement;
    }

    @Override
    public int[] order() {
        return multinomial(tensor((Object) weights), numSamples, replacement).toIntArray();
    }
}
