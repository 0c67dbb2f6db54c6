package jacobi.optim;

import jacobi.operation.Default;
import java.util.Arrays;

/** The rate times gamma at given epochs. */
public final class MultiStepLR extends LRScheduler {
    private final int[] milestones;
    private final double gamma;

    /** With what is usual. */
    public MultiStepLR(Optimizer optimizer, int[] milestones) {
        this(optimizer, milestones, 0.1);
    }

    /**
     * With all settings.
     *
     * @param milestones the epochs; one named twice counts twice
     * @param gamma what the rate is multiplied by
     */
    public MultiStepLR(Optimizer optimizer, int[] milestones, @Default("0.1") double gamma) {
        super(optimizer);
        this.milestones = milestones;
        this.gamma = gamma;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        long times = Arrays.stream(milestones).filter(m -> m == epoch).count();
        return lr * Math.pow(gamma, times);
    }
}
