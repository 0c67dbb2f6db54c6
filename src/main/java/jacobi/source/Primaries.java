package jacobi.source;

import jacobi.source.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what operators stand between: names, calls, literals, what is made with {@code new}, and notation's indices and
 * lists in square brackets.
 */
abstract class Primaries extends TokenCursor {

    /** As many dimensions as a tensor may have in PyTorch; javac, given hundreds, thinks for minutes. */
    private static final int MOST_LISTS = 64;

    /** How many lists the place read is in. */
    private int lists;

    /** Whether the first bound of a slice is being read, where {@code ::} begins a step and no method reference. */
    private boolean bounds;

    Primaries(String source, List<Token> tokens) {
        super(source, tokens);
    }

    abstract Node expression();

    /** What stands in braces after {@code ->}, in a switch or in a method: a {@link Node.Scope}. */
    abstract Node block();

    abstract Node classBody();

    abstract Node switchBody(int start);

    final Node postfix() {
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
        boolean conversion = isPrimitive() && peek(1).is("(");
        Token name = conversion || isName() || is("this") || is("class") || is("super") ? next() : name();
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
            case UNCLOSED, END -> {}
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
        boolean tuple = is(")");
        while (!is(")") && !atEnd()) {
            elements.add(expression());
            if (!accept(",")) {
                break;
            }
            tuple = true;
        }
        expect(")");
        return tuple
                ? new Sequence(start, last(), Sequence.Form.TUPLE, elements)
                : new Node.Paren(start, last(), elements.get(0));
    }

    private Node list() {
        if (++lists > MOST_LISTS) {
            throw unreadable("no more than " + MOST_LISTS + " lists in one another");
        }
        int start = next().start();
        List<Node> elements = new ArrayList<>();
        while (!is("]") && !atEnd()) {
            elements.add(expression());
            if (!accept(",")) {
                break;
            }
        }
        expect("]");
        lists--;
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
        Token plain = peek();
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
            int open = peek().start();
            boolean simple = plain.kind() == Token.Kind.NAME && last() == plain.end();
            parts.addAll(arguments());
            if (simple && !is("{")) {
                return new Node.New(start, new Node.Call(null, plain, open, parts, last()));
            }
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
}
