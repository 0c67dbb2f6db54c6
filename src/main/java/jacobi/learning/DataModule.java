package jacobi.learning;

import jacobi.data.DataLoader;
import jacobi.data.TensorDataset;
import jacobi.tensor.Tensor;
import java.util.Arrays;

/** Data that a model learns from and is judged by, in batches. */
public abstract class DataModule {
    /** How many examples a batch has. */
    public int batchSize = 32;

    /** The batches to learn from, or to judge by. */
    public abstract DataLoader getDataloader(boolean train);

    /** The batches to learn from. */
    public DataLoader trainDataloader() {
        return getDataloader(true);
    }

    /** The batches to judge by. */
    public DataLoader valDataloader() {
        return getDataloader(false);
    }

    /** Batches of some rows of tensors, shuffled to learn from. */
    protected DataLoader getTensorloader(Tensor[] tensors, boolean train, int from, int to) {
        Tensor[] rows =
                Arrays.stream(tensors).map(x -> x.narrow(0, from, to - from)).toArray(Tensor[]::new);
        return new DataLoader(new TensorDataset(rows), batchSize, train);
    }
}
