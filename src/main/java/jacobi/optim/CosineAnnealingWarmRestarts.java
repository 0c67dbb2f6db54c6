package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.operation.Default;

/** Down along a cosine, and up at once (Loshchilov and Hutter 2016). */
public final class CosineAnnealingWarmRestarts extends LRScheduler {
    private final int t0;
    private final int tMult;
    private final double etaMin;

    /** With what is usual. */
    public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0) {
        this(optimizer, t0, 1, 0);
    }

    /**
     * With all settings.
     *
     * @param t0 epochs to the first restart
     * @param tMult how much longer each time is than the last
     * @param etaMin the least rate
     */
    public CosineAnnealingWarmRestarts(
            Optimizer optimizer, int t0, @Default("1") int tMult, @Default("0") double etaMin) {
        super(optimizer);
        this.t0 = t0;
        this.tMult = tMult;
        this.etaMin = etaMin;
        if (t0 < 1 || tMult < 1) {
            throw new IllegalArgumentException(say("optim.warm-restarts.least"));
        }
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        int at = epoch, length = t0;
        while (at >= length) {
            at -= length;
            length *= tMult;
        }
        return etaMin + (base - etaMin) * (1 + Math.cos(Math.PI * at / length)) / 2;
    }
}
