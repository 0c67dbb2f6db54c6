package jacobi.repl.completion;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;

/**
 * Where the cursor stands: the word before it, and text that javac's parser can make something of.
 *
 * @param start where the word starts
 * @param end where it ends, the cursor itself if there is none after it
 * @param word what of it is typed before the cursor
 */
record Cursor(String source, int position, int start, int end, String word) {
    /** Stands for the word, which may be none or half of one. */
    static final String MARK = "$here";

    static Cursor at(String source, int position) {
        int start = position;
        while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
            start--;
        }
        int end = position;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return new Cursor(source, position, start, end, source.substring(start, position));
    }

    /** Whether a dot or {@code ::} stands before the word. */
    boolean isMember() {
        String before = source.substring(0, start).stripTrailing();
        return before.endsWith("::")
                || before.endsWith(".") && !before.endsWith("..") && !before.matches("(?s).*\\b\\d+\\.");
    }

    /** The token before the word, white space between; empty at the start. */
    String before() {
        List<Token> tokens = Lexer.tokens(source.substring(0, start));
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
    }

    /** The text up to the cursor with the mark for the word, and every bracket closed that is open there. */
    String closed() {
        StringBuilder text = new StringBuilder(source.substring(0, start)).append(MARK);
        List<Token> open = Brackets.of(Lexer.tokens(source.substring(0, start))).open();
        for (int i = open.size() - 1; i >= 0; i--) {
            text.append(open.get(i).is("{") ? ";\n}" : Brackets.closing(open.get(i)));
        }
        return text.toString();
    }

    /** The string literal the cursor is in, or null. */
    Token literal() {
        List<Token> tokens = Lexer.tokens(source);
        for (Token token : tokens) {
            boolean open = token.kind() == Token.Kind.UNCLOSED && position <= token.end();
            boolean closed = token.isText() && position < token.end();
            if (token.start() < position && (open || closed) && token.text().startsWith("\"")) {
                return token;
            }
        }
        return null;
    }
}
