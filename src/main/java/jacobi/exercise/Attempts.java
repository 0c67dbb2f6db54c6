package jacobi.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One session's tries: runs the checks of an exercise and remembers how often each failed and which have passed. */
final class Attempts {
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> passed = new HashSet<>();

    /** Tries an answer. A later failure does not take a pass back. */
    synchronized Result attempt(Exercise exercise, Answer answer, Workshop workshop) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean attempted = true;
        try {
            for (Check check : exercise.checks()) {
                outcomes.addAll(check.run(answer, workshop));
            }
        } catch (NotAttempted e) {
            attempted = false;
            outcomes.clear();
        } catch (Stopped e) {
            outcomes.add(Outcome.fail("", "", "", e.getMessage()));
        }
        boolean right = attempted && outcomes.stream().allMatch(Outcome::passed);
        if (right) {
            passed.add(exercise.id());
        } else if (attempted) {
            failures.merge(exercise.id(), 1, Integer::sum);
        }
        return new Result(exercise, attempted, outcomes, failures.getOrDefault(exercise.id(), 0));
    }

    synchronized Set<String> passed() {
        return Set.copyOf(passed);
    }
}
