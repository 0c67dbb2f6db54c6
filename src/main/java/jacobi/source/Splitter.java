package jacobi.source;

import jacobi.source.Part.Declarator;
import jacobi.source.Part.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the parts of a cell by its tokens alone. Whether each part is good Java is the compiler's to say; a part that
 * is not stays where it is, so that the compiler's words point at it.
 */
public final class Splitter extends TokenCursor {
    /** Left out before members of the unit: access is open, and every member is static. */
    private static final Set<String> DROPPED = Set.of("public", "protected", "private", "static");

    /**
     * What statements begin with, or expressions, and so no declaration; any other keyword may be a name by mistake.
     */
    private static final Set<String> STATEMENT_WORDS = Set.of(
            ("if for while do try switch synchronized return throw break continue assert yield else case new this"
                            + " super true false null instanceof catch finally")
                    .split(" "));

    private static final Set<String> EXPRESSION_WORDS = Set.of("new", "this", "super", "true", "false", "null");

    private static final Set<String> BLOCK_WORDS =
            Set.of("{", "if", "for", "while", "do", "try", "switch", "synchronized");

    /** Operators with an operand before them. */
    private static final Set<String> BETWEEN =
            Set.of(". + - * / % == != < > <= >= && || & | ^ ? instanceof".split(" "));

    private Splitter(String source) {
        super(source, Lexer.endingIn(source));
    }

    /** The parts of {@code source} in order. */
    public static List<Part> split(String source) {
        Splitter splitter = new Splitter(source);
        List<Part> parts = new ArrayList<>();
        while (!splitter.atEnd()) {
            if (!splitter.accept(";")) {
                parts.add(splitter.part());
            }
        }
        return parts;
    }

    private Part part() {
        int first = at;
        if (is("import")) {
            toSemicolon();
            return new Part.Import(span(first, at), words(first), importText(first));
        }
        if (is("package") && peek(1).kind() == Token.Kind.NAME) {
            next();
            StringBuilder name = new StringBuilder(next().text());
            while (is(".") && peek(1).kind() == Token.Kind.NAME) {
                name.append(next().text()).append(next().text());
            }
            accept(";");
            return new Part.Package(span(first, at), Set.of(), name.toString());
        }
        Part declared = declaration(first);
        if (declared != null) {
            return declared;
        }
        at = first;
        statement();
        boolean last = atEnd() && !tokens.get(at - 1).is(";");
        Switches.Kind kind = last && tokens.get(first).is("switch") ? switchKind(first) : Switches.Kind.STATEMENT;
        if (kind != Switches.Kind.STATEMENT) {
            return new Part.Value(span(first, at), words(first), kind == Switches.Kind.EITHER);
        }
        boolean terminated = tokens.get(at - 1).is(";") || isBlockStatement(first);
        boolean labelled = tokens.get(first + 1).is(":");
        boolean value =
                !terminated && last && !labelled && mayBeValue(tokens.get(first)) && !declaresWithoutName(first);
        return value
                ? new Part.Value(span(first, at), words(first), false)
                : new Part.Statement(span(first, at), words(first), terminated);
    }

    private Part declaration(int first) {
        try {
            List<Span> dropped = new ArrayList<>();
            modifiers(dropped);
            int head = at;
            Part declared = type(first, dropped);
            if (declared == null) {
                declared = method(first, head, dropped);
            }
            return declared != null ? declared : variables(first, head);
        } catch (Unreadable e) {
            // An annotation without a name or without an end.
            return null;
        }
    }

    private void modifiers(List<Span> dropped) {
        while (isModifier() && !peek(1).is("(") && !peek(1).is("{")) {
            if (is("@")) {
                skipAnnotations();
            } else if (isName("non")) {
                at += 3;
            } else {
                Token token = next();
                if (DROPPED.contains(token.text())) {
                    dropped.add(new Span(token.start(), token.end()));
                }
            }
        }
    }

    private Part type(int first, List<Span> dropped) {
        if (!startsType()) {
            return null;
        }
        accept("@");
        next();
        String name = isNameLike() ? peek().text() : "";
        while (!atEnd() && !is("{") && !is(";")) {
            at = is("(") ? after() : at + 1;
        }
        at = is("{") ? after() : Math.min(at + 1, tokens.size() - 1);
        return new Part.TypeDeclaration(span(first, at), words(first), name, dropped);
    }

    private Part method(int first, int head, List<Span> dropped) {
        at = head;
        boolean generic = !is("<") || typeArguments();
        // No result's type: javac says so of a method, and of nothing else.
        boolean untyped = isNameLike() && peek(1).is("(") && isBodyAfter(at + 1);
        if (!untyped && (!generic || !isType() || !isNameLike() || !peek(1).is("("))) {
            return null;
        }
        String name = next().text();
        int open = at;
        at = after();
        int closed = at;
        while (!atEnd() && !is("{") && !is(";")) {
            if (!peek().isWord() && !is(",") && !is(".") && !is("[") && !is("]")) {
                return null;
            }
            at++;
        }
        int bodyStart = atEnd() ? source.length() : peek().start();
        boolean body = is("{");
        at = body ? after() : Math.min(at + 1, tokens.size() - 1);
        int end = last();
        return new Part.MethodDeclaration(
                span(first, at),
                words(first),
                name,
                dropped,
                new Span(tokens.get(head).start(), bodyStart),
                new Span(tokens.get(open).end(), tokens.get(closed - 1).start()),
                body ? new Span(bodyStart, end) : new Span(end, end));
    }

    /** Whether a brace opens right after the bracket at {@code open}. */
    private boolean isBodyAfter(int open) {
        int close = brackets.partner(open);
        return close >= 0 && tokens.get(close + 1).is("{");
    }

    private Part variables(int first, int head) {
        at = head;
        boolean primitive = isPrimitive();
        // What is called _ nobody can ask for again: it stays a line of its method.
        if (!isType() || !isNameLike() || is("_")) {
            return null;
        }
        int name = at;
        next();
        dimensions();
        // In `a b c` the second word is a missing semicolon or operator; javac says so of the statement.
        if (!atEnd() && !is("=") && !is(";") && !is(",") && !primitive) {
            return null;
        }
        at = name;
        List<Declarator> declarators = new ArrayList<>();
        do {
            Declarator declarator = declarator();
            if (declarator == null) {
                return null;
            }
            declarators.add(declarator);
        } while (accept(",") && isNameLike());
        accept(";");
        boolean inferred = tokens.get(head).is("var") && name == head + 1;
        boolean unchanging = tokens.subList(first, head).stream().anyMatch(token -> token.is("final"));
        return new Part.VariableDeclaration(
                span(first, at), words(first), inferred, unchanging, span(head, name), declarators);
    }

    private Declarator declarator() {
        int name = at;
        next();
        dimensions();
        String dimensions = at == name + 1 ? "" : span(name + 1, at).of(source);
        Span value = null;
        if (accept("=")) {
            int start = at;
            while (!atEnd() && !is(";") && !is(",")) {
                at = peek().opens() ? after() : isGeneric() ? at : at + 1;
            }
            if (at == start) {
                return null;
            }
            value = span(start, at);
        } else if (!atEnd() && !is(";") && !is(",")) {
            return null;
        }
        return new Declarator(tokens.get(name).text(), span(name, name + 1), dimensions, value);
    }

    /** Moves past a statement. */
    private void statement() {
        if (atEnd()) {
            return;
        }
        if (isNameLike() && peek(1).is(":") && !is("default")) {
            at += 2;
            statement();
            return;
        }
        int first = at;
        switch (peek().text()) {
            case "{" -> at = after();
            case "if" -> {
                next();
                parentheses();
                statement();
                if (accept("else")) {
                    statement();
                }
            }
            case "for", "while" -> {
                next();
                parentheses();
                statement();
            }
            case "do" -> {
                next();
                statement();
                if (accept("while")) {
                    parentheses();
                    toSemicolon();
                }
            }
            case "try" -> {
                next();
                parentheses();
                block();
                while (accept("catch")) {
                    parentheses();
                    block();
                }
                if (accept("finally")) {
                    block();
                }
            }
            case "switch" -> {
                next();
                parentheses();
                block();
                // Only an expression goes on with an operator: no statement begins with one.
                if (BETWEEN.contains(peek().text()) && switchKind(first) == Switches.Kind.EXPRESSION) {
                    toSemicolon();
                }
            }
            case "synchronized" -> {
                if (peek(1).is("(")) {
                    next();
                    parentheses();
                    block();
                } else {
                    toSemicolon();
                }
            }
            default -> toSemicolon();
        }
    }

    /** What the switch at {@code i} can be. */
    private Switches.Kind switchKind(int i) {
        int open = tokens.get(i + 1).is("(") ? brackets.after(i + 1) : i + 1;
        return open < tokens.size() && tokens.get(open).is("{")
                ? Switches.kind(tokens, brackets, open, brackets.after(open) - 1)
                : Switches.Kind.STATEMENT;
    }

    private boolean isBlockStatement(int first) {
        boolean labelled = tokens.get(first + 1).is(":");
        return tokens.get(at - 1).is("}")
                && (labelled || BLOCK_WORDS.contains(tokens.get(first).text()));
    }

    private static boolean mayBeValue(Token first) {
        return !STATEMENT_WORDS.contains(first.text()) || EXPRESSION_WORDS.contains(first.text());
    }

    /** Whether a variable called {@code _} is declared there. */
    private boolean declaresWithoutName(int first) {
        int mark = at;
        at = first;
        boolean found = isType() && is("_");
        at = mark;
        return found;
    }

    /** Moves past a type and says true, or stays and says false. */
    private boolean isType() {
        return !isName("yield") && skipType();
    }

    /**
     * Whether the commas inside {@code <} here belong to types, as in {@code new HashMap<A, B>()}; then it is past
     * them.
     */
    private boolean isGeneric() {
        int mark = at;
        if (is("<") && typeArguments() && (is("(") || is("::") || is(".") || is(">") || is(")"))) {
            return true;
        }
        at = mark;
        return false;
    }

    private void parentheses() {
        at = is("(") ? after() : at;
    }

    private void block() {
        at = is("{") ? after() : at;
    }

    private void toSemicolon() {
        while (!atEnd() && !is(";")) {
            at = peek().opens() ? after() : at + 1;
        }
        accept(";");
    }

    /** The token after the bracket that opens here; the end where nothing closes it. */
    private int after() {
        return Math.min(brackets.after(at), tokens.size() - 1);
    }

    private boolean isNameLike() {
        return peek().isWord() && !isPrimitive() && !STATEMENT_WORDS.contains(peek().text());
    }

    private Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private Set<String> words(int from) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens.subList(from, at)) {
            if (token.isWord()) {
                words.add(token.text());
            }
        }
        return words;
    }

    private String importText(int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < at; i++) {
            boolean betweenWords =
                    i > from && tokens.get(i - 1).isWord() && tokens.get(i).isWord();
            text.append(betweenWords ? " " : "").append(tokens.get(i).text());
        }
        return text.charAt(text.length() - 1) == ';'
                ? text.toString()
                : text.append(';').toString();
    }
}
