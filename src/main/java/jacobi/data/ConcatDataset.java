package jacobi.data;

import jacobi.tensor.Tensor;
import java.util.List;

/** One data set after the other. */
public final class ConcatDataset implements Dataset {
    private final List<Dataset> datasets;

    /** All examples of the first set, then all of the second … */
    public ConcatDataset(List<? extends Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
    }

    @Override
    public Tensor[] get(int index) {
        int at = Dataset.require(index, length());
        for (Dataset dataset : datasets) {
            if (at < dataset.length()) {
                return dataset.get(at);
            }
            at -= dataset.length();
        }
        throw new IndexOutOfBoundsException("a data set became shorter while it was read");
    }

    @Override
    public int length() {
        return datasets.stream().mapToInt(Dataset::length).sum();
    }
}
