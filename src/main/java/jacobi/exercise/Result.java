package jacobi.exercise;

import static jacobi.language.Say.say;

import java.util.List;

/**
 * What one try at an exercise came to.
 *
 * @param attempted false where the stub was left as it is
 * @param failures failed tries so far, this one included; 0 where nobody counts
 */
public record Result(Exercise exercise, boolean attempted, List<Outcome> outcomes, int failures) {
    public Result {
        outcomes = List.copyOf(outcomes);
    }

    /** A try whose cell does not compile. */
    static Result uncompiled(Exercise exercise) {
        return new Result(
                exercise,
                true,
                List.of(Outcome.fail("", "", "", say("exercise.result.uncompiled"), Mistake.COMPILE)),
                0);
    }

    /** A try whose answer is not written yet. */
    static Result notAttempted(Exercise exercise) {
        return new Result(exercise, false, List.of(), 0);
    }

    /** Whether all is right; what a person has to mark never is by itself. */
    public boolean passed() {
        return attempted && !exercise.manual() && outcomes.stream().allMatch(Outcome::passed);
    }

    /** What it earns: all points, none, or the share of what is right where the exercise gives points in part. */
    public double points() {
        if (passed()) {
            return exercise.points();
        }
        boolean forbidden = outcomes.stream().anyMatch(outcome -> outcome.mistake() == Mistake.CONSTRUCT);
        if (!attempted || !exercise.partial() || forbidden) {
            return 0;
        }
        long right = outcomes.stream().filter(Outcome::passed).count();
        return Math.floor(100.0 * exercise.points() * right / outcomes.size()) / 100;
    }

    /** The hint that is due, or an empty string. */
    public String hint() {
        return passed() ? "" : exercise.hint(failures, outcomes);
    }

    Result after(int tries) {
        return new Result(exercise, attempted, outcomes, tries);
    }

    /**
     * What its card says below the heading, as HTML that needs no script; empty where nothing was attempted. Of what is
     * hidden it says no more than whether it is right.
     */
    public String html() {
        return outcomes.isEmpty() ? "" : new Card(this).html("");
    }

    /** The card of it as text. */
    public String text() {
        return new Card(this).toString();
    }
}
