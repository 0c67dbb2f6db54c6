package jacobi.data;

import java.util.stream.IntStream;

/** All examples in their order. */
public final class SequentialSampler implements Sampler {
    private final Dataset dataset;

    /** Of a data set. */
    public SequentialSampler(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public int[] order() {
        return IntStream.range(0, dataset.length()).toArray();
    }
}
