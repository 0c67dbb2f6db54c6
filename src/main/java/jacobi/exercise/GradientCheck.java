package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradient autograd finds through the student's function equals central finite differences of it, at the cases'
 * first arguments, in float64.
 */
final class GradientCheck extends FunctionCheck {
    private static final double STEP = 1e-6;
    private static final AnswerComparison COMPARISON = new AnswerComparison(1e-4);

    private final List<List<Tensor>> points;

    GradientCheck(List<List<Tensor>> points) {
        this.points = List.copyOf(points);
    }

    @Override
    List<Outcome> run(Answer.Call call, Workshop workshop) throws NotAttempted, Stopped {
        List<Outcome> outcomes = new ArrayList<>();
        for (List<Tensor> point : points) {
            outcomes.add(at(point, call, workshop));
        }
        return outcomes;
    }

    private static Outcome at(List<Tensor> point, Answer.Call call, Workshop workshop) throws NotAttempted, Stopped {
        String given = say("exercise.gradientCheck.gradient-at", "values", CardText.values(point));
        Tensor leaf = point.get(0).to(DType.float64).detach().clone().requiresGrad_(true);
        Called called = call(call, with(point, leaf), workshop);
        if (called.failed()) {
            return Outcome.fail(given, "", "", called.failure());
        }
        if (!(called.value() instanceof Tensor result)) {
            return Outcome.fail(
                    given,
                    say("exercise.gradientCheck.tensor"),
                    CardText.value(called.value()),
                    say("exercise.gradientCheck.result-no-tensor"));
        }
        Tensor expected = differences(point, call, workshop);
        if (!result.requiresGrad()) {
            return Outcome.fail(
                    given, CardText.value(expected), "", say("exercise.gradientCheck.result-does-not-depend"));
        }
        result.sum().backward();
        Optional<AnswerComparison.Difference> difference = COMPARISON.difference(expected, leaf.grad());
        return difference.isEmpty()
                ? Outcome.pass(given, CardText.value(expected))
                : Outcome.fail(
                        given,
                        CardText.value(expected),
                        CardText.value(leaf.grad()),
                        difference.get().words());
    }

    private static Tensor differences(List<Tensor> point, Answer.Call call, Workshop workshop)
            throws NotAttempted, Stopped {
        double[] at = point.get(0).to(DType.float64).toDoubleArray();
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slopes[i] = (shifted(point, at, i, STEP, call, workshop) - shifted(point, at, i, -STEP, call, workshop))
                    / (2 * STEP);
        }
        return Tensors.tensor(slopes, DType.float64)
                .reshape(point.get(0).shape().toArray());
    }

    private static double shifted(
            List<Tensor> point, double[] at, int element, double by, Answer.Call call, Workshop workshop)
            throws NotAttempted, Stopped {
        double[] moved = at.clone();
        moved[element] += by;
        Tensor argument = Tensors.tensor(moved, DType.float64)
                .reshape(point.get(0).shape().toArray());
        Called called = call(call, with(point, argument), workshop);
        return called.value() instanceof Tensor result ? result.sum().item().doubleValue() : Double.NaN;
    }

    private static List<Tensor> with(List<Tensor> point, Tensor first) {
        List<Tensor> given = new ArrayList<>(copies(point));
        given.set(0, first);
        return given;
    }
}
