package jacobi.repl;

import static jacobi.language.Say.say;

/** A text that is too long for a message, with its middle left out. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * The text, or its two ends where it has more than {@code longest} characters.
     *
     * @param kept how many characters of each end
     */
    public static String of(String text, int longest, int kept) {
        if (text.length() <= longest) {
            return text;
        }
        int left = whole(text, kept);
        int right = whole(text, text.length() - kept);
        return say(
                "repl.excerpt.characters-left-out",
                "substring",
                text.substring(0, left),
                "right",
                right - left,
                "substring2",
                text.substring(right));
    }

    /** The nearest place up to {@code index} that is not within a surrogate pair. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
