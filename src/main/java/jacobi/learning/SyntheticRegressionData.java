package jacobi.learning;

import static jacobi.tensor.Tensors.randn;

import jacobi.data.DataLoader;
import jacobi.operation.Default;
import jacobi.tensor.Tensor;

/** Data of a linear model with noise. */
public final class SyntheticRegressionData extends DataModule {
    /** The weights the labels were made with. */
    public final Tensor w;

    /** What was added. */
    public final double b;

    /** Features. */
    public final Tensor X;

    /** Labels in one column. */
    public final Tensor y;

    private final int numTrain;

    /** 1,000 examples to learn from and as many to judge by, with noise of 0.01, in batches of 32. */
    public SyntheticRegressionData(Tensor w, double b) {
        this(w, b, 0.01, 1000, 1000, 32);
    }

    /** With noise of a standard deviation, so many examples to learn from and to judge by. */
    public SyntheticRegressionData(
            Tensor w,
            double b,
            @Default("0.01") double noise,
            @Default("1000") int numTrain,
            @Default("1000") int numVal,
            @Default("32") int batchSize) {
        this.w = w;
        this.b = b;
        this.numTrain = numTrain;
        this.batchSize = batchSize;
        int n = numTrain + numVal;
        X = randn(n, w.numel());
        y = X.matmul(w.reshape(-1, 1)).add(b).add(randn(n, 1).mul(noise));
    }

    @Override
    public DataLoader getDataloader(boolean train) {
        Tensor[] all = {X, y};
        return train ? getTensorloader(all, true, 0, numTrain) : getTensorloader(all, false, numTrain, X.size(0));
    }
}
