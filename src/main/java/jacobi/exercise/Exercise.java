package jacobi.exercise;

import java.util.List;
import java.util.stream.Stream;

/**
 * A task with what its answer must satisfy.
 *
 * @param id what {@code check} is called with, such as {@code calculus-1}
 * @param title a few words
 * @param task what to do, in Markdown
 * @param section where the book treats it, by the section's number and name; empty where that is not said
 * @param points what a right answer is worth
 * @param partial whether an answer that is right in part earns part of the points
 * @param manual whether a person marks it: a text or a proof
 * @param hints shown one by one after further failed tries; never the solution
 * @param reference the source of a cell that hands in a right answer; empty where there is none
 * @param rules how it is judged
 */
public record Exercise(
        String id,
        String title,
        String task,
        String section,
        int points,
        boolean partial,
        boolean manual,
        List<Hint> hints,
        String reference,
        Rules rules) {
    /** Failed tries after which a hint is added: the first hint after two, the next one after four. */
    private static final int TRIES_PER_HINT = 2;

    public Exercise {
        hints = List.copyOf(hints);
    }

    /**
     * The hint due after {@code failures} failed tries, or an empty string: those that fit this try come first, then
     * those for any.
     */
    String hint(int failures, List<Outcome> outcomes) {
        int due = failures / TRIES_PER_HINT;
        List<Hint> order = Stream.concat(
                        hints.stream().filter(hint -> hint.fits(outcomes)),
                        hints.stream().filter(Hint::isForAny))
                .toList();
        return due == 0 || order.isEmpty()
                ? ""
                : order.get(Math.min(due, order.size()) - 1).text();
    }
}
