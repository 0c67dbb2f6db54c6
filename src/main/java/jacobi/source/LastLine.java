package jacobi.source;

import java.util.List;

/**
 * A last line that Java rejects only because of how it ends: {@code x;}, {@code x + y;} and {@code return x;} can mean
 * nothing but the value, which the cell shows.
 */
public final class LastLine {
    private LastLine() {}

    /** The cell with the semicolon of such a last line, and its {@code return}, left blank; else the cell itself. */
    public static Cell shown(Cell cell) {
        String shown = shown(cell.source());
        return shown.equals(cell.source()) ? cell : cell.reworded(shown, cell.typedLines());
    }

    /** The same of a cell's text: all positions stay. */
    public static String shown(String source) {
        List<Token> tokens = Lexer.tokens(source);
        if (tokens.size() < 2 || !tokens.get(tokens.size() - 1).is(";")) {
            return source;
        }
        String open = blank(source, tokens.get(tokens.size() - 1));
        List<Part> parts = Splitter.split(open);
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last == null || !beginsAnew(tokens, last)) {
            return source;
        }
        if (last instanceof Part.Value value) {
            return !value.maybeStatement() && !isStatement(value.span().of(open)) ? open : source;
        }
        if (last instanceof Part.Statement) {
            List<Token> returned = Lexer.tokens(last.span().of(open));
            Token word = returned.get(0);
            if (word.is("return") && returned.size() > 1) {
                return blank(open, new Token(word.kind(), word.text(), last.start(), last.start() + word.end()));
            }
        }
        return source;
    }

    /** Whether what stands before is over: after the comma in {@code double d = 3,5;} nothing of its own begins. */
    private static boolean beginsAnew(List<Token> tokens, Part last) {
        Token before = null;
        for (Token token : tokens) {
            if (token.start() >= last.start()) {
                break;
            }
            before = token;
        }
        return before == null || before.is(";") || before.is("}");
    }

    private static String blank(String source, Token token) {
        return source.substring(0, token.start())
                + " ".repeat(token.end() - token.start())
                + source.substring(token.end());
    }

    /** Whether an expression with a semicolon is a statement of Java's (JLS 14.8), or of a form nobody knows. */
    private static boolean isStatement(String expression) {
        Node.Cell parsed;
        try {
            parsed = Parser.parse(expression, Lexer.endingIn(expression));
        } catch (Unreadable e) {
            return true;
        }
        if (parsed.children().size() != 1) {
            return true;
        }
        Node node = parsed.children().get(0);
        if (node instanceof Node.Unary unary) {
            return unary.operator().is("++") || unary.operator().is("--");
        }
        if (node instanceof Node.Assign || node instanceof Node.Call || node instanceof Node.Unpack) {
            return true;
        }
        boolean operator = node instanceof Node.Binary
                || node instanceof Node.Conditional
                || node instanceof Node.Cast
                || node instanceof Node.Paren;
        boolean plain = node instanceof Node.Leaf
                || node instanceof Node.Select
                || node instanceof Node.Index
                || node instanceof Node.Sequence;
        return !operator && !plain && isOtherStatement(Lexer.tokens(expression));
    }

    /** Whether it makes an object, or has no value by itself, as a lambda; arrays, method references, switches have. */
    private static boolean isOtherStatement(List<Token> tokens) {
        Brackets brackets = Brackets.of(tokens);
        for (int i = 0; i < tokens.size(); i = tokens.get(i).opens() ? brackets.after(i) : i + 1) {
            Token token = tokens.get(i);
            if (token.is("new")
                    && i + 1 < tokens.size()
                    && !(i > 0 && tokens.get(i - 1).is("::"))) {
                int bracket = i + 1;
                while (bracket < tokens.size() && !tokens.get(bracket).opens()) {
                    bracket++;
                }
                return bracket < tokens.size() && tokens.get(bracket).is("(");
            }
            if (token.is("->")) {
                return true;
            }
        }
        return tokens.get(0).is("this") || tokens.get(0).is("super");
    }
}
