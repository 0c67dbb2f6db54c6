package jacobi.optim;

import static jacobi.tensor.Tensors.zerosLike;

import jacobi.tensor.Tensor;
import java.util.Map;

/** The step of Adam, which AdamW takes too. */
final class Moments {
    private Moments() {}

    static void step(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state) {
        int step = Optimizer.count(state);
        double[] betas = group.numbers("betas");
        Tensor mean = Optimizer.kept(state, "exp_avg", () -> zerosLike(x.detach()));
        Tensor square = Optimizer.kept(state, "exp_avg_sq", () -> zerosLike(x.detach()));
        mean.mul_(betas[0]).add_(grad, 1 - betas[0]);
        square.mul_(betas[1]).add_(grad.square(), 1 - betas[1]);
        if (group.flag("amsgrad")) {
            Tensor most = Optimizer.kept(state, "max_exp_avg_sq", () -> zerosLike(x.detach()));
            square = most.maximum_(square);
        }
        double root = Math.sqrt(1 - Math.pow(betas[1], step));
        Tensor divisor = square.sqrt().div_(root).add_(group.number("eps"));
        x.add_(mean.div(divisor), -group.lr() / (1 - Math.pow(betas[0], step)));
    }
}
