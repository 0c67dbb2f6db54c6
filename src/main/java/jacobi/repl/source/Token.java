package jacobi.repl.source;

/**
 * A word, literal or mark of Java source; white space and comments are none.
 *
 * @param start UTF-16 index of the first character
 * @param end index behind the last one
 */
public record Token(Kind kind, int start, int end, String text) {

    public enum Kind {
        /** A name or a keyword. */
        WORD,
        NUMBER,
        /** A string, text block or character. */
        TEXT,
        /** A string, text block or comment that is never closed. */
        UNCLOSED,
        MARK
    }

    public boolean is(String expected) {
        return text.equals(expected) && kind != Kind.TEXT;
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
