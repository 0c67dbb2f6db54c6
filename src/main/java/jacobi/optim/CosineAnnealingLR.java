package jacobi.optim;

import jacobi.operation.Default;

/** Down and up again along a cosine (Loshchilov and Hutter 2016). */
public final class CosineAnnealingLR extends LRScheduler {
    private final int tMax;
    private final double etaMin;

    /** With what is usual. */
    public CosineAnnealingLR(Optimizer optimizer, int tMax) {
        this(optimizer, tMax, 0);
    }

    /**
     * With all settings.
     *
     * @param tMax epochs from the first rate to the least
     * @param etaMin the least rate
     */
    public CosineAnnealingLR(Optimizer optimizer, int tMax, @Default("0") double etaMin) {
        super(optimizer);
        this.tMax = tMax;
        this.etaMin = etaMin;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        if (epoch == 0) {
            return lr;
        }
        if ((epoch - 1 - tMax) % (2 * tMax) == 0) {
            return lr + (base - etaMin) * (1 - Math.cos(Math.PI / tMax)) / 2;
        }
        return (1 + Math.cos(Math.PI * epoch / tMax)) / (1 + Math.cos(Math.PI * (epoch - 1) / tMax)) * (lr - etaMin)
                + etaMin;
    }
}
