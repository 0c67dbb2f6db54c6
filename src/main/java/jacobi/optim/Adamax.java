package jacobi.optim;

import static jacobi.tensor.Tensors.zerosLike;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** {@link Adam} by the largest gradient instead of the mean square (Kingma and Ba 2014). */
public final class Adamax extends Optimizer {
    /** With learning rate 0.002. */
    public Adamax(Iterable<?> params) {
        this(params, 2e-3);
    }

    /** With a learning rate. */
    public Adamax(Iterable<?> params, double lr) {
        this(params, lr, new double[] {0.9, 0.999}, 1e-8, 0);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param betas how much of the mean and of the largest stays
     * @param eps added to a gradient's size, so that it divides
     * @param weightDecay how much of the parameter is added to the gradient
     */
    public Adamax(
            Iterable<?> params,
            @Default("2e-3") double lr,
            @Default("new double[] {0.9, 0.999}") double[] betas,
            @Default("1e-8") double eps,
            @Default("0") double weightDecay) {
        super(params, settings("lr", lr, "betas", betas, "eps", eps, "weight_decay", weightDecay));
        atLeastZero("Adamax", "lr", lr);
        requireBetas("Adamax", betas);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state) {
        int step = count(state);
        Tensor grad = decayed(group, x, gradient);
        double[] betas = group.numbers("betas");
        Tensor mean = kept(state, "exp_avg", () -> zerosLike(x.detach()));
        Tensor most = kept(state, "exp_inf", () -> zerosLike(x.detach()));
        mean.mul_(betas[0]).add_(grad, 1 - betas[0]);
        most.mul_(betas[1]).maximum_(grad.abs().add_(group.number("eps")));
        x.add_(mean.div(most), -group.lr() / (1 - Math.pow(betas[0], step)));
    }
}
