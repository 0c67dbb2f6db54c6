package jacobi.learning;

import jacobi.data.DataLoader;
import jacobi.data.FashionMNIST;
import jacobi.data.Transforms;
import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Fashion-MNIST as the data of a model. */
public final class FashionMNISTData extends DataModule {
    /** The images to learn from. */
    public final FashionMNIST train;

    /** The images to judge by. */
    public final FashionMNIST val;

    private final int workers;

    /** In batches of 64. */
    public FashionMNISTData() {
        this(64, 28);
    }

    /** In batches of a size, the images made so large. */
    public FashionMNISTData(@Default("64") int batchSize, @Default("28") int resize) {
        this.batchSize = batchSize;
        UnaryOperator<Tensor> transform = resize == 28 ? null : Transforms.resize(resize);
        workers = resize == 28 ? 0 : Training.getDataloaderWorkers();
        train = new FashionMNIST(null, true, transform);
        val = new FashionMNIST(null, false, transform);
    }

    /** The names of classes. */
    public List<String> textLabels(Tensor indices) {
        return Arrays.stream(indices.toIntArray()).mapToObj(val.classes()::get).toList();
    }

    @Override
    public DataLoader getDataloader(boolean train) {
        return new DataLoader(train ? this.train : val, batchSize, train, null, workers, null, false);
    }
}
