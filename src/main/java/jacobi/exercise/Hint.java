package jacobi.exercise;

import java.util.List;
import java.util.Locale;

/**
 * Something that helps and is not the solution.
 *
 * @param when for which mistake; null where it fits any
 * @param got for which wrong result, as a card shows it where it first says that something is wrong; null where it fits
 *     any
 */
public record Hint(String text, Mistake when, String got) {
    /** A mistake's name in a file, such as {@code too-slow}. */
    static String name(Mistake mistake) {
        return mistake.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it helps with any mistake. */
    public boolean isForAny() {
        return when == null && got == null;
    }

    /** Whether it was written for the mistake in a try. */
    boolean fits(List<Outcome> outcomes) {
        List<Outcome> wrong =
                outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        boolean result = got == null || !wrong.isEmpty() && wrong.get(0).got().equals(got);
        return !isForAny() && result && (when == null || wrong.stream().anyMatch(outcome -> outcome.mistake() == when));
    }
}
