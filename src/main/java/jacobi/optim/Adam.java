package jacobi.optim;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** Moving means of gradients divided by the roots of those of their squares (Kingma and Ba 2014). */
public final class Adam extends Optimizer {
    /** With learning rate 0.001. */
    public Adam(Iterable<?> params) {
        this(params, 1e-3);
    }

    /** With a learning rate. */
    public Adam(Iterable<?> params, double lr) {
        this(params, lr, new double[] {0.9, 0.999}, 1e-8, 0, false);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param betas how much of the two means stays
     * @param eps added to the root, so that it divides
     * @param weightDecay how much of the parameter is added to the gradient
     * @param amsgrad whether the largest mean of squares so far divides (Reddi et al. 2018)
     */
    public Adam(
            Iterable<?> params,
            @Default("1e-3") double lr,
            @Default("new double[] {0.9, 0.999}") double[] betas,
            @Default("1e-8") double eps,
            @Default("0") double weightDecay,
            @Default("false") boolean amsgrad) {
        super(params, settings("lr", lr, "betas", betas, "eps", eps, "weight_decay", weightDecay, "amsgrad", amsgrad));
        atLeastZero("Adam", "lr", lr);
        requireBetas("Adam", betas);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state) {
        Moments.step(group, x, grad, state, group.number("weight_decay"), 1);
    }
}
