package jacobi.optim;

import jacobi.operation.Default;

/** From one factor of the rate to another in even steps: a warm-up. */
public final class LinearLR extends LRScheduler {
    private final double startFactor;
    private final double endFactor;
    private final int totalIters;

    /** With what is usual. */
    public LinearLR(Optimizer optimizer) {
        this(optimizer, 1.0 / 3, 1.0, 5);
    }

    /**
     * With all settings.
     *
     * @param startFactor the first factor
     * @param endFactor the last factor
     * @param totalIters in how many epochs
     */
    public LinearLR(
            Optimizer optimizer,
            @Default("1.0 / 3") double startFactor,
            @Default("1.0") double endFactor,
            @Default("5") int totalIters) {
        super(optimizer);
        this.startFactor = startFactor;
        this.endFactor = endFactor;
        this.totalIters = totalIters;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        if (epoch == 0) {
            return lr * startFactor;
        }
        if (epoch > totalIters) {
            return lr;
        }
        double step = (endFactor - startFactor) / totalIters;
        return lr * (1 + step / (startFactor + (epoch - 1) * step));
    }
}
