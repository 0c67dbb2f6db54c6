package jacobi.course.grading;

import jacobi.source.Brackets;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A call {@code check("id", answer)} in a cell.
 *
 * @param exercise the id
 * @param answer the source of what is handed in
 */
record CheckCall(String exercise, String answer) {

    /** The calls in a cell, in order. */
    static List<CheckCall> in(String source) {
        List<Token> tokens = Lexer.tokens(source);
        Brackets brackets = Brackets.of(tokens);
        List<CheckCall> calls = new ArrayList<>();
        for (int i = 0; i + 3 < tokens.size(); i++) {
            boolean called = tokens.get(i).is("check") && tokens.get(i + 1).is("(");
            boolean named = tokens.get(i + 2).kind() == Token.Kind.STRING
                    && tokens.get(i + 3).is(",");
            int end = called && named ? brackets.partner(i + 1) : -1;
            if (end > i + 4) {
                String id = tokens.get(i + 2).text();
                calls.add(new CheckCall(
                        id.substring(1, id.length() - 1),
                        source.substring(
                                tokens.get(i + 4).start(), tokens.get(end - 1).end())));
            }
        }
        return calls;
    }

    /** Whether a cell holds nothing but such calls. */
    static boolean isAllOf(String source) {
        List<Token> tokens = Lexer.tokens(source);
        Brackets brackets = Brackets.of(tokens);
        int at = 0;
        while (at + 1 < tokens.size()
                && tokens.get(at).is("check")
                && tokens.get(at + 1).is("(")) {
            int end = brackets.partner(at + 1);
            if (end < 0) {
                return false;
            }
            at = end + 1;
            while (at < tokens.size() && tokens.get(at).is(";")) {
                at++;
            }
        }
        return at > 0 && at == tokens.size();
    }
}
