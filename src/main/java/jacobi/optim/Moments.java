package jacobi.optim;

import static jacobi.tensor.Tensors.zerosLike;

import jacobi.tensor.Tensor;
import jacobi.tensor.Updates;
import jacobi.tensor.cpu.UpdateRule;
import java.util.Map;

/** The step of Adam, which AdamW takes too. */
final class Moments {
    private Moments() {}

    /**
     * A step.
     *
     * @param decay how much of the parameter is added to the gradient
     * @param shrink what the parameter is multiplied by before
     */
    static void step(
            ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state, double decay, double shrink) {
        int step = Optimizer.count(state);
        double[] betas = group.numbers("betas");
        Tensor mean = Optimizer.kept(state, "exp_avg", () -> zerosLike(x.detach()));
        Tensor square = Optimizer.kept(state, "exp_avg_sq", () -> zerosLike(x.detach()));
        double root = Math.sqrt(1 - Math.pow(betas[1], step)), rate = group.lr() / (1 - Math.pow(betas[0], step));
        double eps = group.number("eps");
        if (!group.flag("amsgrad")
                && Updates.adam(
                        x,
                        gradient,
                        mean,
                        square,
                        new UpdateRule(betas[0], betas[1], decay, shrink, root, eps, rate))) {
            return;
        }
        if (shrink != 1) {
            x.mul_(shrink);
        }
        Tensor grad = decay == 0 ? gradient : gradient.add(x.detach().mul(decay));
        mean.mul_(betas[0]).add_(grad, 1 - betas[0]);
        square.mul_(betas[1]).add_(grad.square(), 1 - betas[1]);
        if (group.flag("amsgrad")) {
            Tensor most = Optimizer.kept(state, "max_exp_avg_sq", () -> zerosLike(x.detach()));
            square = most.maximum_(square);
        }
        Tensor divisor = square.sqrt().div_(root).add_(eps);
        x.add_(mean.div(divisor), -rate);
    }
}
