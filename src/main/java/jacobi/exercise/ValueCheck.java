package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A value equals the expected one. The card of a wrong answer says where it is wrong, not what would be right.
 *
 * @param dtype the name of the dtype a tensor must have, or null where any will do
 */
record ValueCheck(Plain expected, String dtype, AnswerComparison comparison) implements OneValue {

    @Override
    public List<Outcome> judge(Reply.Given given) {
        Plain got = given.value();
        Optional<AnswerComparison.Difference> difference =
                comparison.difference(expected, got).or(() -> wrongType(got));
        String found = CardText.value(got);
        return List.of(difference
                .map(d -> Outcome.fail("", "", found, d.place(), d.mistake()))
                .orElseGet(() -> Outcome.pass("", found)));
    }

    private Optional<AnswerComparison.Difference> wrongType(Plain got) {
        if (dtype == null) {
            return Optional.empty();
        }
        String found =
                got instanceof Plain.Numbers numbers && !numbers.dtype().isEmpty() ? numbers.dtype() : got.type();
        String words = say("exercise.valueCheck.values-right-dtype-instead", "found", found, "dtype", dtype);
        return found.equals(dtype)
                ? Optional.empty()
                : Optional.of(new AnswerComparison.Difference(words, words, Mistake.DTYPE));
    }
}
