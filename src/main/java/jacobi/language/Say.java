package jacobi.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in the reader's language, with what happened put in by name.
 *
 * <p>In a message {@code {axis}} stands for the argument of that name, {@code {a type}} for it with the English article
 * it takes, and {@code {count:row|rows}} for one of two words, the first where the argument is 1. Braces around
 * anything else are braces, and quotes are quotes: messages are full of Java, which is why this is not {@link
 * java.text.MessageFormat}. Numbers are written as Java writes them, without a locale.
 */
public final class Say {
    private static final Pattern PLACE = Pattern.compile("\\{(?:([aA]) )?(\\w+)(?::([^{}|]*)\\|([^{}|]*))?}");

    private Say() {}

    /**
     * The message of a key.
     *
     * @param arguments names and values by turns, as {@code "axis", 1, "length", 3}
     */
    public static String say(String key, Object... arguments) {
        return filled(Language.current().message(key), arguments);
    }

    static String filled(String message, Object... arguments) {
        if (message.indexOf('{') < 0) {
            return message;
        }
        Matcher place = PLACE.matcher(message);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            String filling = place.group();
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                if (place.group(2).equals(arguments[i])) {
                    filling = filling(place, String.valueOf(arguments[i + 1]));
                }
            }
            place.appendReplacement(text, Matcher.quoteReplacement(filling));
        }
        return place.appendTail(text).toString();
    }

    private static String filling(Matcher place, String value) {
        if (place.group(1) != null) {
            return place.group(1) + (value.matches("(?i)[aeio].*") ? "n " : " ") + value;
        }
        return place.group(3) == null ? value : value.equals("1") ? place.group(3) : place.group(4);
    }
}
