package jacobi.learning;

import jacobi.nn.Functional;
import jacobi.tensor.Tensor;

/** A model that says classes: its loss is cross-entropy, and its accuracy is drawn, too. */
public abstract class Classifier extends Model {
    @Override
    public Tensor loss(Tensor yHat, Tensor y) {
        return Functional.crossEntropy(yHat.reshape(-1, yHat.size(-1)), y.flatten());
    }

    /** The share of right predictions. */
    public Tensor accuracy(Tensor yHat, Tensor y) {
        Tensor scores = yHat.reshape(-1, yHat.size(-1));
        return scores.argmax(1)
                .to(y.dtype())
                .eq(y.flatten())
                .to(jacobi.tensor.DType.float32)
                .mean();
    }

    @Override
    public void validationStep(Tensor[] batch) {
        Tensor yHat = predicted(batch), y = batch[batch.length - 1];
        plot("loss", loss(yHat, y), false);
        plot("acc", accuracy(yHat, y), false);
    }
}
