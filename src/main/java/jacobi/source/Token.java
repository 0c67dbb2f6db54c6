package jacobi.source;

/**
 * A word, literal or symbol of a cell; white space and comments are none.
 *
 * @param start UTF-16 index of the first character
 * @param end index after the last one
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What a token is. */
    public enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        /** A string or text block. */
        STRING,
        CHARACTER,
        SYMBOL,
        /** A string, character, text block or comment that is never closed. */
        UNCLOSED,
        /** What follows the last token. */
        END
    }

    /** Whether it is this name, keyword or symbol. */
    public boolean is(String expected) {
        return !isText() && text.equals(expected);
    }

    /** Whether it is a name or a keyword. */
    public boolean isWord() {
        return kind == Kind.NAME || kind == Kind.KEYWORD;
    }

    /** Whether it is a string, text block or character, closed. */
    public boolean isText() {
        return kind == Kind.STRING || kind == Kind.CHARACTER;
    }

    /** Whether a bracket of any kind opens. */
    public boolean opens() {
        if (kind != Kind.SYMBOL || text.length() > 1) {
            return false;
        }
        char symbol = text.charAt(0);
        return symbol == '(' || symbol == '[' || symbol == '{';
    }

    /** Whether a bracket of any kind closes. */
    public boolean closes() {
        if (kind != Kind.SYMBOL || text.length() > 1) {
            return false;
        }
        char symbol = text.charAt(0);
        return symbol == ')' || symbol == ']' || symbol == '}';
    }

    /** Whether an operand may end here, so that a following {@code [} indexes and a following {@code @} multiplies. */
    public boolean endsOperand() {
        return switch (kind) {
            case NAME, NUMBER, STRING, CHARACTER -> true;
            case KEYWORD ->
                switch (text) {
                    case "this", "super", "class", "true", "false", "null" -> true;
                    default -> false;
                };
            case SYMBOL -> text.equals(")") || text.equals("]") || text.equals("++") || text.equals("--");
            case UNCLOSED, END -> false;
        };
    }
}
