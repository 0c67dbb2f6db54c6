package jacobi.source;

import java.util.List;
import java.util.Set;

/**
 * Tells switch expressions from switch statements, which begin alike.
 *
 * <p>By its tokens a switch may be one of them for certain, or both: {@code case 1 -> f();} computes a value where
 * {@code f} has a result.
 */
final class Switches {
    /** What a switch can be. */
    enum Kind {
        STATEMENT,
        EXPRESSION,
        EITHER
    }

    private static final Set<String> ASSIGNS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "++", "--");

    private final List<Token> tokens;
    private final Brackets brackets;
    private int at;
    private final int end;
    private boolean certainlyStatement;
    private boolean certainlyExpression;
    private boolean maybeExpression;

    private Switches(List<Token> tokens, Brackets brackets, int open, int close) {
        this.tokens = tokens;
        this.brackets = brackets;
        at = open + 1;
        end = close;
    }

    /**
     * @param open the brace that opens the body
     * @param close the brace that closes it
     */
    static Kind kind(List<Token> tokens, Brackets brackets, int open, int close) {
        Switches body = new Switches(tokens, brackets, open, close);
        while (body.at < close) {
            body.arm();
        }
        return body.certainlyExpression
                ? Kind.EXPRESSION
                : body.certainlyStatement || !body.maybeExpression ? Kind.STATEMENT : Kind.EITHER;
    }

    /** One label and what it leads to. */
    private void arm() {
        boolean arrow = label();
        if (!arrow) {
            boolean yields = yieldsBefore(nextLabel());
            certainlyExpression |= yields;
            // The labels of an old switch share what follows: one that yields makes an expression of all.
            certainlyStatement |= !yields;
        } else if (is("{")) {
            int close = close(at);
            boolean leaves = lastStatementThrows(close - 1);
            boolean yields = yieldsBefore(close);
            certainlyExpression |= yields;
            certainlyStatement |= !yields && !leaves;
        } else {
            int first = at;
            while (at < end && !is(";")) {
                at = isOpen() ? close(at) : at + 1;
            }
            maybeExpression |= !tokens.get(first).is("throw");
            certainlyExpression |= !tokens.get(first).is("throw") && !mayBeStatement(first, at);
            at++;
        }
    }

    /** Passes a label and its mark; returns whether that is an arrow. */
    private boolean label() {
        int choices = 0;
        while (at < end) {
            if (is("->")) {
                at++;
                return true;
            }
            if (is("?") && !isWildcard()) {
                choices++;
            } else if (is(":") && choices-- == 0) {
                at++;
                return false;
            }
            at = isOpen() ? close(at) : at + 1;
        }
        return false;
    }

    private boolean isWildcard() {
        Token next = tokens.get(at + 1);
        return next.is(">") || next.is(",") || next.is("extends") || next.is("super");
    }

    private int nextLabel() {
        int i = at;
        while (i < end && !tokens.get(i).is("case") && !tokens.get(i).is("default")) {
            i = isOpen(i) ? close(i) : i + 1;
        }
        return i;
    }

    /** Passes statements up to {@code to}; whether one of them yields this switch's value. */
    private boolean yieldsBefore(int to) {
        boolean yields = false;
        while (at < to) {
            if (is("switch") && at + 1 < to && tokens.get(at + 1).is("(")) {
                at = close(at + 1);
                at = at < to && is("{") ? close(at) : at;
            } else {
                yields |= is("yield")
                        && at + 1 < to
                        && !ASSIGNS.contains(tokens.get(at + 1).text());
                at++;
            }
        }
        return yields;
    }

    /** Whether the block that ends at {@code close} has a {@code throw} for its last statement. */
    private boolean lastStatementThrows(int close) {
        int i = close - 1;
        if (i <= at || !tokens.get(i).is(";")) {
            return false;
        }
        for (i--; i > at; i--) {
            Token token = tokens.get(i);
            if (token.is(";") || token.is("{") || token.is("}")) {
                return false;
            }
            if (token.is("throw")) {
                return true;
            }
        }
        return false;
    }

    /** Calls, assignments and the making of objects are statements, too. */
    private boolean mayBeStatement(int from, int to) {
        if (from >= to) {
            return true;
        }
        boolean call = tokens.get(to - 1).is(")")
                || tokens.get(to - 1).is("}") && tokens.get(from).is("new");
        for (int i = from; i < to; i = isOpen(i) ? close(i) : i + 1) {
            call |= ASSIGNS.contains(tokens.get(i).text());
        }
        return call;
    }

    private boolean is(String text) {
        return tokens.get(at).is(text);
    }

    private boolean isOpen() {
        return isOpen(at);
    }

    private boolean isOpen(int i) {
        return tokens.get(i).opens();
    }

    /** The token after the bracket that closes the one at {@code i}, the end of the body where none does. */
    private int close(int i) {
        return Math.min(end, brackets.after(i));
    }
}
