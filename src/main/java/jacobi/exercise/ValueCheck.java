package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A value equals the expected one. The card of a wrong answer says where it is wrong, not what would be right.
 *
 * @param expected a number, truth value, text or nested list
 * @param dtype the name of the dtype a tensor must have, or null where any will do
 */
record ValueCheck(Object expected, String dtype, AnswerComparison comparison) implements Check {

    @Override
    public List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted {
        Object got = answer.finished();
        Optional<String> difference = comparison
                .difference(expected, got)
                .map(AnswerComparison.Difference::place)
                .or(() -> wrongType(got));
        String found = CardText.value(got);
        return List.of(difference.isEmpty() ? Outcome.pass("", found) : Outcome.fail("", "", found, difference.get()));
    }

    private Optional<String> wrongType(Object got) {
        if (dtype == null) {
            return Optional.empty();
        }
        String found = got instanceof Tensor tensor
                ? tensor.dtype().toString().replaceFirst(".*\\.", "")
                : got.getClass().getSimpleName();
        return found.equals(dtype)
                ? Optional.empty()
                : Optional.of(say("exercise.valueCheck.values-right-dtype-instead", "found", found, "dtype", dtype));
    }
}
