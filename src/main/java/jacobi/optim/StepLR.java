package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.operation.Default;

/** The rate times gamma every so many epochs. */
public final class StepLR extends LRScheduler {
    private final int stepSize;
    private final double gamma;

    /** With what is usual. */
    public StepLR(Optimizer optimizer, int stepSize) {
        this(optimizer, stepSize, 0.1);
    }

    /**
     * With all settings.
     *
     * @param stepSize how many epochs a rate lasts
     * @param gamma what the rate is multiplied by
     */
    public StepLR(Optimizer optimizer, int stepSize, @Default("0.1") double gamma) {
        super(optimizer);
        this.stepSize = stepSize;
        this.gamma = gamma;
        if (stepSize < 1) {
            throw new IllegalArgumentException(say("optim.step.size", "found", stepSize));
        }
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return epoch == 0 || epoch % stepSize != 0 ? lr : lr * gamma;
    }
}
