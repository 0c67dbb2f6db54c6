package jacobi.repl.failure;

/** ANSI colours that can be read on light and on dark pages: bold, and the darker red and magenta of the palette. */
public final class Ink {
    private static final String RESET = "\033[0m";

    private Ink() {}

    public static String error(String text) {
        return "\033[1;31m" + text + RESET;
    }

    static String place(String text) {
        return "\033[35m" + text + RESET;
    }

    static String caret(String text) {
        return "\033[1;35m" + text + RESET;
    }
}
