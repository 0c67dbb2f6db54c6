package jacobi.exercise;

import java.util.List;

/**
 * A task with the checks its answer must pass.
 *
 * @param id what {@code check} is called with, such as {@code calculus-1}
 * @param title a few words
 * @param task what to do, in Markdown
 * @param points what a passing answer is worth
 * @param hints shown one by one after further failed tries; never the solution
 * @param checks all of them must pass
 */
record Exercise(String id, String title, String task, int points, List<String> hints, List<Check> checks) {
    /** Failed tries after which a hint is added: the first hint after two, the next one after four. */
    private static final int TRIES_PER_HINT = 2;

    Exercise {
        hints = List.copyOf(hints);
        checks = List.copyOf(checks);
    }

    /** The hint due after {@code failures} failed tries, or an empty string. */
    String hint(int failures) {
        int due = Math.min(failures / TRIES_PER_HINT, hints.size());
        return due == 0 ? "" : hints.get(due - 1);
    }
}
