package jacobi.data;

import jacobi.tensor.Tensor;
import java.util.Arrays;

/** Some examples of a data set, by their numbers there. */
public final class Subset implements Dataset {
    private final Dataset dataset;
    private final int[] indices;

    /** The examples with these numbers, in this order. */
    public Subset(Dataset dataset, int[] indices) {
        for (int index : indices) {
            Dataset.require(index, dataset.length());
        }
        this.dataset = dataset;
        this.indices = indices.clone();
    }

    /** The set they are of. */
    public Dataset dataset() {
        return dataset;
    }

    /** Their numbers there. */
    public int[] indices() {
        return indices.clone();
    }

    @Override
    public Tensor[] get(int index) {
        return dataset.get(indices[Dataset.require(index, indices.length)]);
    }

    @Override
    public Tensor[] batch(int[] which) {
        return dataset.batch(Arrays.stream(which).map(i -> indices[i]).toArray());
    }

    @Override
    public int length() {
        return indices.length;
    }
}
