package jacobi.optim;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** {@link Adam} whose parameters decay by themselves, apart from the gradient (Loshchilov and Hutter 2017). */
public final class AdamW extends Optimizer {
    /** With learning rate 0.001 and decay 0.01. */
    public AdamW(Iterable<?> params) {
        this(params, 1e-3);
    }

    /** With a learning rate. */
    public AdamW(Iterable<?> params, double lr) {
        this(params, lr, new double[] {0.9, 0.999}, 1e-8, 1e-2, false);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param betas how much of the two means stays
     * @param eps added to the root, so that it divides
     * @param weightDecay how much of a parameter is taken away in a step, times the rate
     * @param amsgrad whether the largest mean of squares so far divides (Reddi et al. 2018)
     */
    public AdamW(
            Iterable<?> params,
            @Default("1e-3") double lr,
            @Default("new double[] {0.9, 0.999}") double[] betas,
            @Default("1e-8") double eps,
            @Default("1e-2") double weightDecay,
            @Default("false") boolean amsgrad) {
        super(params, settings("lr", lr, "betas", betas, "eps", eps, "weight_decay", weightDecay, "amsgrad", amsgrad));
        atLeastZero("AdamW", "lr", lr);
        requireBetas("AdamW", betas);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state) {
        Moments.step(group, x, grad, state, 0, 1 - group.lr() * group.number("weight_decay"));
    }
}
