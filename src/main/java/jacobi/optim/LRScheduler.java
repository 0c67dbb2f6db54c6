package jacobi.optim;

import java.util.List;

/**
 * Changes the learning rates of an optimiser from epoch to epoch: after the optimiser's steps of an epoch one {@code
 * step()}.
 */
public abstract class LRScheduler {
    final Optimizer optimizer;
    private final double[] base;
    private int epoch = -1;

    LRScheduler(Optimizer optimizer) {
        this.optimizer = optimizer;
        base = optimizer.paramGroups().stream()
                .mapToDouble(
                        group -> group.settings().get("initial_lr") instanceof Number n ? n.doubleValue() : group.lr())
                .toArray();
        for (int i = 0; i < base.length; i++) {
            optimizer.paramGroups().get(i).settings().putIfAbsent("initial_lr", base[i]);
        }
    }

    /** Sets the rates of epoch 0; the last act of a constructor. */
    final void begin() {
        step();
    }

    /** Sets the rates of the next epoch. */
    public void step() {
        epoch++;
        List<ParamGroup> groups = optimizer.paramGroups();
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).lr(next(groups.get(i), base[i], groups.get(i).lr(), epoch));
        }
    }

    /** Begins anew at epoch 0, when a sequence reaches this schedule. */
    final void restart() {
        for (int i = 0; i < base.length; i++) {
            optimizer.paramGroups().get(i).lr(base[i]);
        }
        epoch = -1;
        step();
    }

    /**
     * The rate of a group in an epoch.
     *
     * @param base the rate that the optimiser was made with
     * @param lr the rate now, which other schedules may have changed
     */
    abstract double next(ParamGroup group, double base, double lr, int epoch);

    /** The rates now, one for each group. */
    public List<Double> getLastLr() {
        return optimizer.paramGroups().stream().map(ParamGroup::lr).toList();
    }

    /** How many steps there were. */
    public int lastEpoch() {
        return epoch;
    }
}
