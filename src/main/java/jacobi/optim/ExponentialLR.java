package jacobi.optim;

/** The rate times gamma in each epoch. */
public final class ExponentialLR extends LRScheduler {
    private final double gamma;

    /**
     * With all settings.
     *
     * @param gamma what the rate is multiplied by
     */
    public ExponentialLR(Optimizer optimizer, double gamma) {
        super(optimizer);
        this.gamma = gamma;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return epoch == 0 ? lr : lr * gamma;
    }
}
