package jacobi.course;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * A call {@code check("id", answer)} in a cell.
 *
 * @param exercise the id
 * @param answer the source of what is handed in
 * @param source the call as it is written, up to its closing parenthesis
 */
public record CheckCall(String exercise, String answer, String source) {

    /** The call that a statement begins with. */
    static Optional<CheckCall> of(String statement) {
        return at(statement, Lexer.tokens(statement), 0);
    }

    /** Whether a cell holds nothing but such calls. */
    public static boolean isAllOf(String source) {
        List<Token> tokens = Lexer.tokens(source);
        int at = 0;
        while (at < tokens.size()) {
            Optional<CheckCall> call = at(source, tokens, at);
            if (call.isEmpty()) {
                return false;
            }
            int end = tokens.get(at).start() + call.get().source().length();
            while (at < tokens.size()
                    && (tokens.get(at).start() < end || tokens.get(at).is(";"))) {
                at++;
            }
        }
        return at > 0;
    }

    private static Optional<CheckCall> at(String source, List<Token> tokens, int at) {
        boolean called = at + 4 < tokens.size()
                && tokens.get(at).is("check")
                && tokens.get(at + 1).is("(")
                && tokens.get(at + 2).kind() == Token.Kind.STRING
                && tokens.get(at + 3).is(",");
        int end = called ? Brackets.of(tokens).partner(at + 1) : -1;
        if (end <= at + 4) {
            return Optional.empty();
        }
        String id = tokens.get(at + 2).text();
        return Optional.of(new CheckCall(
                id.substring(1, id.length() - 1),
                source.substring(tokens.get(at + 4).start(), tokens.get(end - 1).end()),
                source.substring(tokens.get(at).start(), tokens.get(end).end())));
    }
}
