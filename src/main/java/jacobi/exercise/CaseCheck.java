package jacobi.exercise;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function gives the expected value for each listed input. */
final class CaseCheck extends FunctionCheck {

    /** Inputs and what must come out. */
    record Case(List<Tensor> given, Object expected) {}

    private final List<Case> cases;
    private final AnswerComparison comparison;

    CaseCheck(List<Case> cases, AnswerComparison comparison) {
        this.cases = List.copyOf(cases);
        this.comparison = comparison;
    }

    @Override
    List<Outcome> run(Answer.Call call, Workshop workshop) throws NotAttempted, Stopped {
        List<Outcome> outcomes = new ArrayList<>();
        for (Case one : cases) {
            Called called = call(call, copies(one.given()), workshop);
            String given = CardText.values(one.given());
            String wanted = CardText.value(one.expected());
            if (called.failed()) {
                outcomes.add(Outcome.fail(given, wanted, "", called.failure()));
                continue;
            }
            Optional<AnswerComparison.Difference> difference = comparison.difference(one.expected(), called.value());
            outcomes.add(
                    difference.isEmpty()
                            ? Outcome.pass(given, wanted)
                            : Outcome.fail(
                                    given,
                                    wanted,
                                    CardText.value(called.value()),
                                    difference.get().words()));
        }
        return outcomes;
    }
}
