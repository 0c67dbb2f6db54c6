package jacobi.optim;

import java.util.function.IntToDoubleFunction;

/** The first rate times a function of the epoch. */
public final class LambdaLR extends LRScheduler {
    private final IntToDoubleFunction lrLambda;

    /**
     * With all settings.
     *
     * @param lrLambda gives the factor of an epoch
     */
    public LambdaLR(Optimizer optimizer, IntToDoubleFunction lrLambda) {
        super(optimizer);
        this.lrLambda = lrLambda;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return base * lrLambda.applyAsDouble(epoch);
    }
}
