package jacobi.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One session's tries: remembers how often each exercise failed and which have passed. */
final class Attempts {
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> passed = new HashSet<>();

    /** Counts a try. A later failure does not take a pass back. */
    synchronized Result count(Result result) {
        String id = result.exercise().id();
        if (result.passed()) {
            passed.add(id);
        } else if (result.attempted()) {
            failures.merge(id, 1, Integer::sum);
        }
        return result.after(failures.getOrDefault(id, 0));
    }

    synchronized Set<String> passed() {
        return Set.copyOf(passed);
    }
}
