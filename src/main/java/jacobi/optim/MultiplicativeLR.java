package jacobi.optim;

import java.util.function.IntToDoubleFunction;

/** The rate times a function of the epoch, again in each. */
public final class MultiplicativeLR extends LRScheduler {
    private final IntToDoubleFunction lrLambda;

    /**
     * With all settings.
     *
     * @param lrLambda gives the factor of an epoch
     */
    public MultiplicativeLR(Optimizer optimizer, IntToDoubleFunction lrLambda) {
        super(optimizer);
        this.lrLambda = lrLambda;
        begin();
    }

    @Override
    double next(ParamGroup group, double base, double lr, int epoch) {
        return epoch == 0 ? lr : lr * lrLambda.applyAsDouble(epoch);
    }
}
