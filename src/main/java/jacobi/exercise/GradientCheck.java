package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The gradient autograd finds through the student's function equals central finite differences of it, at the cases'
 * first arguments, in float64.
 *
 * @param points the arguments
 */
record GradientCheck(List<List<Plain.Numbers>> points) implements Check {
    private static final double STEP = 1e-6;
    private static final AnswerComparison COMPARISON = new AnswerComparison(1e-4);

    @Override
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (List<Plain.Numbers> point : points) {
            Plain.Numbers first = point.get(0);
            questions.add(new Question.Call(point, true, Set.of()));
            for (int i = 0; i < first.values().length; i++) {
                questions.add(shifted(point, i, STEP));
                questions.add(shifted(point, i, -STEP));
            }
        }
        return questions;
    }

    private static Question shifted(List<Plain.Numbers> point, int element, double by) {
        Plain.Numbers first = point.get(0);
        double[] moved = first.values().clone();
        moved[element] += by;
        List<Plain.Numbers> given = new ArrayList<>(point);
        given.set(0, new Plain.Numbers(first.type(), "float64", first.shape(), moved));
        return new Question.Call(given, false, Set.of());
    }

    @Override
    public List<Outcome> judge(List<Reply> replies) {
        List<Outcome> outcomes = new ArrayList<>();
        int at = 0;
        for (List<Plain.Numbers> point : points) {
            int count = 1 + 2 * point.get(0).values().length;
            outcomes.add(judge(point, replies.subList(at, at + count)));
            at += count;
        }
        return outcomes;
    }

    private static Outcome judge(List<Plain.Numbers> point, List<Reply> replies) {
        String given = say("exercise.gradientCheck.gradient-at", "values", CardText.values(point));
        if (replies.get(0) instanceof Reply.Failed failed) {
            return Check.failed(given, "", failed);
        }
        Reply.Given found = (Reply.Given) replies.get(0);
        if (!(found.value() instanceof Plain.Numbers)) {
            return Outcome.fail(
                    given,
                    say("exercise.gradientCheck.tensor"),
                    CardText.value(found.value()),
                    say("exercise.gradientCheck.result-no-tensor"),
                    Mistake.KIND);
        }
        double[] slopes = new double[point.get(0).values().length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (sum(replies.get(1 + 2 * i)) - sum(replies.get(2 + 2 * i))) / (2 * STEP);
        }
        Plain.Numbers expected = new Plain.Numbers("", "", point.get(0).shape(), slopes);
        if (found.gradient() == null) {
            return Outcome.fail(
                    given,
                    CardText.value(expected),
                    "",
                    say("exercise.gradientCheck.result-does-not-depend"),
                    Mistake.GRADIENT);
        }
        return COMPARISON
                .difference(expected, found.gradient())
                .map(difference -> Outcome.fail(
                        given,
                        CardText.value(expected),
                        CardText.value(found.gradient()),
                        difference.words(),
                        Mistake.GRADIENT))
                .orElseGet(() -> Outcome.pass(given, CardText.value(expected)));
    }

    private static double sum(Reply reply) {
        return reply instanceof Reply.Given given && given.value() instanceof Plain.Numbers numbers
                ? Arrays.stream(numbers.values()).sum()
                : Double.NaN;
    }
}
