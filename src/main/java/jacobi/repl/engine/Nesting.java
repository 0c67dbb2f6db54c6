package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * How deep a cell may nest brackets. Whoever reads it, notation and the compiler alike, goes one level deeper for each,
 * and some read what is inside more than once.
 */
final class Nesting {
    /** No program people write comes near; reading 2,000 levels of a list literal took notation minutes. */
    static final int MOST = 200;

    private Nesting() {}

    /** What to say of a cell that goes deeper, in one line. */
    static Optional<String> tooDeep(String source) {
        if (openings(source) <= MOST) {
            return Optional.empty();
        }
        List<Token> tokens = Lexer.tokens(source);
        Brackets brackets = Brackets.of(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (brackets.depth(i) > MOST) {
                long line = source.substring(0, tokens.get(i).start()).lines().count();
                return Optional.of(
                        say("engine.nesting.line-brackets-nested-too", "max", Math.max(1, line), "most", MOST));
            }
        }
        return Optional.empty();
    }

    private static int openings(String source) {
        int openings = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            openings += c == '(' || c == '[' || c == '{' ? 1 : 0;
        }
        return openings;
    }
}
