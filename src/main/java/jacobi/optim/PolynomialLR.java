package jacobi.optim;

import jacobi.operation.Default;

/** Down to 0 along a power. */
public final class PolynomialLR extends LRScheduler {
    private final int totalIters;
    private final double power;

    /** With what is usual. */
    public PolynomialLR(Optimizer optimizer) {
        this(optimizer, 5, 1.0);
    }

    /**
     * With all settings.
     *
     * @param totalIters in how many epochs
     * @param power which power
     */
    public PolynomialLR(Optimizer optimizer, @Default("5") int totalIters, @Default("1.0") double power) {
        super(optimizer);
        this.totalIters = totalIters;
        this.power = power;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        if (epoch == 0 || epoch > totalIters) {
            return lr;
        }
        return lr * Math.pow((1.0 - (double) epoch / totalIters) / (1.0 - (epoch - 1.0) / totalIters), power);
    }
}
