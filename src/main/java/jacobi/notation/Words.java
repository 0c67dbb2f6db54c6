package jacobi.notation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A place in the words of a cell, moved forward by the parser, and back where it guessed wrong. */
class Words {

    /** The source is not of a form this parser knows; javac's own error is the better one. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int last;
        private final Token found;
        private final String expected;

        private Unreadable(int last, Token found, String expected) {
            super("expected " + expected + ", found '" + found.text() + "' at " + found.start(), null, false, false);
            this.last = last;
            this.found = found;
            this.expected = expected;
        }

        /** Whether a position lies where reading stopped: behind the last word that could be read, or in the next. */
        boolean isAt(int position) {
            return last <= position && position <= found.end();
        }

        /** The same in javac's words. */
        Diagnostic diagnostic() {
            return expected.equals("an expression")
                    ? new Diagnostic(
                            "compiler.err.illegal.start.of.expr",
                            found.start(),
                            found.start(),
                            found.end(),
                            "illegal start of expression")
                    : new Diagnostic("compiler.err.expected", last, last, last, expected + " expected");
        }
    }

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");

    final String source;
    private final List<Token> tokens;
    private final int[] partner;
    int at;

    Words(String source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.partner = partners(tokens);
    }

    /** For each bracket the index of its other half, -1 where it has none. */
    private static int[] partners(List<Token> tokens) {
        int[] partner = new int[tokens.size()];
        Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partner.length; i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.SYMBOL) {
                continue;
            }
            switch (token.text()) {
                case "(", "[", "{" -> open.push(i);
                case ")", "]", "}" -> {
                    String opening = token.is(")") ? "(" : token.is("]") ? "[" : "{";
                    if (!open.isEmpty() && tokens.get(open.peek()).is(opening)) {
                        partner[i] = open.peek();
                        partner[open.pop()] = i;
                    }
                }
                default -> {}
            }
        }
        return partner;
    }

    final Token peek() {
        return tokens.get(at);
    }

    final Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    final Token next() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    final boolean is(String symbol) {
        return peek().is(symbol);
    }

    final boolean isName() {
        return peek().kind() == Token.Kind.NAME;
    }

    final boolean isName(String text) {
        return isName() && peek().text().equals(text);
    }

    final boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    final boolean accept(String symbol) {
        if (is(symbol)) {
            next();
            return true;
        }
        return false;
    }

    final void expect(String symbol) {
        if (!accept(symbol)) {
            throw unreadable("'" + symbol + "'");
        }
    }

    final Token name() {
        if (!isName()) {
            throw unreadable("a name");
        }
        return next();
    }

    final Unreadable unreadable(String expected) {
        return new Unreadable(last(), peek(), expected);
    }

    /** The end of the last word taken. */
    final int last() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    /** The word behind the bracket that closes the one here, or the end. */
    final Token behindBracket() {
        int close = partner[at];
        return close < 0 ? tokens.get(tokens.size() - 1) : tokens.get(close + 1);
    }

    /** Skips the bracket here and all inside it. */
    final void skipBracket() {
        if (partner[at] < 0) {
            throw unreadable("a closed bracket");
        }
        at = partner[at] + 1;
    }

    final boolean isPrimitive() {
        return peek().kind() == Token.Kind.KEYWORD && PRIMITIVES.contains(peek().text());
    }

    final void skipAnnotations() {
        while (is("@") && !peek(1).is("interface")) {
            next();
            name();
            while (is(".") && peek(1).kind() == Token.Kind.NAME) {
                next();
                next();
            }
            if (is("(")) {
                skipBracket();
            }
        }
    }

    /** Moves behind a type and says true, or stays and says false. */
    final boolean skipType() {
        int mark = at;
        if (type()) {
            return true;
        }
        at = mark;
        return false;
    }

    private boolean type() {
        if (is("@")) {
            skipAnnotations();
        }
        if (isPrimitive()) {
            next();
        } else {
            do {
                if (is("@")) {
                    skipAnnotations();
                }
                if (!isName()) {
                    return false;
                }
                next();
                if (is("<") && !typeArguments()) {
                    return false;
                }
            } while (is(".") && (peek(1).kind() == Token.Kind.NAME || peek(1).is("@")) && accept("."));
        }
        return dimensions();
    }

    /** Skips {@code []} as often as it stands here; always true. */
    final boolean dimensions() {
        while (true) {
            int mark = at;
            if (is("@") && peek(1).kind() == Token.Kind.NAME) {
                skipAnnotations();
            }
            if (is("[") && peek(1).is("]")) {
                next();
                next();
            } else {
                at = mark;
                return true;
            }
        }
    }

    /** Skips {@code <...>} if it can be type arguments or parameters. */
    final boolean typeArguments() {
        next();
        if (accept(">")) {
            return true;
        }
        do {
            if (is("@")) {
                skipAnnotations();
            }
            boolean bounded;
            if (accept("?")) {
                bounded = accept("extends") || accept("super");
            } else {
                if (!type()) {
                    return false;
                }
                bounded = accept("extends");
            }
            if (bounded) {
                do {
                    if (!type()) {
                        return false;
                    }
                } while (accept("&"));
            }
        } while (accept(","));
        return accept(">");
    }
}
