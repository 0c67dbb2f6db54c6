package jacobi.learning;

import static jacobi.language.Say.say;

import jacobi.nn.Module;
import jacobi.optim.Optimizer;
import jacobi.optim.SGD;
import jacobi.plot.ProgressBoard;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A net that knows its loss, its optimiser and what to draw while a {@link Trainer} trains it: the book's {@code
 * d2l.Module}.
 */
public abstract class Model extends Module {
    /** The learning rate. */
    public double lr = 0.1;

    /** How often a value is drawn in an epoch while learning. */
    public int plotTrainPerEpoch = 2;

    /** How often a value is drawn in an epoch while judging. */
    public int plotValidPerEpoch = 1;

    private final Map<String, Object> hparams = new LinkedHashMap<>();
    private final ProgressBoard board = new ProgressBoard(say("learning.board.epoch"));
    Trainer trainer;

    /** The losses of predictions. */
    public abstract Tensor loss(Tensor yHat, Tensor y);

    /** What changes the parameters; gradient descent if nothing else is said. */
    public Optimizer configureOptimizers() {
        return new SGD(parameters(), lr);
    }

    /** The loss of a batch to learn from: all of it but the last tensor is given to the net, the last is the label. */
    public Tensor trainingStep(Tensor[] batch) {
        Tensor l = loss(predicted(batch), batch[batch.length - 1]);
        plot("loss", l, true);
        return l;
    }

    /** Measures a batch to judge by. */
    public void validationStep(Tensor[] batch) {
        plot("loss", loss(predicted(batch), batch[batch.length - 1]), false);
    }

    /** What the net says of a batch. */
    protected Tensor predicted(Tensor[] batch) {
        return call(Arrays.copyOf(batch, batch.length - 1));
    }

    /** Draws a value at the place of the epoch where training is. */
    public void plot(String key, Tensor value, boolean train) {
        if (trainer == null) {
            throw new IllegalStateException(say("learning.model.not-training"));
        }
        double x = train ? trainer.trainProgress() : trainer.epoch() + 1;
        int batches = train
                ? trainer.trainBatches() / Math.max(1, plotTrainPerEpoch)
                : trainer.valBatches() / Math.max(1, plotValidPerEpoch);
        board.draw(x, value.detach().mean().toDouble(), (train ? "train_" : "val_") + key, Math.max(1, batches));
    }

    /** Remembers what the model was made with: names and values in turn. */
    public void saveHyperparameters(Object... namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            hparams.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        if (hparams.get("lr") instanceof Number rate) {
            lr = rate.doubleValue();
        }
    }

    /** What was remembered. */
    public Map<String, Object> hparams() {
        return hparams;
    }

    /** The figure. */
    public ProgressBoard board() {
        return board;
    }
}
