package jacobi.optim;

import static jacobi.language.Say.say;

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
            throw new IllegalArgumentException(say(
                    "optim.sequential.milestones",
                    "schedules",
                    schedulers.size(),
                    "needed",
                    (schedulers.size() - 1),
                    "found",
                    milestones.length));
        }
        for (LRScheduler scheduler : schedulers) {
            if (scheduler.optimizer != optimizer) {
                throw new IllegalArgumentException(say("optim.sequential.optimizer"));
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
