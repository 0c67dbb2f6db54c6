package jacobi.language;

import java.util.regex.Pattern;

/** The colours of tracebacks and terminals: escape sequences of ECMA-48, which Jupyter's messages carry inside text. */
public final class Ansi {
    /** A control sequence: what it is given, and the letter that says what is done. */
    public static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private Ansi() {}

    /** The text that is seen. */
    public static String removed(String text) {
        return text.indexOf('\u001b') < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
    }
}
