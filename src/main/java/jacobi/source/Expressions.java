package jacobi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads Java's expressions (JLS 15) and notation's: {@code **}, which binds tighter than a sign on its left and groups
 * from the right, and {@code @} at the level of {@code *}.
 */
abstract class Expressions extends Primaries {

    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("<", 7),
            Map.entry("<=", 7),
            Map.entry(">", 7),
            Map.entry(">=", 7),
            Map.entry("instanceof", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry(">>>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("@", 10));

    Expressions(String source, List<Token> tokens) {
        super(source, tokens);
    }

    @Override
    final Node expression() {
        if (isLambda()) {
            return lambda();
        }
        Node target = conditional();
        Token operator = operator();
        if (operator != null && operator.text().endsWith("=") && !BINARY.containsKey(operator.text())) {
            take(operator);
            return new Node.Assign(operator, target, expression());
        }
        return target;
    }

    /** An expression that is no lambda and no assignment, as a guard before {@code ->}. */
    final Node conditional() {
        Node test = binary(1);
        if (!accept("?")) {
            return test;
        }
        Node yes = expression();
        expect(":");
        return new Node.Conditional(test, yes, isLambda() ? lambda() : conditional());
    }

    private Node binary(int level) {
        Node left = unary();
        while (true) {
            Token operator = operator();
            Integer binding = operator == null ? null : BINARY.get(operator.text());
            if (binding == null || binding < level) {
                return left;
            }
            take(operator);
            left = operator.is("instanceof") ? instance(left) : new Node.Binary(operator, left, binary(binding + 1));
        }
    }

    /** The operator here, with the {@code >} and {@code =} that belong together joined; null for another word. */
    private Token operator() {
        Token first = peek();
        if (first.kind() != Token.Kind.SYMBOL && !first.is("instanceof")) {
            return null;
        }
        if (!first.is(">")) {
            return first;
        }
        StringBuilder text = new StringBuilder(">");
        int end = first.end();
        for (int i = 1; peek(i).start() == end && (peek(i).is(">") || peek(i).is(">=")); i++) {
            text.append(peek(i).text());
            end = peek(i).end();
            if (peek(i).is(">=")) {
                break;
            }
        }
        return new Token(Token.Kind.SYMBOL, text.toString(), first.start(), end);
    }

    private void take(Token operator) {
        while (peek().end() <= operator.end() && !atEnd()) {
            next();
        }
    }

    /** {@code value instanceof Type name} or a record pattern; the names live on in the scope around. */
    private Node instance(Node value) {
        List<Node> parts = new ArrayList<>(List.of(value));
        accept("final");
        pattern(parts);
        return new Node.Other(value.start(), last(), parts);
    }

    /** A type with a name, or with the patterns of its components. */
    final void pattern(List<Node> names) {
        accept("final");
        int start = peek().start();
        if (!skipType()) {
            throw unreadable("a type");
        }
        String type = source.substring(start, last());
        if (is("(")) {
            next();
            while (!is(")") && !atEnd()) {
                pattern(names);
                if (!accept(",")) {
                    break;
                }
            }
            expect(")");
        }
        if (isName() && !isName("when")) {
            Token name = next();
            names.add(new Node.Local(start, name.end(), type, name, null, false));
        }
    }

    private Node unary() {
        Token token = peek();
        if (token.kind() == Token.Kind.SYMBOL) {
            switch (token.text()) {
                case "+", "-", "!", "~", "++", "--" -> {
                    next();
                    Node operand = unary();
                    return new Node.Unary(token.start(), operand.end(), token, operand);
                }
                case "(" -> {
                    Node cast = cast();
                    if (cast != null) {
                        return cast;
                    }
                }
                default -> {}
            }
        }
        Node base = postfix();
        if (is("**")) {
            Token operator = next();
            return new Node.Binary(operator, base, unary());
        }
        return base;
    }

    /**
     * {@code (Type) operand}, or null and nothing taken. As in JLS 15.16, a name in brackets before a sign is no cast.
     */
    private Node cast() {
        int mark = at;
        int start = next().start();
        boolean primitive = isPrimitive();
        int from = peek().start();
        if (skipType()) {
            while (accept("&")) {
                if (!skipType()) {
                    break;
                }
            }
            int to = last();
            primitive &= !source.substring(from, to).endsWith("]");
            if (accept(")") && (primitive ? startsOperand() || is("+") || is("-") : startsOperand())) {
                Node operand = isLambda() ? lambda() : unary();
                return new Node.Cast(start, source.substring(from, to), operand);
            }
        }
        at = mark;
        return null;
    }

    private boolean startsOperand() {
        Token token = peek();
        return switch (token.kind()) {
            case NAME, NUMBER, STRING, CHARACTER -> true;
            case KEYWORD -> !token.is("instanceof");
            case SYMBOL -> token.is("(") || token.is("!") || token.is("~") || token.is("++") || token.is("--");
            case UNCLOSED, END -> false;
        };
    }

    private boolean isLambda() {
        return isName() && peek(1).is("->") || is("(") && behindBracket().is("->");
    }

    private Node lambda() {
        int start = peek().start();
        List<Node> parts = new ArrayList<>();
        if (accept("(")) {
            while (!is(")")) {
                parts.add(parameter());
                accept(",");
            }
            next();
        } else {
            Token name = next();
            parts.add(new Node.Local(name.start(), name.end(), "", name, null, false));
        }
        expect("->");
        parts.add(is("{") ? block() : expression());
        return new Node.Scope(start, last(), parts);
    }

    /** A parameter of a method, a lambda or a record; a lambda's may have a name only. */
    final Node parameter() {
        while (is("@") || is("final")) {
            skipAnnotations();
            accept("final");
        }
        int start = peek().start();
        String type = "";
        if (!isName() || !peek(1).is(",") && !peek(1).is(")")) {
            if (!skipType()) {
                throw unreadable("a parameter");
            }
            skipAnnotations();
            type = source.substring(start, last());
            if (accept("...")) {
                type += "[]";
            }
        }
        Token name = is("this") ? next() : name();
        dimensions();
        return new Node.Local(start, last(), type, name, null, false);
    }
}
