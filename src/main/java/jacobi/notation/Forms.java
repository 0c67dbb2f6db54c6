package jacobi.notation;

import jacobi.source.Brackets;
import jacobi.source.Node;
import jacobi.source.Token;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the forms Java has no syntax for: first, at the cost of a look at each word, whether a cell may hold one, then,
 * in what was parsed, whether it does.
 */
final class Forms {

    private Forms() {}

    /** Whether the words may hold such a form; false for nearly every cell of Java. */
    static boolean suspected(List<Token> tokens) {
        Brackets brackets = Brackets.of(tokens);
        boolean comma = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL) {
                continue;
            }
            Token previous = i == 0 ? null : tokens.get(i - 1);
            boolean operand = previous != null && previous.endsOperand();
            switch (token.text()) {
                case "**", "**=", "@=" -> {
                    return true;
                }
                case "@" -> {
                    if (operand) {
                        return true;
                    }
                }
                case "." -> {
                    if (operand
                            && i + 2 < tokens.size()
                            && isConversion(tokens.get(i + 1))
                            && tokens.get(i + 2).is("(")) {
                        return true;
                    }
                }
                case "[" -> {
                    if (!operand && !isTypeBefore(previous) || isForeignIndex(tokens, brackets, i)) {
                        return true;
                    }
                }
                case "(" -> {
                    boolean alone = !operand && (previous == null || !isKeywordBefore(previous));
                    if (previous != null && previous.is("var") || alone && isTuple(tokens, brackets, i)) {
                        return true;
                    }
                }
                case "}", ";" -> comma &= brackets.depth(i) > 0;
                case "," -> {
                    comma |= brackets.depth(i) == 0;
                    if (previous != null && previous.kind() == Token.Kind.NAME && startsStatement(tokens, i - 1)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return comma;
    }

    /** Whether a word is the name of a method in PyTorch and a type in Java, as {@code x.float()}. */
    static boolean isConversion(Token token) {
        return Calls.CONVERSIONS.containsKey(token.text());
    }

    private static boolean startsStatement(List<Token> tokens, int i) {
        return i == 0
                || tokens.get(i - 1).is(";")
                || tokens.get(i - 1).is("{")
                || tokens.get(i - 1).is("}");
    }

    /** Whether the bracket after a word belongs to its statement. */
    private static boolean isKeywordBefore(Token token) {
        return token.kind() == Token.Kind.KEYWORD && !token.is("return");
    }

    private static boolean isTypeBefore(Token token) {
        return token != null && (token.kind() == Token.Kind.KEYWORD || token.is(">") || token.is("}"));
    }

    /** Whether the bracket at {@code open} holds a comma, a colon of no conditional, or an ellipsis. */
    private static boolean isForeignIndex(List<Token> tokens, Brackets brackets, int open) {
        int questions = 0;
        for (int i = open + 1; i < brackets.after(open); i++) {
            Token token = tokens.get(i);
            if (brackets.depth(i) > brackets.depth(open)) {
                continue;
            } else if (token.is("?")) {
                questions++;
            } else if (token.is(",") || token.is("...") || token.is("::") && isForeignColons(tokens, i)) {
                return true;
            } else if (token.is(":") && --questions < 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code [::2]} and {@code [a::2]}; a method reference has a name or {@code new} after its colons. */
    private static boolean isForeignColons(List<Token> tokens, int i) {
        Token following = tokens.get(i + 1);
        return tokens.get(i - 1).is("[") || following.kind() == Token.Kind.NUMBER || !following.is("new");
    }

    /**
     * Whether the round bracket at {@code open}, after no name, is empty or holds a comma, and belongs to no lambda.
     */
    private static boolean isTuple(List<Token> tokens, Brackets brackets, int open) {
        int close = brackets.partner(open);
        if (close < 0 || tokens.get(close + 1).is("->")) {
            return false;
        }
        // Empty brackets after a > are those of new ArrayList<>().
        return close == open + 1
                ? open == 0 || !tokens.get(open - 1).is(">")
                : IntStream.range(open, close)
                        .anyMatch(i -> tokens.get(i).is(",") && brackets.depth(i) == brackets.depth(open));
    }

    /** Whether {@code node} or a part of it is such a form. */
    static boolean isForeign(Node node) {
        boolean foreign = node instanceof Node.Sequence
                || node instanceof Node.Unpack
                || node instanceof Node.Each
                || node instanceof Node.Index index && index.foreign()
                || node instanceof Node.Call call && isConversion(call.name())
                || node instanceof Node.Binary binary
                        && (binary.operator().is("**") || binary.operator().is("@"))
                || node instanceof Node.Assign assign
                        && (assign.operator().is("**=") || assign.operator().is("@="));
        return foreign || node.children().stream().anyMatch(Forms::isForeign);
    }
}
