package jacobi.optim;

import static jacobi.tensor.Tensors.zerosLike;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import jacobi.tensor.Updates;
import jacobi.tensor.cpu.UpdateRule;
import java.util.Map;

/** Steps divided by the root of a moving mean of squared gradients (Tieleman and Hinton 2012). */
public final class RMSprop extends Optimizer {
    /** With learning rate 0.01. */
    public RMSprop(Iterable<?> params) {
        this(params, 1e-2);
    }

    /** With a learning rate. */
    public RMSprop(Iterable<?> params, double lr) {
        this(params, lr, 0.99, 1e-8, 0, 0, false);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param alpha how much of the mean stays
     * @param eps added to the root, so that it divides
     * @param weightDecay how much of the parameter is added to the gradient
     * @param momentum how much of the last steps goes on
     * @param centered whether the variance takes the place of the mean square
     */
    public RMSprop(
            Iterable<?> params,
            @Default("1e-2") double lr,
            @Default("0.99") double alpha,
            @Default("1e-8") double eps,
            @Default("0") double weightDecay,
            @Default("0") double momentum,
            @Default("false") boolean centered) {
        super(
                params,
                settings(
                        "lr",
                        lr,
                        "alpha",
                        alpha,
                        "eps",
                        eps,
                        "weight_decay",
                        weightDecay,
                        "momentum",
                        momentum,
                        "centered",
                        centered));
        atLeastZero("RMSprop", "lr", lr);
        atLeastZero("RMSprop", "alpha", alpha);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state) {
        count(state);
        double alpha = group.number("alpha"), momentum = group.number("momentum"), eps = group.number("eps");
        Tensor square = kept(state, "square_avg", () -> zerosLike(x.detach()));
        if (momentum == 0
                && !group.flag("centered")
                && Updates.rmsprop(
                        x, gradient, square, new UpdateRule(alpha, group.number("weight_decay"), eps, group.lr()))) {
            return;
        }
        Tensor grad = decayed(group, x, gradient);
        square.mul_(alpha).add_(grad.square(), 1 - alpha);
        Tensor variance = square;
        if (group.flag("centered")) {
            Tensor mean = kept(state, "grad_avg", () -> zerosLike(x.detach()));
            mean.mul_(alpha).add_(grad, 1 - alpha);
            variance = square.sub(mean.square());
        }
        Tensor step = grad.div(variance.sqrt().add_(eps));
        if (momentum > 0) {
            step = kept(state, "momentum_buffer", () -> zerosLike(x.detach()))
                    .mul_(momentum)
                    .add_(step);
        }
        x.add_(step, -group.lr());
    }
}
