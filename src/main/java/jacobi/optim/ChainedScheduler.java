package jacobi.optim;

import java.util.List;

/** Several schedules at once: each changes the rate that the one before left. */
public final class ChainedScheduler extends LRScheduler {
    private final List<? extends LRScheduler> schedulers;

    /** Schedules of the same optimiser. */
    public ChainedScheduler(List<? extends LRScheduler> schedulers) {
        super(schedulers.get(0).optimizer);
        this.schedulers = List.copyOf(schedulers);
    }

    @Override
    public void step() {
        schedulers.forEach(LRScheduler::step);
    }

    @Override
    public int lastEpoch() {
        return schedulers.get(0).lastEpoch();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return lr;
    }
}
