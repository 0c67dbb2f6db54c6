package jacobi.learning;

import static jacobi.tensor.Tensors.noGrad;

import jacobi.data.DataLoader;
import jacobi.nn.Gradients;
import jacobi.operation.Default;
import jacobi.optim.Optimizer;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;

/** Trains a model on data for some epochs. A cell that is interrupted leaves the model as the last step made it. */
public final class Trainer {
    private final int maxEpochs;
    private final double gradientClipVal;
    private int epoch;
    private int trainBatches;
    private int valBatches;
    private int batch;

    /** For so many epochs. */
    public Trainer(int maxEpochs) {
        this(maxEpochs, 0);
    }

    /** For so many epochs; gradients together are made at most so long, unless that is 0. */
    public Trainer(int maxEpochs, @Default("0") double gradientClipVal) {
        this.maxEpochs = maxEpochs;
        this.gradientClipVal = gradientClipVal;
    }

    /** Trains. */
    public void fit(Model model, DataModule data) {
        DataLoader train = data.trainDataloader(), val = data.valDataloader();
        trainBatches = train.length();
        valBatches = val == null ? 0 : val.length();
        model.trainer = this;
        prepare(model, train);
        Optimizer optimizer = model.configureOptimizers();
        batch = 0;
        for (epoch = 0; epoch < maxEpochs; epoch++) {
            model.train();
            for (Tensor[] examples : train) {
                Tensor loss = model.trainingStep(examples);
                optimizer.zeroGrad();
                loss.backward();
                if (gradientClipVal > 0) {
                    Gradients.clipGradNorm_(model.parameters(), gradientClipVal);
                }
                optimizer.step();
                batch++;
            }
            if (val != null) {
                validate(model, val);
            }
        }
    }

    /** Lazy layers get their shapes. */
    private static void prepare(Model model, DataLoader train) {
        if (model.parameters().stream().anyMatch(p -> p.isUninitialized())) {
            try (GradMode off = noGrad()) {
                model.predicted(train.iterator().next());
            }
        }
    }

    private static void validate(Model model, DataLoader val) {
        model.eval();
        try (GradMode off = noGrad()) {
            for (Tensor[] examples : val) {
                model.validationStep(examples);
            }
        }
    }

    /** The epoch training is in, from 0 on. */
    public int epoch() {
        return epoch;
    }

    int trainBatches() {
        return trainBatches;
    }

    int valBatches() {
        return valBatches;
    }

    /** Epochs done, with the share of the one that is not. */
    double trainProgress() {
        return batch / (double) Math.max(1, trainBatches);
    }
}
