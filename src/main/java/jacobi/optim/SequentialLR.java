package jacobi.optim;

import java.util.List;

/** One schedule after the other: each from its milestone on. */
public final class SequentialLR extends LRScheduler {
    private final List<? extends LRScheduler> schedulers;
    private final int[] milestones;
    private int epoch;

    /**
     * Schedules of the same optimiser.
     *
     * @param milestones the epochs at which the second, third … begin
     */
    public SequentialLR(Optimizer optimizer, List<? extends LRScheduler> schedulers, int[] milestones) {
        super(optimizer);
        if (milestones.length != schedulers.size() - 1) {
            throw new IllegalArgumentException("SequentialLR: " + schedulers.size() + " schedules need "
                    + (schedulers.size() - 1) + " milestones between them, got " + milestones.length);
        }
        for (LRScheduler scheduler : schedulers) {
            if (scheduler.optimizer != optimizer) {
                throw new IllegalArgumentException("SequentialLR: all schedules are of the same optimizer");
            }
        }
        this.schedulers = List.copyOf(schedulers);
        this.milestones = milestones.clone();
        schedulers.get(0).restart();
    }

    @Override
    public void step() {
        epoch++;
        int part = 0;
        while (part < milestones.length && milestones[part] <= epoch) {
            part++;
        }
        if (part > 0 && milestones[part - 1] == epoch) {
            schedulers.get(part).restart();
        } else {
            schedulers.get(part).step();
        }
    }

    @Override
    public int lastEpoch() {
        return epoch;
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return lr;
    }
}
