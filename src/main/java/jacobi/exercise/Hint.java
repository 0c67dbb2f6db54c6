package jacobi.exercise;

import java.util.Locale;

/**
 * Something that helps and is not the solution.
 *
 * @param when for which mistake; null where it fits any
 */
public record Hint(String text, Mistake when) {
    /** A mistake's name in a file, such as {@code too-slow}. */
    static String name(Mistake mistake) {
        return mistake.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
