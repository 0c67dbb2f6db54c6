package jacobi.notation;

import jacobi.notation.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads Java's expressions (JLS 15) and notation's: {@code **}, which binds tighter than a sign on its left and groups
 * from the right, {@code @} at the level of {@code *}, slices, and lists in square brackets.
 */
abstract class Expressions extends Words {

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

    /** Whether the first bound of a slice is being read, where {@code ::} begins a step and no method reference. */
    private boolean bounds;

    Expressions(String source, List<Token> tokens) {
        super(source, tokens);
    }

    /** What stands in braces after {@code ->}, in a switch or in a method: a {@link Node.Scope}. */
    abstract Node block();

    abstract Node classBody();

    abstract Node switchBody(int start);

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
        for (int i = 1; peek(i).start() == end && (peek(i).is(">") || peek(i).is("=")); i++) {
            text.append(peek(i).text());
            end = peek(i).end();
            if (peek(i).is("=")) {
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

    /** {@code (Type) operand}, or null and nothing taken. As in JLS 15.16, a name in brackets before a sign is no cast. */
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
            case END -> false;
        };
    }

    private Node postfix() {
        Node node = primary();
        while (true) {
            if (is(".")) {
                next();
                node = member(node);
            } else if (is("[")) {
                node = index(node);
            } else if (is("++") || is("--")) {
                Token operator = next();
                node = new Node.Unary(node.start(), operator.end(), operator, node);
            } else if (is("::") && !bounds) {
                next();
                if (is("<")) {
                    typeArguments();
                }
                next();
                node = new Node.Other(node.start(), last(), List.of(node));
            } else {
                return node;
            }
        }
    }

    /** What follows a point. */
    private Node member(Node target) {
        if (is("new")) {
            Node made = creation();
            return new Node.Other(target.start(), made.end(), List.of(target, made));
        }
        if (is("<")) {
            typeArguments();
        }
        Token name = isName() || is("this") || is("class") || is("super") ? next() : name();
        if (is("(")) {
            int open = peek().start();
            List<Node> arguments = arguments();
            return new Node.Call(target, name, open, arguments, last());
        }
        return name.kind() == Token.Kind.NAME
                ? new Node.Select(target, name)
                : new Node.Other(target.start(), name.end(), List.of(target));
    }

    final List<Node> arguments() {
        expect("(");
        boolean outside = bounds;
        bounds = false;
        List<Node> arguments = new ArrayList<>();
        while (!is(")") && !atEnd()) {
            arguments.add(expression());
            if (!accept(",")) {
                break;
            }
        }
        bounds = outside;
        expect(")");
        return arguments;
    }

    private Node index(Node target) {
        int open = next().start();
        List<Node> items = new ArrayList<>();
        do {
            items.add(item());
        } while (accept(",") && !is("]"));
        expect("]");
        return new Node.Index(target, open, items, last());
    }

    /** One item between index brackets. */
    private Node item() {
        int start = peek().start();
        if (accept("...")) {
            return new Node.Ellipsis(start, last());
        }
        boolean outside = bounds;
        bounds = true;
        Node low = endsBound() ? null : expression();
        bounds = outside;
        if (!is(":") && !is("::")) {
            if (low == null) {
                throw unreadable("an index");
            }
            return low;
        }
        Node high = null;
        Node step = null;
        if (next().is("::")) {
            step = endsBound() ? null : expression();
        } else {
            high = endsBound() ? null : expression();
            if (accept(":")) {
                step = endsBound() ? null : expression();
            }
        }
        return new Node.Slice(start, last(), low, high, step);
    }

    private boolean endsBound() {
        return is(":") || is("::") || is(",") || is("]");
    }

    private Node primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER, STRING, CHARACTER -> {
                return new Node.Literal(next());
            }
            case NAME -> {
                return nameOrReference();
            }
            case KEYWORD -> {
                return keyword();
            }
            case SYMBOL -> {
                if (token.is("(")) {
                    return brackets();
                }
                if (token.is("[")) {
                    return list();
                }
            }
            case END -> {}
        }
        throw unreadable("an expression");
    }

    private Node nameOrReference() {
        int mark = at;
        Token name = peek();
        if ((peek(1).is("<") || peek(1).is("[") || peek(1).is(".")) && skipType()) {
            Token last = peek(-1);
            if ((last.is(">") || last.is("]")) && (is("::") || is(".") && peek(1).is("class"))) {
                next();
                if (is("<")) {
                    typeArguments();
                }
                next();
                return new Node.Other(name.start(), last(), List.of());
            }
        }
        at = mark;
        next();
        if (is("(")) {
            int open = peek().start();
            List<Node> arguments = arguments();
            return new Node.Call(null, name, open, arguments, last());
        }
        return new Node.Name(name);
    }

    private Node keyword() {
        Token token = peek();
        switch (token.text()) {
            case "true", "false", "null" -> {
                return new Node.Literal(next());
            }
            case "this", "super" -> {
                next();
                List<Node> arguments = is("(") ? arguments() : List.of();
                return new Node.Other(token.start(), last(), arguments);
            }
            case "new" -> {
                return creation();
            }
            case "switch" -> {
                next();
                return switchBody(token.start());
            }
            default -> {
                if (isPrimitive() && skipType() && (is("::") || is("."))) {
                    next();
                    next();
                    return new Node.Other(token.start(), last(), List.of());
                }
                throw unreadable("an expression");
            }
        }
    }

    private Node brackets() {
        int start = next().start();
        List<Node> elements = new ArrayList<>();
        boolean tuple = false;
        while (!is(")") && !atEnd()) {
            elements.add(expression());
            if (!accept(",")) {
                break;
            }
            tuple = true;
        }
        expect(")");
        if (elements.isEmpty()) {
            throw unreadable("an expression");
        }
        return tuple
                ? new Sequence(start, last(), Sequence.Form.TUPLE, elements)
                : new Node.Paren(start, last(), elements.get(0));
    }

    private Node list() {
        int start = next().start();
        List<Node> elements = new ArrayList<>();
        while (!is("]") && !atEnd()) {
            elements.add(expression());
            if (!accept(",")) {
                break;
            }
        }
        expect("]");
        return new Sequence(start, last(), Sequence.Form.LIST, elements);
    }

    /** {@code new T(...) {...}} or {@code new T[n]} or {@code new T[] {...}}. */
    private Node creation() {
        int start = next().start();
        if (is("<")) {
            typeArguments();
        }
        skipAnnotations();
        List<Node> parts = new ArrayList<>();
        if (isPrimitive()) {
            next();
        } else {
            do {
                skipAnnotations();
                name();
                if (is("<")) {
                    typeArguments();
                }
            } while (accept("."));
        }
        if (is("(")) {
            parts.addAll(arguments());
            if (is("{")) {
                parts.add(classBody());
            }
        } else {
            skipAnnotations();
            while (is("[")) {
                next();
                if (!is("]")) {
                    parts.add(expression());
                }
                expect("]");
                skipAnnotations();
            }
            if (is("{")) {
                parts.add(arrayElements());
            }
        }
        return new Node.Other(start, last(), parts);
    }

    final Node arrayElements() {
        int start = next().start();
        List<Node> elements = new ArrayList<>();
        while (!is("}") && !atEnd()) {
            elements.add(is("{") ? arrayElements() : expression());
            if (!accept(",")) {
                break;
            }
        }
        expect("}");
        return new Node.Other(start, last(), elements);
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
