package jacobi.source;

import java.util.List;
import java.util.Optional;

/**
 * A last line that is a call, or makes an object, with a semicolon: a statement of Java's, whose value goes nowhere.
 */
public final class LastCall {
    private LastCall() {}

    /**
     * The cell's text with that semicolon left blank, so that the call is the cell's value; all positions stay.
     *
     * @return empty where the last line is anything else
     */
    public static Optional<String> open(String source) {
        List<Token> tokens = Lexer.tokens(source);
        int last = tokens.size() - 1;
        if (last < 1 || !tokens.get(last).is(";") || !tokens.get(last - 1).is(")")) {
            return Optional.empty();
        }
        int at = tokens.get(last).start();
        String open = source.substring(0, at) + " " + source.substring(at + 1);
        List<Part> parts = Splitter.split(open);
        return parts.get(parts.size() - 1) instanceof Part.Value value
                        && isCall(value.span().of(open))
                ? Optional.of(open)
                : Optional.empty();
    }

    private static boolean isCall(String expression) {
        if (Lexer.tokens(expression).get(0).is("new")) {
            return true;
        }
        try {
            Node.Cell parsed = Parser.parse(expression, Lexer.endingIn(expression));
            return parsed.children().size() == 1 && parsed.children().get(0) instanceof Node.Call;
        } catch (Unreadable e) {
            return false;
        }
    }
}
