package jacobi.optim;

import static jacobi.tensor.Tensors.fullLike;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.Map;

/** Steps divided by the root of the sum of squared gradients (Duchi et al. 2011). */
public final class Adagrad extends Optimizer {
    /** With learning rate 0.01. */
    public Adagrad(Iterable<?> params) {
        this(params, 1e-2);
    }

    /** With a learning rate. */
    public Adagrad(Iterable<?> params, double lr) {
        this(params, lr, 0, 0, 0, 1e-10);
    }

    /**
     * With all settings.
     *
     * @param params tensors or groups of them
     * @param lr learning rate
     * @param lrDecay how fast the rate falls with the steps
     * @param weightDecay how much of the parameter is added to the gradient
     * @param initialAccumulatorValue what the sums begin with
     * @param eps added to the root, so that it divides
     */
    public Adagrad(
            Iterable<?> params,
            @Default("1e-2") double lr,
            @Default("0") double lrDecay,
            @Default("0") double weightDecay,
            @Default("0") double initialAccumulatorValue,
            @Default("1e-10") double eps) {
        super(
                params,
                settings(
                        "lr",
                        lr,
                        "lr_decay",
                        lrDecay,
                        "eps",
                        eps,
                        "weight_decay",
                        weightDecay,
                        "initial_accumulator_value",
                        initialAccumulatorValue));
        atLeastZero("Adagrad", "lr", lr);
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor gradient, Map<String, Object> state) {
        int step = count(state);
        Tensor grad = decayed(group, x, gradient);
        double rate = group.lr() / (1 + (step - 1) * group.number("lr_decay"));
        Tensor sum = kept(state, "sum", () -> fullLike(x, group.number("initial_accumulator_value")));
        sum.add_(grad.square());
        x.add_(grad.div(sum.sqrt().add_(group.number("eps"))), -rate);
    }
}
