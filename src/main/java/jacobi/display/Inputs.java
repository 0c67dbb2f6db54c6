package jacobi.display;

/** The functions a cell asks its reader with. */
public final class Inputs {
    private static volatile Keyboard keyboard;

    private Inputs() {}

    /** Asks for a line of text under a prompt, as Python's {@code input}. */
    public static String input(String prompt) {
        return keyboard().readLine(prompt, false);
    }

    /** Asks for a line of text. */
    public static String input() {
        return input("");
    }

    /** Asks for a line that is not shown as it is typed, as Python's {@code getpass}. */
    public static String password(String prompt) {
        return keyboard().readLine(prompt, true);
    }

    /** Takes lines from now on from {@code source}; null for standard input. */
    public static void keyboard(Keyboard source) {
        keyboard = source;
    }

    private static synchronized Keyboard keyboard() {
        if (keyboard == null) {
            keyboard = new ConsoleKeyboard();
        }
        return keyboard;
    }
}
