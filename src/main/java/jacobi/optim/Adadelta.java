package jacobi.optim;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.zerosLike;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** Steps as long as the last ones were, by the ratio of two moving means (Zeiler 2012). */
public final class Adadelta extends Optimizer {
    /** With learning rate 1, as the method was published. */
    public Adadelta(Iterable<?> params) {
        this(params, 1);
    }

    /** With a learning rate. */
    public Adadelta(Iterable<?> params, double lr) {
        this(params, lr, 0.9, 1e-6, 0);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param rho how much of the means stays
     * @param eps added under the roots, so that they divide
     * @param weightDecay how much of the parameter is added to the gradient
     */
    public Adadelta(
            Iterable<?> params,
            @Default("1") double lr,
            @Default("0.9") double rho,
            @Default("1e-6") double eps,
            @Default("0") double weightDecay) {
        super(params, settings("lr", lr, "rho", rho, "eps", eps, "weight_decay", weightDecay));
        atLeastZero("Adadelta", "lr", lr);
        if (!(rho >= 0 && rho <= 1)) {
            throw new IllegalArgumentException(say("optim.adadelta.rho", "found", rho));
        }
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state) {
        count(state);
        Tensor grad = decayed(group, x, gradient);
        double rho = group.number("rho"), eps = group.number("eps");
        Tensor square = kept(state, "square_avg", () -> zerosLike(x.detach()));
        Tensor steps = kept(state, "acc_delta", () -> zerosLike(x.detach()));
        square.mul_(rho).add_(grad.square(), 1 - rho);
        Tensor step = steps.add(eps).sqrt_().div_(square.add(eps).sqrt_()).mul_(grad);
        x.add_(step, -group.lr());
        steps.mul_(rho).add_(step.square(), 1 - rho);
    }
}
