package jacobi.optim;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** Gradient descent, with momentum (Polyak 1964) or Nesterov's (1983). */
public final class SGD extends Optimizer {
    /** Plain gradient descent. */
    public SGD(Iterable<?> params, double lr) {
        this(params, lr, 0, 0, 0, false, false);
    }

    /** With momentum. */
    public SGD(Iterable<?> params, double lr, double momentum) {
        this(params, lr, momentum, 0, 0, false, false);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param momentum how much of the last steps goes on
     * @param dampening how much of the gradient does not enter the momentum
     * @param weightDecay how much of the parameter is added to the gradient
     * @param nesterov whether the gradient counts as if the momentum's step were taken
     * @param maximize whether to go up
     */
    public SGD(
            Iterable<?> params,
            double lr,
            @Default("0") double momentum,
            @Default("0") double dampening,
            @Default("0") double weightDecay,
            @Default("false") boolean nesterov,
            @Default("false") boolean maximize) {
        super(
                params,
                settings(
                        "lr",
                        lr,
                        "momentum",
                        momentum,
                        "dampening",
                        dampening,
                        "weight_decay",
                        weightDecay,
                        "nesterov",
                        nesterov,
                        "maximize",
                        maximize));
        atLeastZero("SGD", "lr", lr);
        atLeastZero("SGD", "momentum", momentum);
        atLeastZero("SGD", "weightDecay", weightDecay);
        if (nesterov && (momentum <= 0 || dampening != 0)) {
            throw new IllegalArgumentException(say("optim.sgd.nesterov"));
        }
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state) {
        Tensor step = decayed(group, x, group.flag("maximize") ? grad.neg() : grad);
        double momentum = group.number("momentum");
        if (momentum != 0) {
            Tensor velocity = (Tensor) state.get("momentum_buffer");
            if (velocity == null) {
                velocity = step.clone();
                state.put("momentum_buffer", velocity);
            } else {
                velocity.mul_(momentum).add_(step, 1 - group.number("dampening"));
            }
            step = group.flag("nesterov") ? step.add(velocity.mul(momentum)) : velocity;
        }
        x.add_(step, -group.lr());
    }
}
