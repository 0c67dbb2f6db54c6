package jacobi.optim;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.operation.Default;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Newton's method with a Hessian guessed from the last steps (Liu and Nocedal 1989). It computes the loss several times
 * a step.
 */
public final class LBFGS extends Optimizer {
    private final List<Tensor> steps = new ArrayList<>();
    private final List<Tensor> changes = new ArrayList<>();
    private Tensor direction;
    private Tensor before;
    private double scale = 1;
    private double lastRate;
    private int iterations;

    /** With rate 1 and at most 20 iterations a step. */
    public LBFGS(Iterable<?> params) {
        this(params, 1);
    }

    /** With a rate. */
    public LBFGS(Iterable<?> params, double lr) {
        this(params, lr, 20, 25, 1e-7, 1e-9, 100, null);
    }

    /**
     * With all settings.
     *
     * @param params tensors, in one group
     * @param lr learning rate
     * @param maxIter most iterations of a step
     * @param maxEval most times the loss is computed in a step
     * @param toleranceGrad the largest element of a gradient that counts as none
     * @param toleranceChange the largest change that counts as none
     * @param historySize how many steps are remembered
     * @param lineSearchFn "strong_wolfe" to look along each direction for a step that is good enough, or null for the
     * rate itself
     */
    public LBFGS(
            Iterable<?> params,
            @Default("1") double lr,
            @Default("20") int maxIter,
            @Default("25") int maxEval,
            @Default("1e-7") double toleranceGrad,
            @Default("1e-9") double toleranceChange,
            @Default("100") int historySize,
            @Default("null") String lineSearchFn) {
        super(
                params,
                settings(
                        "lr",
                        lr,
                        "max_iter",
                        maxIter,
                        "max_eval",
                        maxEval,
                        "tolerance_grad",
                        toleranceGrad,
                        "tolerance_change",
                        toleranceChange,
                        "history_size",
                        historySize,
                        "line_search_fn",
                        lineSearchFn));
        if (lineSearchFn != null && !lineSearchFn.equals("strong_wolfe")) {
            throw new IllegalArgumentException(say("optim.lbfgs.line-search", "found", lineSearchFn));
        }
        if (paramGroups().size() != 1) {
            throw new IllegalArgumentException(say("optim.lbfgs.one-group"));
        }
    }

    @Override
    void update(ParamGroup group, Tensor x, Tensor grad, Map<String, Object> state) {
        throw new IllegalStateException(say("optim.lbfgs.closure"));
    }

    private Tensor gradient() {
        return cat(paramGroups().get(0).params().stream()
                .map(x -> x.grad() == null
                        ? x.detach().flatten().mul(0)
                        : x.grad().flatten())
                .toList());
    }

    private void move(double rate) {
        int at = 0;
        for (Tensor x : paramGroups().get(0).params()) {
            x.add_(direction.narrow(0, at, x.numel()).reshape(x.shape()), rate);
            at += x.numel();
        }
    }

    private static double largest(Tensor x) {
        return x.abs().max().toDouble();
    }

    @Override
    public Tensor step(Supplier<Tensor> closure) {
        ParamGroup group = paramGroups().get(0);
        Tensor first = closure.get();
        try (GradMode off = noGrad()) {
            double loss = first.toDouble(), change = group.number("tolerance_change");
            int evaluations = 1;
            Tensor gradient = gradient();
            if (largest(gradient) <= group.number("tolerance_grad")) {
                return first;
            }
            for (int n = 1; n <= group.number("max_iter"); n++) {
                iterations++;
                turn(gradient, (int) group.number("history_size"));
                before = gradient.clone();
                double rate =
                        iterations == 1 ? Math.min(1, 1 / gradient.abs().sum().toDouble()) * group.lr() : group.lr();
                double slope = gradient.dot(direction).toDouble();
                if (slope > -change) {
                    break;
                }
                double last = loss;
                WolfeSearch.Point found = null;
                if (group.text("line_search_fn") == null) {
                    move(rate);
                } else {
                    WolfeSearch.Point start = new WolfeSearch.Point(0, loss, gradient, slope);
                    WolfeSearch search = new WolfeSearch(r -> at(r, closure), start, largest(direction), change);
                    found = search.from(rate);
                    evaluations += search.evaluations();
                    rate = found.rate();
                    loss = found.loss();
                    gradient = found.gradient();
                    move(rate);
                }
                lastRate = rate;
                if (n == group.number("max_iter")) {
                    break;
                }
                if (found == null) {
                    loss = value(closure);
                    gradient = gradient();
                    evaluations++;
                }
                if (evaluations >= group.number("max_eval")
                        || largest(gradient) <= group.number("tolerance_grad")
                        || largest(direction) * rate <= change
                        || Math.abs(loss - last) < change) {
                    break;
                }
            }
        }
        return first;
    }

    private static double value(Supplier<Tensor> closure) {
        try (GradMode on = GradMode.set(true)) {
            return closure.get().toDouble();
        }
    }

    /** Loss and gradient after a step along the direction; the parameters come back to where they were, to the bit. */
    private WolfeSearch.Point at(double rate, Supplier<Tensor> closure) {
        List<Tensor> params = paramGroups().get(0).params();
        List<Tensor> here = params.stream().map(x -> x.detach().clone()).toList();
        move(rate);
        double loss = value(closure);
        Tensor gradient = gradient();
        for (int i = 0; i < here.size(); i++) {
            params.get(i).copy_(here.get(i));
        }
        return new WolfeSearch.Point(
                rate, loss, gradient, gradient.dot(direction).toDouble());
    }

    /** The direction for a gradient, by the two loops over what is remembered. */
    private void turn(Tensor gradient, int most) {
        if (iterations == 1) {
            direction = gradient.neg();
            return;
        }
        Tensor change = gradient.sub(before), step = direction.mul(lastRate);
        double curvature = change.dot(step).toDouble();
        if (curvature > 1e-10) {
            if (steps.size() == most) {
                steps.remove(0);
                changes.remove(0);
            }
            steps.add(step);
            changes.add(change);
            scale = curvature / change.dot(change).toDouble();
        }
        double[] weights = new double[steps.size()];
        Tensor q = gradient.neg();
        for (int i = steps.size() - 1; i >= 0; i--) {
            weights[i] = steps.get(i).dot(q).toDouble()
                    / changes.get(i).dot(steps.get(i)).toDouble();
            q.add_(changes.get(i), -weights[i]);
        }
        q.mul_(scale);
        for (int i = 0; i < steps.size(); i++) {
            double back = changes.get(i).dot(q).toDouble()
                    / changes.get(i).dot(steps.get(i)).toDouble();
            q.add_(steps.get(i), weights[i] - back);
        }
        direction = q;
    }
}
