package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.operation.Default;

/** The rate times a factor when a loss has not become better for some epochs. */
public final class ReduceLROnPlateau {
    private final Optimizer optimizer;
    private final boolean min;
    private final double factor;
    private final int patience;
    private final double threshold;
    private final boolean relative;
    private final int cooldown;
    private final double minLr;
    private final double eps;
    private double best;
    private int bad;
    private int resting;

    /** With what is usual, for a loss that should fall. */
    public ReduceLROnPlateau(Optimizer optimizer) {
        this(optimizer, "min", 0.1, 10, 1e-4, "rel", 0, 0, 1e-8);
    }

    /**
     * With all settings.
     *
     * @param mode "min" where less is better, "max" where more is
     * @param factor what the rate is multiplied by
     * @param patience how many epochs without a better value are borne
     * @param threshold by how much a better value must be better
     * @param thresholdMode whether that is a share of it, "rel", or a difference, "abs"
     * @param cooldown epochs after a change that do not count
     * @param minLr the least rate
     * @param eps the least change
     */
    public ReduceLROnPlateau(
            Optimizer optimizer,
            @Default("\"min\"") String mode,
            @Default("0.1") double factor,
            @Default("10") int patience,
            @Default("1e-4") double threshold,
            @Default("\"rel\"") String thresholdMode,
            @Default("0") int cooldown,
            @Default("0") double minLr,
            @Default("1e-8") double eps) {
        if (factor >= 1) {
            throw new IllegalArgumentException(say("optim.plateau.factor", "found", factor));
        }
        if (!mode.equals("min") && !mode.equals("max")) {
            throw new IllegalArgumentException(say("optim.plateau.mode", "found", mode));
        }
        if (!thresholdMode.equals("rel") && !thresholdMode.equals("abs")) {
            throw new IllegalArgumentException(say("optim.plateau.threshold-mode", "found", thresholdMode));
        }
        this.optimizer = optimizer;
        min = mode.equals("min");
        this.factor = factor;
        this.patience = patience;
        this.threshold = threshold;
        relative = thresholdMode.equals("rel");
        this.cooldown = cooldown;
        this.minLr = minLr;
        this.eps = eps;
        best = min ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Judges an epoch's value. */
    public void step(double metrics) {
        if (isBetter(metrics)) {
            best = metrics;
            bad = 0;
        } else {
            bad++;
        }
        if (resting > 0) {
            resting--;
            bad = 0;
        }
        if (bad > patience) {
            for (ParamGroup group : optimizer.paramGroups()) {
                double next = Math.max(group.lr() * factor, minLr);
                if (group.lr() - next > eps) {
                    group.lr(next);
                }
            }
            resting = cooldown;
            bad = 0;
        }
    }

    private boolean isBetter(double value) {
        if (Double.isInfinite(best)) {
            return min ? value < best : value > best;
        }
        double bound = relative
                ? min ? best * (1 - threshold) : best * (1 + threshold)
                : min ? best - threshold : best + threshold;
        return min ? value < bound : value > bound;
    }
}
