package jacobi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a cell into tokens, white space and comments left out; never fails, whatever the cell holds. Java's tokens
 * (JLS 3), and {@code **}, {@code **=} and {@code @=} of notation. {@code >>} stays two tokens, as generic types need:
 * the parser puts them together where no type argument ends.
 */
public final class Lexer {

    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends final finally float for goto if implements import"
                    + " instanceof int interface long native new package private protected public return short static"
                    + " strictfp super switch synchronized this throw throws transient try void volatile while true"
                    + " false null")
            .split(" "));

    private static final int ESCAPE_DIGITS = 4;

    /** Longest first. */
    private static final String[] SYMBOLS = {
        "**=", "...", "<<=", "**", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "<<", "+=", "-=", "*=", "/=",
        ">=", "%=", "&=", "|=", "^=", "@="
    };

    private final String source;
    private final boolean escapes;
    private int at;

    private Lexer(String source) {
        this.source = source;
        escapes = source.contains("\\u");
    }

    /** The tokens of {@code source} in order. */
    public static List<Token> tokens(String source) {
        List<Token> tokens = endingIn(source);
        return tokens.subList(0, tokens.size() - 1);
    }

    /** The tokens of {@code source}, the last one {@link Token.Kind#END}. */
    public static List<Token> endingIn(String source) {
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
        int comment = skipBlank();
        int start = at;
        if (comment >= 0) {
            return new Token(Token.Kind.UNCLOSED, source.substring(comment), comment, at);
        }
        if (at >= source.length()) {
            return new Token(Token.Kind.END, "", start, start);
        }
        char c = source.charAt(at);
        Token.Kind kind;
        if (Character.isJavaIdentifierStart(characterAt(at))) {
            while (at < source.length() && Character.isJavaIdentifierPart(characterAt(at))) {
                at += widthAt(at);
            }
            String word = read(start);
            return new Token(KEYWORDS.contains(word) ? Token.Kind.KEYWORD : Token.Kind.NAME, word, start, at);
        } else if (escape(at) > 0) {
            at += escape(at);
            return new Token(Token.Kind.SYMBOL, read(start), start, at);
        } else if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            number();
            kind = Token.Kind.NUMBER;
        } else if (source.startsWith("\"\"\"", at)) {
            at += 3;
            kind = quoted("\"\"\"", true) ? Token.Kind.STRING : Token.Kind.UNCLOSED;
        } else if (c == '"' || c == '\'') {
            at++;
            boolean closed = quoted(String.valueOf(c), false);
            kind = !closed ? Token.Kind.UNCLOSED : c == '"' ? Token.Kind.STRING : Token.Kind.CHARACTER;
        } else {
            at += symbolLength();
            kind = Token.Kind.SYMBOL;
        }
        return new Token(kind, source.substring(start, at), start, at);
    }

    /** How long the escape of a character is that stands here (JLS 3.3); 0 for a character as it is. */
    private int escape(int index) {
        if (!escapes || source.charAt(index) != '\\') {
            return 0;
        }
        int digits = index + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
            digits++;
        }
        int end = digits + ESCAPE_DIGITS;
        boolean whole = digits > index + 1
                && end <= source.length()
                && source.substring(digits, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return whole ? end - index : 0;
    }

    private int characterAt(int index) {
        int length = escape(index);
        return length > 0
                ? Integer.parseInt(source, index + length - ESCAPE_DIGITS, index + length, 16)
                : source.codePointAt(index);
    }

    private int widthAt(int index) {
        int length = escape(index);
        return length > 0 ? length : Character.charCount(source.codePointAt(index));
    }

    /** What stands from {@code start} to here, with escaped characters as themselves. */
    private String read(int start) {
        if (!escapes) {
            return source.substring(start, at);
        }
        StringBuilder text = new StringBuilder();
        for (int i = start; i < at; i += widthAt(i)) {
            text.appendCodePoint(characterAt(i));
        }
        return text.toString();
    }

    private int symbolLength() {
        // Most symbols are single, and nothing goes on with what follows them.
        if ("()[]{};,".indexOf(source.charAt(at)) >= 0) {
            return 1;
        }
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                return symbol.length();
            }
        }
        return Character.charCount(source.codePointAt(at));
    }

    /** Skips white space and comments; returns where a comment begins that nothing closes, or -1. */
    private int skipBlank() {
        while (at < source.length()) {
            if (Character.isWhitespace(characterAt(at))) {
                at += widthAt(at);
            } else if (source.startsWith("//", at)) {
                while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
                    at++;
                }
            } else if (source.startsWith("/*", at)) {
                int close = source.indexOf("*/", at + 2);
                int start = at;
                at = close < 0 ? source.length() : close + 2;
                if (close < 0) {
                    return start;
                }
            } else {
                return -1;
            }
        }
        return -1;
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

    /**
     * Skips the closing quote, or, where a string of one line has none, to the end of the line; whether there was one.
     */
    private boolean quoted(String close, boolean lines) {
        while (at < source.length() && !source.startsWith(close, at)) {
            char c = source.charAt(at);
            if (!lines && (c == '\n' || c == '\r')) {
                return false;
            }
            at += c == '\\' && at + 1 < source.length() ? 2 : 1;
        }
        boolean closed = at < source.length();
        at = Math.min(source.length(), at + close.length());
        return closed;
    }
}
