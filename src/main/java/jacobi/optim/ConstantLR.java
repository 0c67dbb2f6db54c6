package jacobi.optim;

import jacobi.operation.Default;

/** The rate times a factor in the first epochs. */
public final class ConstantLR extends LRScheduler {
    private final double factor;
    private final int totalIters;

    /** With what is usual. */
    public ConstantLR(Optimizer optimizer) {
        this(optimizer, 1.0 / 3, 5);
    }

    /**
     * With all settings.
     *
     * @param factor what the rate is multiplied by
     * @param totalIters how many epochs
     */
    public ConstantLR(Optimizer optimizer, @Default("1.0 / 3") double factor, @Default("5") int totalIters) {
        super(optimizer);
        this.factor = factor;
        this.totalIters = totalIters;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return epoch == 0 ? lr * factor : epoch == totalIters ? lr / factor : lr;
    }
}
