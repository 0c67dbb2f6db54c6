package jacobi.data;

import static jacobi.tensor.Tensors.randint;
import static jacobi.tensor.Tensors.randperm;

/** All examples in a random order, or with replacement. */
public final class RandomSampler implements Sampler {
    private final Dataset dataset;
    private final boolean replacement;

    /** Each example once. */
    public RandomSampler(Dataset dataset) {
        this(dataset, false);
    }

    /** Each example once, or drawn anew each time. */
    public RandomSampler(Dataset dataset, boolean replacement) {
        this.dataset = dataset;
        this.replacement = replacement;
    }

    @Override
    public int[] order() {
        int n = dataset.length();
        return (replacement ? randint(0, n, new int[] {n}) : randperm(n)).toIntArray();
    }
}
