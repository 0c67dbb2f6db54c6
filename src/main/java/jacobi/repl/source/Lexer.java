package jacobi.repl.source;

import jacobi.repl.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts Java source into tokens; never fails, whatever the source holds. */
public final class Lexer {
    /** Marks of two characters that matter to the parts of a cell. {@code >>} stays two, as generic types need. */
    private static final Set<String> PAIRS = Set.of(
            "->", "::", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of {@code source} in order. */
    public static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        int start = at;
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (source.startsWith("//", at)) {
            at = indexOrEnd("\n", at);
        } else if (source.startsWith("/*", at)) {
            int close = source.indexOf("*/", at + 2);
            at = close < 0 ? source.length() : close + 2;
            if (close < 0) {
                add(Kind.UNCLOSED, start);
            }
        } else if (source.startsWith("\"\"\"", at)) {
            textBlock(start);
        } else if (c == '"' || c == '\'') {
            quoted(start, c);
        } else if (Character.isDigit(c)
                || c == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1))) {
            number(start);
        } else if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
            while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
                at += Character.charCount(source.codePointAt(at));
            }
            add(Kind.WORD, start);
        } else {
            boolean pair = at + 2 <= source.length() && PAIRS.contains(source.substring(at, at + 2));
            at += pair ? 2 : 1;
            add(Kind.MARK, start);
        }
    }

    private void textBlock(int start) {
        at += 3;
        while (at < source.length() && !source.startsWith("\"\"\"", at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        boolean closed = at < source.length();
        at = Math.min(source.length(), at + 3);
        add(closed ? Kind.TEXT : Kind.UNCLOSED, start);
    }

    private void quoted(int start, char quote) {
        at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        boolean closed = at < source.length() && source.charAt(at) == quote;
        at = Math.min(source.length(), closed ? at + 1 : at);
        add(closed ? Kind.TEXT : Kind.UNCLOSED, start);
    }

    private void number(int start) {
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean sign =
                    (c == '+' || c == '-') && "eEpP".indexOf(source.charAt(at - 1)) >= 0 && !hexadecimal(start, at);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !sign) {
                break;
            }
            at++;
        }
        add(Kind.NUMBER, start);
    }

    /** In {@code 0xE+1} the plus adds; only {@code p} starts the exponent of a hexadecimal number. */
    private boolean hexadecimal(int start, int sign) {
        return source.startsWith("0x", start) && "eE".indexOf(source.charAt(sign - 1)) >= 0;
    }

    private int indexOrEnd(String what, int from) {
        int found = source.indexOf(what, from);
        return found < 0 ? source.length() : found;
    }

    private void add(Kind kind, int start) {
        at = Math.min(at, source.length());
        tokens.add(new Token(kind, start, at, source.substring(start, at)));
    }
}
