package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Python's {@code a // b}, of which Java reads {@code a} and takes the rest of the line for a comment.
 *
 * @param line the line it stands on, from 1
 * @param divisor what was meant to divide
 */
public record FloorDivision(int line, String divisor) {

    /**
     * The first in a cell, if there is one: an operand, then on its line a comment that is an operand of a number, or
     * of variables there are.
     *
     * @param isVariable whether a name is one of earlier cells
     */
    public static Optional<FloorDivision> of(String source, Predicate<String> isVariable) {
        List<Token> tokens = Lexer.endingIn(source);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            int end = source.indexOf('\n', token.end());
            String rest = source.substring(
                    token.end(),
                    Math.min(end < 0 ? source.length() : end, tokens.get(i + 1).start()));
            if (token.endsOperand() && rest.strip().startsWith("//")) {
                String comment = rest.strip().substring(2);
                int length = operandIn(comment, name -> isVariable.test(name) || isNamed(tokens, name));
                if (length > 0) {
                    int line = (int) source.substring(0, token.end()).lines().count();
                    return Optional.of(
                            new FloorDivision(line, comment.substring(0, length).strip()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(List<Token> tokens, String name) {
        return tokens.stream()
                .anyMatch(t -> t.kind() == Token.Kind.NAME && t.text().equals(name));
    }

    /** How long the operand is that a comment of code begins with; 0 for a comment in words. */
    private static int operandIn(String comment, Predicate<String> isVariable) {
        List<Token> tokens = Lexer.endingIn(comment);
        Token first = tokens.get(0);
        boolean variable = first.kind() == Token.Kind.NAME && isVariable.test(first.text());
        if (!variable && first.kind() != Token.Kind.NUMBER) {
            return 0;
        }
        int length = first.end();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING
                    || token.kind() == Token.Kind.NAME
                            && tokens.get(i - 1).endsOperand()
                            && !tokens.get(i - 1).is(")")) {
                // Two words in a row are no code.
                return 0;
            }
            boolean goesOn = token.is(".")
                    || token.kind() == Token.Kind.NAME && tokens.get(i - 1).is(".");
            length = goesOn && length == tokens.get(i - 1).end() ? token.end() : length;
        }
        return length;
    }

    /** What to write instead. */
    public String note() {
        return say("notation.floorDivision.starts-comment-java-so", "divisor", divisor);
    }
}
