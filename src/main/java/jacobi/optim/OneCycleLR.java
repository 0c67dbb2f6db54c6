package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.operation.Default;

/**
 * Up to a rate and down far below the first, with momentum the other way round (Smith and Topin 2017); one step for
 * each batch.
 */
public final class OneCycleLR extends LRScheduler {
    private final double maxLr;
    private final int totalSteps;
    private final double pctStart;
    private final boolean cosine;
    private final boolean cycleMomentum;
    private final double baseMomentum;
    private final double maxMomentum;
    private final double divFactor;
    private final double finalDivFactor;

    /** With what is usual. */
    public OneCycleLR(Optimizer optimizer, double maxLr, int totalSteps) {
        this(optimizer, maxLr, totalSteps, 0.3, "cos", true, 0.85, 0.95, 25, 1e4);
    }

    /**
     * With all settings.
     *
     * @param maxLr the largest rate
     * @param totalSteps how many steps there will be
     * @param pctStart the share of them that goes up
     * @param annealStrategy "cos" or "linear"
     * @param cycleMomentum whether momentum, or the first beta, falls and rises
     * @param baseMomentum the least momentum
     * @param maxMomentum the largest momentum
     * @param divFactor the largest rate divided by the first
     * @param finalDivFactor the first rate divided by the last
     */
    public OneCycleLR(
            Optimizer optimizer,
            double maxLr,
            int totalSteps,
            @Default("0.3") double pctStart,
            @Default("\"cos\"") String annealStrategy,
            @Default("true") boolean cycleMomentum,
            @Default("0.85") double baseMomentum,
            @Default("0.95") double maxMomentum,
            @Default("25") double divFactor,
            @Default("1e4") double finalDivFactor) {
        super(optimizer);
        if (!annealStrategy.equals("cos") && !annealStrategy.equals("linear")) {
            throw new IllegalArgumentException(say("optim.one-cycle.strategy", "found", annealStrategy));
        }
        this.maxLr = maxLr;
        this.totalSteps = totalSteps;
        this.pctStart = pctStart;
        this.cosine = annealStrategy.equals("cos");
        this.cycleMomentum = cycleMomentum;
        this.baseMomentum = baseMomentum;
        this.maxMomentum = maxMomentum;
        this.divFactor = divFactor;
        this.finalDivFactor = finalDivFactor;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int step) {
        if (step >= totalSteps) {
            throw new IllegalStateException(say("optim.one-cycle.ended", "steps", totalSteps));
        }
        double top = pctStart * totalSteps - 1, first = maxLr / divFactor, last = first / finalDivFactor;
        boolean up = step <= top;
        double share = up ? step / top : (step - top) / (totalSteps - 1 - top);
        if (cycleMomentum) {
            double momentum =
                    up ? between(maxMomentum, baseMomentum, share) : between(baseMomentum, maxMomentum, share);
            if (group.settings().containsKey("betas")) {
                group.settings().put("betas", new double[] {momentum, group.numbers("betas")[1]});
            } else {
                group.set(momentum, "momentum");
            }
        }
        return up ? between(first, maxLr, share) : between(maxLr, last, share);
    }

    private double between(double from, double to, double share) {
        return cosine ? to + (from - to) / 2 * (1 + Math.cos(Math.PI * share)) : from + (to - from) * share;
    }
}
