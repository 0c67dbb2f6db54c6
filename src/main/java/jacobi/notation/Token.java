package jacobi.notation;

/** A word of the cell, {@code source[start, end)}. */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        CHARACTER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbol);
    }

    /** Whether an operand may end here, so that a following {@code [} indexes and a following {@code @} multiplies. */
    boolean endsOperand() {
        return switch (kind) {
            case NAME, NUMBER, STRING, CHARACTER -> true;
            case KEYWORD ->
                switch (text) {
                    case "this", "super", "class", "true", "false", "null" -> true;
                    default -> false;
                };
            case SYMBOL -> text.equals(")") || text.equals("]") || text.equals("++") || text.equals("--");
            case END -> false;
        };
    }
}
