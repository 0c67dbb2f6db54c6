package jacobi.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a cell into words, white space and comments left out. Java's words (JLS 3), and {@code **}, {@code **=} and
 * {@code @=}. A {@code >} always stands alone: the parser puts {@code >>} and {@code >=} together where no type
 * argument ends.
 */
final class Lexer {

    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends final finally float for goto if implements import"
                    + " instanceof int interface long native new package private protected public return short static"
                    + " strictfp super switch synchronized this throw throws transient try void volatile while true"
                    + " false null")
            .split(" "));

    /** Longest first. */
    private static final String[] SYMBOLS = {
        "**=", "...", "<<=", "**", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "<<", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=", "@="
    };

    private final String source;
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** The words of {@code source}, the last one {@link Token.Kind#END}. */
    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        List<Token> tokens = new ArrayList<>(source.length() / 4 + 2);
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        skipBlank();
        int start = at;
        if (at >= source.length()) {
            return new Token(Token.Kind.END, "", start, start);
        }
        char c = source.charAt(at);
        Token.Kind kind;
        if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
            while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
                at += Character.charCount(source.codePointAt(at));
            }
            kind = KEYWORDS.contains(source.substring(start, at)) ? Token.Kind.KEYWORD : Token.Kind.NAME;
        } else if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            number();
            kind = Token.Kind.NUMBER;
        } else if (source.startsWith("\"\"\"", at)) {
            at += 3;
            quoted("\"\"\"", true);
            kind = Token.Kind.STRING;
        } else if (c == '"' || c == '\'') {
            at++;
            quoted(String.valueOf(c), false);
            kind = c == '"' ? Token.Kind.STRING : Token.Kind.CHARACTER;
        } else {
            at += symbolLength();
            kind = Token.Kind.SYMBOL;
        }
        return new Token(kind, source.substring(start, at), start, at);
    }

    private int symbolLength() {
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                return symbol.length();
            }
        }
        return Character.charCount(source.codePointAt(at));
    }

    private void skipBlank() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (source.startsWith("//", at)) {
                while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
                    at++;
                }
            } else if (source.startsWith("/*", at)) {
                int close = source.indexOf("*/", at + 2);
                at = close < 0 ? source.length() : close + 2;
            } else {
                return;
            }
        }
    }

    private boolean isDigit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    /** A number with its exponent and suffix; {@code 1..} and {@code 1.x} end before the point. */
    private void number() {
        boolean hexadecimal = source.startsWith("0x", at) || source.startsWith("0X", at);
        char exponent = hexadecimal ? 'p' : 'e';
        while (at < source.length()) {
            char c = source.charAt(at);
            char lower = Character.toLowerCase(c);
            if (lower == exponent
                    && at + 1 < source.length()
                    && (source.charAt(at + 1) == '+' || source.charAt(at + 1) == '-')) {
                at += 2;
            } else if (c == '.' ? pointOfNumber(hexadecimal) : Character.isLetterOrDigit(c) || c == '_') {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean pointOfNumber(boolean hexadecimal) {
        int next = at + 1;
        if (next >= source.length()) {
            return true;
        }
        char c = source.charAt(next);
        return c != '.' && (hexadecimal || !Character.isJavaIdentifierStart(c) || "eEfFdD".indexOf(c) >= 0);
    }

    /** Skips to behind the closing quote, or, in a string of one line, to the end of the line. */
    private void quoted(String close, boolean lines) {
        while (at < source.length() && !source.startsWith(close, at)) {
            char c = source.charAt(at);
            if (!lines && (c == '\n' || c == '\r')) {
                return;
            }
            at += c == '\\' && at + 1 < source.length() ? 2 : 1;
        }
        at = Math.min(source.length(), at + close.length());
    }
}
