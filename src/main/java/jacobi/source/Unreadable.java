package jacobi.source;

/** A cell is not of a form the parser knows; javac's own error is the better one. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int last;
    private final transient Token found;
    private final String expected;

    Unreadable(int last, Token found, String expected) {
        super("expected " + expected + ", found '" + found.text() + "' at " + found.start(), null, false, false);
        this.last = last;
        this.found = found;
        this.expected = expected;
    }

    /** The end of the last token that could be read. */
    public int last() {
        return last;
    }

    /** The token that cannot follow it. */
    public Token found() {
        return found;
    }

    /** What was expected in its place, as {@code "an expression"} or {@code "';'"}. */
    public String expected() {
        return expected;
    }

    /** Whether a position lies where reading stopped: after the last token that could be read, or in the next. */
    public boolean isAt(int position) {
        return last <= position && position <= found.end();
    }
}
