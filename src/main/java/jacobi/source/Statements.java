package jacobi.source;

import jacobi.source.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Reads Java's statements (JLS 14): where their expressions stand and how far their variables are seen. */
abstract class Statements extends Expressions {

    Statements(String source, List<Token> tokens) {
        super(source, tokens);
    }

    /** A class, interface, enum, record or annotation; its modifiers, from {@code start} on, are taken already. */
    abstract Node type(int start);

    @Override
    Node block() {
        int start = peek().start();
        expect("{");
        List<Node> statements = new ArrayList<>();
        while (!is("}") && !atEnd()) {
            statements.add(statement());
        }
        expect("}");
        return new Node.Scope(start, last(), statements);
    }

    final Node statement() {
        Token token = peek();
        if (token.is("{")) {
            return block();
        }
        if (accept(";")) {
            return new Node.Other(token.start(), last(), List.of());
        }
        if (token.kind() == Token.Kind.NAME && peek(1).is(":") && !peek(2).is(":")) {
            next();
            next();
            Node labelled = statement();
            return new Node.Other(token.start(), last(), List.of(labelled));
        }
        if (isYield()) {
            next();
            return ended(token.start(), List.of(expression()));
        }
        if (isUnpacked("=")) {
            return declaredTogether();
        }
        if (token.kind() == Token.Kind.KEYWORD) {
            Node statement = keywordStatement(token);
            if (statement != null) {
                return statement;
            }
        }
        int mark = at;
        modifiers();
        if (startsType()) {
            return type(token.start());
        }
        Node variables = startsVariable() || at != mark ? variables(true) : null;
        return variables != null ? variables : expressionStatement();
    }

    private boolean isYield() {
        if (!isName("yield")) {
            return false;
        }
        Token following = peek(1);
        return switch (following.kind()) {
            case SYMBOL ->
                following.is("(")
                        || following.is("-")
                        || following.is("+")
                        || following.is("!")
                        || following.is("~")
                        || following.is("[");
            case UNCLOSED, END -> false;
            default -> !following.is("instanceof");
        };
    }

    private Node keywordStatement(Token token) {
        int start = token.start();
        switch (token.text()) {
            case "if", "while" -> {
                next();
                List<Node> parts = new ArrayList<>(List.of(test(), statement()));
                if (token.is("if") && accept("else")) {
                    parts.add(statement());
                }
                return new Node.Other(start, last(), parts);
            }
            case "do" -> {
                next();
                Node body = statement();
                expect("while");
                return ended(start, List.of(body, test()));
            }
            case "for" -> {
                next();
                return loop(start);
            }
            case "return", "throw", "break", "continue" -> {
                next();
                return ended(start, is(";") || atEnd() || is("}") ? List.of() : List.of(expression()));
            }
            case "assert" -> {
                next();
                List<Node> parts = new ArrayList<>(List.of(new Node.Test(expression())));
                if (accept(":")) {
                    parts.add(expression());
                }
                return ended(start, parts);
            }
            case "switch" -> {
                return switchStatement();
            }
            case "try" -> {
                next();
                return attempt(start);
            }
            case "synchronized" -> {
                next();
                expect("(");
                Node lock = expression();
                expect(")");
                Node body = block();
                return new Node.Other(start, last(), List.of(lock, body));
            }
            default -> {
                return null;
            }
        }
    }

    private Node switchStatement() {
        Node node = expressionStatementOf(expression());
        accept(";");
        return node;
    }

    private Node test() {
        expect("(");
        Node test = new Node.Test(expression());
        expect(")");
        return test;
    }

    private Node loop(int start) {
        expect("(");
        if (isUnpacked(":")) {
            Node each = each(start);
            return new Node.Scope(start, last(), List.of(each));
        }
        List<Node> parts = new ArrayList<>();
        int mark = at;
        modifiers();
        if (startsVariable() || at != mark) {
            parts.add(variables(false));
        } else if (!is(";")) {
            expressions(parts);
        }
        if (accept(";")) {
            if (!is(";")) {
                parts.add(new Node.Test(expression()));
            }
            expect(";");
            if (!is(")")) {
                expressions(parts);
            }
        }
        expect(")");
        parts.add(statement());
        return new Node.Scope(start, last(), parts);
    }

    private void expressions(List<Node> parts) {
        do {
            parts.add(expression());
        } while (accept(","));
    }

    private Node attempt(int start) {
        List<Node> parts = new ArrayList<>();
        if (accept("(")) {
            while (!is(")") && !atEnd()) {
                modifiers();
                parts.add(startsVariable() ? variables(false) : expression());
                accept(";");
            }
            expect(")");
        }
        parts.add(block());
        while (is("catch")) {
            int from = next().start();
            expect("(");
            modifiers();
            while (peek(1).kind() != Token.Kind.END && !peek(1).is(")")) {
                next();
            }
            Token name = name();
            expect(")");
            Node caught = new Node.Local(name.start(), name.end(), "Throwable", name, null, false);
            Node body = block();
            parts.add(new Node.Scope(from, last(), List.of(caught, body)));
        }
        if (accept("finally")) {
            parts.add(block());
        }
        return new Node.Scope(start, last(), parts);
    }

    @Override
    Node switchBody(int start) {
        expect("(");
        List<Node> parts = new ArrayList<>(List.of(expression()));
        expect(")");
        expect("{");
        while (!is("}") && !atEnd()) {
            if (is("case") || is("default")) {
                label(parts);
            } else {
                parts.add(statement());
            }
        }
        expect("}");
        return new Node.Scope(start, last(), parts);
    }

    /** From {@code case} to after its colon or arrow. Labels are constants or patterns; a guard is an expression. */
    private void label(List<Node> parts) {
        boolean standard = next().is("default");
        int mark = at;
        if (!standard && skipType() && (isName() || is("("))) {
            at = mark;
            pattern(parts);
            if (isName("when")) {
                next();
                parts.add(new Node.Test(conditional()));
            }
        } else {
            at = mark;
        }
        while (!is(":") && !is("->") && !atEnd()) {
            if (is("(") || is("[")) {
                skipBracket();
            } else {
                next();
            }
        }
        next();
    }

    /** Whether a type and a name stand here, as at the start of a declaration. */
    private boolean startsVariable() {
        int mark = at;
        boolean variable = skipType() && isName();
        if (variable) {
            Token following = peek(1);
            variable = following.kind() == Token.Kind.END
                    || following.is("=")
                    || following.is(";")
                    || following.is(",")
                    || following.is(":")
                    || following.is("[")
                    || following.is(")");
        }
        at = mark;
        return variable;
    }

    /** {@code int a = 1, b[] = {2}} or {@code var x : xs}, after its modifiers. */
    final Node variables(boolean statement) {
        int start = peek().start();
        if (!skipType()) {
            throw unreadable("a type");
        }
        String type = source.substring(start, last());
        List<Node> locals = new ArrayList<>();
        do {
            Token name = name();
            int dimensions = at;
            dimensions();
            String own = at > dimensions ? type + "[]" : type;
            Node value = null;
            boolean each = is(":");
            if (each) {
                next();
                value = expression();
            } else if (accept("=")) {
                value = is("{") ? arrayElements() : expression();
            }
            locals.add(new Node.Local(name.start(), last(), own, name, value, each));
        } while (accept(","));
        return statement ? ended(start, locals) : new Node.Other(start, last(), locals);
    }

    /** Whether {@code var (a, b)} stands here, followed by {@code mark}. */
    private boolean isUnpacked(String mark) {
        if (!isName("var") || !peek(1).is("(")) {
            return false;
        }
        next();
        boolean unpacked = behindBracket().is(mark);
        at--;
        return unpacked;
    }

    /** {@code var (a, b) = values;}. */
    private Node declaredTogether() {
        int start = next().start();
        List<Node> targets = new ArrayList<>(names());
        Token operator = next();
        List<Node> values = new ArrayList<>();
        do {
            values.add(expression());
        } while (accept(","));
        return unpacked(start, true, targets, operator, values);
    }

    /** The names in round brackets of several variables. */
    private List<Node.Local> names() {
        expect("(");
        List<Node.Local> names = new ArrayList<>();
        while (!is(")")) {
            Token name = name();
            names.add(new Node.Local(name.start(), name.end(), "var", name, null, false));
            if (!accept(",")) {
                break;
            }
        }
        expect(")");
        return names;
    }

    /** {@code (var (a, b) : pairs) body}, its bracket taken. */
    private Node each(int start) {
        next();
        int open = peek().start();
        List<Node.Local> targets = names();
        Node.Name element = new Node.Name(new Token(Token.Kind.NAME, "", open, last()));
        next();
        Node values = expression();
        expect(")");
        Node body = statement();
        return new Node.Each(start, last(), targets, element, values, body);
    }

    /** From after the values on: a list or tuple written out gives its elements. */
    private Node unpacked(int start, boolean declares, List<Node> targets, Token operator, List<Node> values) {
        boolean written = values.size() == 1
                && values.get(0) instanceof Sequence sequence
                && !sequence.elements().isEmpty();
        int end = last();
        if (!accept(";") && !atEnd() && !is("}")) {
            throw unreadable("';'");
        }
        return new Node.Unpack(
                start,
                Math.max(end, last()),
                declares,
                targets,
                operator,
                written ? ((Sequence) values.get(0)).elements() : values);
    }

    private Node expressionStatement() {
        Node first = expression();
        boolean together =
                first instanceof Node.Assign assign && assign.operator().is("=") && assign.target() instanceof Sequence;
        if (is(",") || together) {
            List<Node> elements = new ArrayList<>(List.of(first));
            while (accept(",")) {
                if (atEnd()) {
                    break;
                }
                elements.add(expression());
            }
            Node unpacked = assignedTogether(elements);
            if (unpacked != null) {
                return unpacked;
            }
            if (!atEnd()) {
                throw unreadable("the end of the cell");
            }
            return new Sequence(first.start(), last(), Sequence.Form.SHOWN, elements);
        }
        return expressionStatementOf(first);
    }

    /** {@code a, b = b, a} and {@code (a, b) = pair}, or null where what was read only shows values. */
    private Node assignedTogether(List<Node> elements) {
        List<Node> targets = new ArrayList<>();
        for (Node element : elements) {
            if (element instanceof Node.Assign assign && assign.operator().is("=")) {
                boolean bracketed = assign.target() instanceof Sequence;
                if (targets.isEmpty() && !bracketed) {
                    return null;
                }
                targets.addAll(bracketed ? ((Sequence) assign.target()).elements() : List.of(assign.target()));
                List<Node> values = new ArrayList<>(List.of(assign.value()));
                values.addAll(elements.subList(elements.indexOf(element) + 1, elements.size()));
                return unpacked(elements.get(0).start(), false, targets, assign.operator(), values);
            }
            targets.add(element);
        }
        return null;
    }

    private Node expressionStatementOf(Node expression) {
        if (!is(";")) {
            if (!atEnd() && !is("}") && !(expression instanceof Node.Scope)) {
                throw unreadable("';'");
            }
            return expression;
        }
        next();
        return new Node.Other(expression.start(), last(), List.of(expression));
    }

    private Node ended(int start, List<Node> parts) {
        if (!accept(";") && !atEnd() && !is("}")) {
            throw unreadable("';'");
        }
        return new Node.Other(start, last(), parts);
    }
}
