package jacobi.source;

import java.util.List;
import java.util.Set;

/** A place in the words of a cell, moved forward by the parser, and back where it guessed wrong. */
class TokenCursor {

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");

    final String source;
    final List<Token> tokens;
    final Brackets brackets;
    int at;

    TokenCursor(String source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.brackets = Brackets.of(tokens);
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

    /** The word after the bracket that closes the one here, or the end. */
    final Token behindBracket() {
        int close = brackets.partner(at);
        return close < 0 ? tokens.get(tokens.size() - 1) : tokens.get(close + 1);
    }

    /** Skips the bracket here and all inside it. */
    final void skipBracket() {
        if (brackets.partner(at) < 0) {
            throw unreadable("a closed bracket");
        }
        at = brackets.partner(at) + 1;
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

    /** Moves past a type and says true, or stays and says false. */
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

    final boolean isModifier() {
        return switch (peek().text()) {
            case "public",
                    "protected",
                    "private",
                    "static",
                    "abstract",
                    "final",
                    "native",
                    "synchronized",
                    "transient",
                    "volatile",
                    "strictfp" -> true;
            case "sealed" -> peek(1).kind() == Token.Kind.KEYWORD || peek(1).kind() == Token.Kind.NAME;
            case "default" -> !peek(1).is(":") && !peek(1).is("->");
            case "non" -> peek(1).is("-") && peek(2).text().equals("sealed");
            default -> is("@") && !peek(1).is("interface");
        };
    }

    final void modifiers() {
        while (isModifier()) {
            if (is("@")) {
                skipAnnotations();
            } else if (isName("non")) {
                at += 3;
            } else {
                next();
            }
        }
    }

    final boolean startsType() {
        return is("class")
                || is("interface")
                || is("enum")
                || is("@") && peek(1).is("interface")
                || isName("record") && peek(1).kind() == Token.Kind.NAME && (peek(2).is("(") || peek(2).is("<"));
    }
}
