package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Question;
import jacobi.exercise.answer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One examination of an answer to an exercise: the questions to ask it, and the judgement of the replies. Asking is
 * left to who holds the answer, so that another process can judge.
 */
public final class Trial {
    private final Exercise exercise;
    private final List<Check> checks = new ArrayList<>();

    private Trial(Exercise exercise) {
        this.exercise = exercise;
    }

    /** Asks a reference solution. */
    public interface Solution {
        /**
         * @param reference the source of a cell that hands in the reference solution
         * @return a reply for each question
         */
        List<Reply> replies(String reference, List<Question> questions);
    }

    /** The trial in a student's own notebook: random inputs are the same every time, and hidden cases are not tried. */
    public static Trial formative(Exercise exercise, Solution solution) {
        RandomInputs random = exercise.rules().random();
        return of(exercise, random == null ? 0 : random.seed(), false, solution);
    }

    /**
     * The trial that counts.
     *
     * @param seed of the random inputs: another one for each student
     */
    public static Trial graded(Exercise exercise, long seed, Solution solution) {
        return of(exercise, seed, true, solution);
    }

    private static Trial of(Exercise exercise, long seed, boolean counts, Solution solution) {
        Rules rules = exercise.rules();
        Trial trial = new Trial(exercise);
        Reference reference = new Reference(exercise, solution);
        trial.checks.addAll(rules.checks());
        if (rules.byReference()) {
            trial.checks.add(new ValueCheck(reference.value(), null, rules.comparison()));
        }
        if (!rules.cases().isEmpty()) {
            trial.checks.add(new CaseCheck(reference.solved(rules.cases()), rules.comparison(), false));
        }
        if (rules.gradient()) {
            trial.checks.add(new GradientCheck(
                    rules.cases().stream().map(CaseCheck.Case::given).toList()));
        }
        if (counts && !rules.hidden().isEmpty()) {
            trial.checks.add(new CaseCheck(reference.solved(rules.hidden()), rules.comparison(), true));
        }
        if (rules.random() != null) {
            trial.checks.add(new RandomCheck(
                    trials(rules, seed, reference),
                    rules.random().properties(),
                    rules.comparison().ofRandom()));
        }
        return trial;
    }

    /**
     * The rules with all that is expected known: the results of the reference solution for the formative trial among
     * them. A value it gives is the first check.
     */
    static Rules solved(Exercise exercise, Solution solution) {
        Rules rules = exercise.rules();
        Reference reference = new Reference(exercise, solution);
        List<Check> checks = new ArrayList<>(rules.checks());
        if (rules.byReference()) {
            checks.add(0, new ValueCheck(reference.value(), null, rules.comparison()));
        }
        boolean compares = rules.random() != null
                && (reference.isThere() || !rules.sealed().isEmpty());
        return new Rules(
                checks,
                reference.solved(rules.cases()),
                rules.hidden(),
                rules.random(),
                compares ? trials(rules, rules.random().seed(), reference) : List.of(),
                rules.gradient(),
                rules.constructs(),
                rules.byReference(),
                rules.comparison());
    }

    private static List<CaseCheck.Case> trials(Rules rules, long seed, Reference reference) {
        if (!rules.sealed().isEmpty()) {
            return rules.sealed();
        }
        List<CaseCheck.Case> drawn = rules.random().draw(seed).stream()
                .map(given -> new CaseCheck.Case(given, null))
                .toList();
        return reference.isThere() ? reference.solved(drawn) : drawn;
    }

    /** What to ask the answer, in this order. */
    public List<Question> questions() {
        Set<String> watched = exercise.rules().constructs().watched();
        List<Question> questions = new ArrayList<>();
        for (Check check : checks) {
            for (Question question : check.questions()) {
                questions.add(
                        question instanceof Question.Call call
                                ? new Question.Call(call.given(), call.gradient(), watched)
                                : new Question.Value(watched));
            }
        }
        return questions;
    }

    /**
     * Judges an answer.
     *
     * @param replies one for each question
     */
    public Result judge(List<Reply> replies) {
        if (replies.stream().anyMatch(Reply.NotAttempted.class::isInstance)) {
            return Result.notAttempted(exercise);
        }
        List<Outcome> outcomes = new ArrayList<>();
        int at = 0;
        for (Check check : checks) {
            int count = check.questions().size();
            outcomes.addAll(check.judge(replies.subList(at, at + count)));
            at += count;
        }
        // What was not asked, because an earlier call never came back, has nothing to say.
        boolean stopped = outcomes.stream().anyMatch(outcome -> outcome.mistake() == Mistake.TOO_SLOW);
        if (stopped) {
            outcomes.removeIf(outcome ->
                    outcome.mistake() == Mistake.TOO_SLOW && outcome.note().isEmpty());
        }
        outcomes.addAll(exercise.rules().constructs().judge(replies));
        return new Result(exercise, true, outcomes, 0);
    }

    /** The reference solution of an exercise. */
    private record Reference(Exercise exercise, Solution solution) {

        boolean isThere() {
            return !exercise.reference().isEmpty();
        }

        Plain value() {
            return given(new Question.Value(Set.of())).get(0);
        }

        /** The cases with what the reference solution gives where they do not say what they expect. */
        List<CaseCheck.Case> solved(List<CaseCheck.Case> cases) {
            List<CaseCheck.Case> open =
                    cases.stream().filter(one -> one.expected() == null).toList();
            if (open.isEmpty()) {
                return cases;
            }
            List<Plain> results =
                    given(open.stream().map(CaseCheck.Case::question).toArray(Question[]::new));
            List<CaseCheck.Case> solved = new ArrayList<>();
            int at = 0;
            for (CaseCheck.Case one : cases) {
                solved.add(one.expected() != null ? one : new CaseCheck.Case(one.given(), results.get(at++)));
            }
            return solved;
        }

        private List<Plain> given(Question... questions) {
            List<Plain> results = new ArrayList<>();
            for (Reply reply : solution.replies(exercise.reference(), List.of(questions))) {
                if (!(reply instanceof Reply.Given given)) {
                    String why =
                            reply instanceof Reply.Failed failed ? failed.words() : say("exercise.card.not-attempted");
                    throw new ExerciseException(say("exercise.trial.reference-fails", "id", exercise.id(), "why", why));
                }
                results.add(given.value());
            }
            return results;
        }
    }
}
