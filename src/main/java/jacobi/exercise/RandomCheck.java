package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.PlainForm;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On random inputs a function gives what the reference solution gave, and its results have properties.
 *
 * @param trials inputs, with what the reference solution gave; null where there is none
 */
record RandomCheck(List<CaseCheck.Case> trials, List<Property> properties, AnswerComparison comparison)
        implements Check {

    @Override
    public List<Question> questions() {
        return List.copyOf(trials.stream().map(CaseCheck.Case::question).toList());
    }

    @Override
    public List<Outcome> judge(List<Reply> replies) {
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i) instanceof Reply.Failed failed) {
                return List.of(Check.failed(inputs(trials.get(i)), "", failed));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (trials.get(0).expected() != null) {
            outcomes.add(compare(replies));
        }
        properties.forEach(property -> outcomes.add(judge(property, replies)));
        return outcomes;
    }

    /** Never says what would be right: from that, a constant could be written. */
    private Outcome compare(List<Reply> replies) {
        for (int i = 0; i < trials.size(); i++) {
            CaseCheck.Case trial = trials.get(i);
            Plain got = ((Reply.Given) replies.get(i)).value();
            Optional<AnswerComparison.Difference> difference = comparison.difference(trial.expected(), got);
            if (difference.isPresent()) {
                boolean constant =
                        difference.get().mistake() == Mistake.VALUE && ConstantAnswers.isConstant(trials, replies);
                return Outcome.fail(
                        say("exercise.randomCheck.for", "values", CardText.values(trial.given())),
                        "",
                        CardText.value(got),
                        constant
                                ? say("exercise.caseCheck.constant")
                                : difference.get().place(),
                        constant ? Mistake.CONSTANT : difference.get().mistake());
            }
        }
        return Outcome.pass(inputs(trials.get(0)), say("exercise.randomCheck.as-reference"));
    }

    private Outcome judge(Property property, List<Reply> replies) {
        for (int i = 0; i < trials.size(); i++) {
            Reply.Given given = (Reply.Given) replies.get(i);
            String input = inputs(trials.get(i));
            if (!(given.value() instanceof Plain.Numbers numbers)) {
                return Outcome.fail(
                        input,
                        say("exercise.propertyCheck.tensor"),
                        CardText.value(given.value()),
                        say("exercise.propertyCheck.result-no-tensor"),
                        Mistake.KIND);
            }
            if (!holds(property, trials.get(i).given().get(0), given, PlainForm.tensor(numbers))) {
                return Outcome.fail(
                        input,
                        property.words(),
                        CardText.value(numbers),
                        say("exercise.propertyCheck.does-not-hold"),
                        property == Property.SAME_SHAPE ? Mistake.SHAPE : Mistake.PROPERTY);
            }
        }
        return Outcome.pass(inputs(trials.get(0)), property.words());
    }

    private static boolean holds(Property property, Plain.Numbers before, Reply.Given given, Tensor result) {
        Tensor argument = PlainForm.tensor(given.arguments().get(0));
        try {
            return property.holds(PlainForm.tensor(before), argument, given.alias() == 0 ? argument : result);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // A result without the axis a property speaks of.
            return false;
        }
    }

    private static String inputs(CaseCheck.Case trial) {
        List<String> shapes =
                trial.given().stream().map(given -> given.shape().toString()).toList();
        return say("exercise.propertyCheck.random-inputs", "values", String.join(", ", shapes));
    }
}
