package jacobi.optim;

import static jacobi.tensor.Tensors.zerosLike;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** {@link Adam} with Nesterov's momentum (Dozat 2016). */
public final class NAdam extends Optimizer {
    /** With learning rate 0.002. */
    public NAdam(Iterable<?> params) {
        this(params, 2e-3);
    }

    /** With a learning rate. */
    public NAdam(Iterable<?> params, double lr) {
        this(params, lr, new double[] {0.9, 0.999}, 1e-8, 0, 4e-3);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param betas how much of the two means stays
     * @param eps added to the root, so that it divides
     * @param weightDecay how much of the parameter is added to the gradient
     * @param momentumDecay how fast the momentum falls with the steps
     */
    public NAdam(
            Iterable<?> params,
            @Default("2e-3") double lr,
            @Default("new double[] {0.9, 0.999}") double[] betas,
            @Default("1e-8") double eps,
            @Default("0") double weightDecay,
            @Default("4e-3") double momentumDecay) {
        super(
                params,
                settings(
                        "lr",
                        lr,
                        "betas",
                        betas,
                        "eps",
                        eps,
                        "weight_decay",
                        weightDecay,
                        "momentum_decay",
                        momentumDecay));
        atLeastZero("NAdam", "lr", lr);
        requireBetas("NAdam", betas);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state) {
        int step = count(state);
        Tensor grad = decayed(group, x, gradient);
        double[] betas = group.numbers("betas");
        double decay = group.number("momentum_decay");
        double mu = betas[0] * (1 - 0.5 * Math.pow(0.96, step * decay));
        double next = betas[0] * (1 - 0.5 * Math.pow(0.96, (step + 1) * decay));
        double product = (state.get("mu_product") instanceof Number n ? n.doubleValue() : 1) * mu;
        state.put("mu_product", product);
        Tensor mean = kept(state, "exp_avg", () -> zerosLike(x.detach()));
        Tensor square = kept(state, "exp_avg_sq", () -> zerosLike(x.detach()));
        mean.mul_(betas[0]).add_(grad, 1 - betas[0]);
        square.mul_(betas[1]).add_(grad.square(), 1 - betas[1]);
        Tensor divisor = square.div(1 - Math.pow(betas[1], step)).sqrt_().add_(group.number("eps"));
        x.add_(grad.div(divisor), -group.lr() * (1 - mu) / (1 - product));
        x.add_(mean.div(divisor), -group.lr() * next / (1 - product * next));
    }
}
