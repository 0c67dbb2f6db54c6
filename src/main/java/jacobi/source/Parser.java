package jacobi.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a cell: imports, types, methods and statements in any order, the last statement with or without its semicolon.
 */
public final class Parser extends Statements {

    private Parser(String source, List<Token> tokens) {
        super(source, tokens);
    }

    /** The parts of {@code source}. @throws Unreadable where its form is unknown */
    public static Node.Cell parse(String source, List<Token> tokens) {
        return new Parser(source, tokens).cell();
    }

    private Node.Cell cell() {
        List<Node> items = new ArrayList<>();
        while (!atEnd()) {
            items.add(is("import") || is("package") ? directive() : topLevel());
        }
        return new Node.Cell(source.length(), items);
    }

    private Node directive() {
        int start = peek().start();
        while (!atEnd() && !next().is(";")) {}
        return new Node.Other(start, last(), List.of());
    }

    private Node topLevel() {
        int mark = at;
        Node member = method();
        if (member != null) {
            return member;
        }
        at = mark;
        int start = peek().start();
        modifiers();
        if (startsType()) {
            return type(start);
        }
        at = mark;
        // A field's words on a variable of a cell, as "private static int n = 3;", mean nothing and are allowed.
        if (isModifier() && !is("synchronized") && !is("final")) {
            modifiers();
            return variables(true);
        }
        return statement();
    }

    /** A class, interface, enum, record or annotation; its modifiers, from {@code start} on, are taken already. */
    @Override
    Node type(int start) {
        accept("@");
        boolean enumeration = is("enum");
        next();
        name();
        if (is("<")) {
            typeArguments();
        }
        List<Node> parts = new ArrayList<>();
        if (is("(")) {
            parts.addAll(parameters());
        }
        while (!is("{") && !atEnd()) {
            next();
        }
        parts.add(enumeration ? enumBody() : classBody());
        return new Node.Scope(start, last(), parts);
    }

    private Node enumBody() {
        int start = peek().start();
        expect("{");
        List<Node> parts = new ArrayList<>();
        while (isName() || is("@")) {
            skipAnnotations();
            name();
            if (is("(")) {
                parts.addAll(arguments());
            }
            if (is("{")) {
                parts.add(classBody());
            }
            accept(",");
        }
        accept(";");
        members(parts);
        return new Node.Scope(start, last(), parts);
    }

    @Override
    Node classBody() {
        int start = peek().start();
        expect("{");
        List<Node> parts = new ArrayList<>();
        members(parts);
        return new Node.Scope(start, last(), parts);
    }

    private void members(List<Node> parts) {
        while (!is("}") && !atEnd()) {
            parts.add(member());
        }
        expect("}");
    }

    private Node member() {
        int start = peek().start();
        if (accept(";")) {
            return new Node.Other(start, last(), List.of());
        }
        if (is("static") && peek(1).is("{")) {
            next();
        }
        if (is("{")) {
            return block();
        }
        int mark = at;
        Node method = method();
        if (method != null) {
            return method;
        }
        at = mark;
        modifiers();
        if (startsType()) {
            return type(start);
        }
        if (is("<")) {
            typeArguments();
        }
        if (isName() && (peek(1).is("(") || peek(1).is("{"))) {
            next();
            List<Node> parts = methodRest();
            return new Node.Scope(start, last(), parts);
        }
        return variables(true);
    }

    /** A method with its type, at the top of a cell or in a class; null where none stands. */
    private Node method() {
        int start = peek().start();
        modifiers();
        if (is("<") && !typeArguments()) {
            return null;
        }
        int from = peek().start();
        if (startsType() || !skipType() || !isName() || !peek(1).is("(")) {
            return null;
        }
        String type = source.substring(from, last());
        Token name = next();
        List<Node> parts = methodRest();
        return new Node.Method(start, last(), type, name, parts);
    }

    /** From the parameters of a method or constructor to its end. */
    private List<Node> methodRest() {
        List<Node> parts = new ArrayList<>();
        if (is("(")) {
            parts.addAll(parameters());
        }
        dimensions();
        while (!is("{") && !is(";") && !is("default") && !atEnd()) {
            next();
        }
        if (accept("default")) {
            parts.add(is("{") ? arrayElements() : is("@") ? annotation() : expression());
        }
        if (is("{")) {
            parts.add(block());
        } else {
            accept(";");
        }
        return parts;
    }

    private Node annotation() {
        int start = peek().start();
        skipAnnotations();
        return new Node.Other(start, last(), List.of());
    }

    private List<Node> parameters() {
        expect("(");
        List<Node> parameters = new ArrayList<>();
        while (!is(")") && !atEnd()) {
            parameters.add(parameter());
            if (!accept(",")) {
                break;
            }
        }
        expect(")");
        return parameters;
    }
}
