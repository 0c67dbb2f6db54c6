package jacobi.plot.text;

/** What a part of a formula is to its neighbours, which decides the space between them: the classes of TeX. */
enum Kind {
    ORDINARY,
    OPERATOR,
    BINARY,
    RELATION,
    OPEN,
    CLOSE,
    PUNCTUATION;

    /** The space after a part of this kind and before one of another, outside scripts. */
    String spaceBefore(Kind next) {
        if (this == RELATION || next == RELATION) {
            return this == next || this == OPEN || next == CLOSE || next == PUNCTUATION ? "" : " ";
        }
        if (this == BINARY || next == BINARY) {
            return " ";
        }
        if (this == PUNCTUATION) {
            return " ";
        }
        boolean thin = this == OPERATOR && (next == ORDINARY || next == OPERATOR)
                || next == OPERATOR && (this == ORDINARY || this == CLOSE);
        return thin ? "\u2009" : "";
    }

    /** Whether a sign for two operands is one for one after a part of this kind, as the minus in {@code = -1}. */
    boolean makesUnary() {
        return this == BINARY || this == OPERATOR || this == RELATION || this == OPEN || this == PUNCTUATION;
    }
}
