package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function gives the expected value for each listed input.
 *
 * @param hidden whether nobody but the teacher is to know the cases
 */
record CaseCheck(List<Case> cases, AnswerComparison comparison, boolean hidden) implements Check {

    /**
     * Inputs and what must come out.
     *
     * @param expected null until a reference solution has been asked
     */
    record Case(List<Plain.Numbers> given, Plain expected) {
        Question.Call question() {
            return new Question.Call(given, false, Set.of());
        }
    }

    CaseCheck {
        cases = List.copyOf(cases);
    }

    @Override
    public List<Question> questions() {
        return List.copyOf(cases.stream().map(Case::question).toList());
    }

    @Override
    public List<Outcome> judge(List<Reply> replies) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Outcome outcome = judge(cases.get(i), replies.get(i));
            boolean constant = outcome.mistake() == Mistake.VALUE && ConstantAnswers.isConstant(cases, replies);
            outcome = constant ? outcome.as(Mistake.CONSTANT, say("exercise.caseCheck.constant")) : outcome;
            outcomes.add(hidden ? outcome.kept() : outcome);
        }
        return outcomes;
    }

    private Outcome judge(Case one, Reply reply) {
        String given = CardText.values(one.given());
        String wanted = CardText.value(one.expected());
        if (reply instanceof Reply.Failed failed) {
            return Check.failed(given, wanted, failed);
        }
        Plain got = ((Reply.Given) reply).value();
        Optional<AnswerComparison.Difference> difference = comparison.difference(one.expected(), got);
        return difference
                .map(d -> Outcome.fail(given, wanted, CardText.value(got), d.words(), d.mistake()))
                .orElseGet(() -> Outcome.pass(given, wanted));
    }
}
