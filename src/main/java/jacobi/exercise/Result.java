package jacobi.exercise;

import java.util.List;

/**
 * What one try at an exercise came to.
 *
 * @param attempted false where the stub was left as it is
 * @param failures failed tries so far, this one included
 */
record Result(Exercise exercise, boolean attempted, List<Outcome> outcomes, int failures) {
    Result {
        outcomes = List.copyOf(outcomes);
    }

    boolean passed() {
        return attempted && outcomes.stream().allMatch(Outcome::passed);
    }

    int points() {
        return passed() ? exercise.points() : 0;
    }
}
