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
public final class Splitter {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "native",
            "transient",
            "volatile",
            "strictfp",
            "sealed",
            "default",
            "synchronized");
    /** Left out before members of the unit: access is open, and every member is static. */
    private static final Set<String> DROPPED = Set.of("public", "protected", "private", "static");

    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "double", "float", "boolean", "char", "byte", "short");
    private static final Set<String> STATEMENT_WORDS = Set.of(
            "if",
            "for",
            "while",
            "do",
            "try",
            "switch",
            "synchronized",
            "return",
            "throw",
            "break",
            "continue",
            "assert",
            "yield",
            "else",
            "case",
            "new",
            "this",
            "super",
            "true",
            "false",
            "null",
            "instanceof",
            "catch",
            "finally");

    /** Operators with an operand before them. */
    private static final Set<String> BETWEEN = Set.of(
            ".",
            "+",
            "-",
            "*",
            "/",
            "%",
            "==",
            "!=",
            "<",
            ">",
            "<=",
            ">=",
            "&&",
            "||",
            "&",
            "|",
            "^",
            "?",
            "instanceof");

    private final String source;
    private final List<Token> tokens;
    private final Brackets brackets;
    private int at;

    private Splitter(String source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
        this.brackets = Brackets.of(tokens);
    }

    /** The parts of {@code source} in order. */
    public static List<Part> split(String source) {
        Splitter splitter = new Splitter(source);
        List<Part> parts = new ArrayList<>();
        while (splitter.at < splitter.tokens.size()) {
            if (splitter.is(splitter.at, ";")) {
                splitter.at++;
            } else {
                parts.add(splitter.part());
            }
        }
        return parts;
    }

    private Part part() {
        int first = at;
        if (is(first, "import")) {
            at = toSemicolon(first);
            return new Part.Import(span(first, at), words(first, at), importText(first, at));
        }
        List<Span> dropped = new ArrayList<>();
        int i = modifiers(first, dropped);
        Part declared = type(first, i, dropped);
        if (declared == null) {
            declared = method(first, i, dropped);
        }
        if (declared == null) {
            declared = variables(first, i);
        }
        if (declared != null) {
            return declared;
        }
        at = statement(first);
        boolean last = at == tokens.size() && !is(at - 1, ";");
        Switches.Kind kind = last && is(first, "switch") ? switchKind(first) : Switches.Kind.STATEMENT;
        if (kind != Switches.Kind.STATEMENT) {
            return new Part.Value(span(first, at), words(first, at), kind == Switches.Kind.EITHER);
        }
        boolean terminated = is(at - 1, ";") || isBlockStatement(first);
        if (!terminated && last) {
            return STATEMENT_WORDS.contains(tokens.get(first).text()) && !isExpressionWord(first)
                    ? new Part.Statement(span(first, at), words(first, at), false)
                    : new Part.Value(span(first, at), words(first, at), false);
        }
        return new Part.Statement(span(first, at), words(first, at), terminated);
    }

    private Part type(int first, int i, List<Span> dropped) {
        boolean annotation = is(i, "@") && is(i + 1, "interface");
        boolean plain = is(i, "class") || is(i, "interface") || is(i, "enum");
        boolean record = is(i, "record") && isName(i + 1) && (is(i + 2, "(") || is(i + 2, "<"));
        if (!annotation && !plain && !record) {
            return null;
        }
        int name = annotation ? i + 2 : i + 1;
        int body = name;
        while (body < tokens.size() && !is(body, "{") && !is(body, ";")) {
            body = is(body, "(") ? close(body) : body + 1;
        }
        at = is(body, "{") ? close(body) : Math.min(body + 1, tokens.size());
        String text = isName(name) ? tokens.get(name).text() : "";
        return new Part.TypeDeclaration(span(first, at), words(first, at), text, dropped);
    }

    private Part method(int first, int i, List<Span> dropped) {
        int head = i;
        if (is(i, "<")) {
            i = typeArguments(i);
        }
        int name = i < 0 ? -1 : typeEnd(i);
        boolean untyped = isName(i) && is(i + 1, "(") && is(close(i + 1), "{");
        if (untyped) {
            // No result's type: javac says so of a method, and of nothing else.
            name = i;
        } else if (name < 0 || !isName(name) || !is(name + 1, "(")) {
            return null;
        }
        int open = name + 1;
        int closed = close(open);
        int body = closed;
        while (body < tokens.size() && !is(body, "{") && !is(body, ";")) {
            if (!(tokens.get(body).isWord() || is(body, ",") || is(body, ".") || is(body, "[") || is(body, "]"))) {
                return null;
            }
            body++;
        }
        at = is(body, "{") ? close(body) : Math.min(body + 1, tokens.size());
        int bodyStart = body < tokens.size() ? tokens.get(body).start() : source.length();
        int end = tokens.get(at - 1).end();
        return new Part.MethodDeclaration(
                span(first, at),
                words(first, at),
                tokens.get(name).text(),
                dropped,
                new Span(tokens.get(head).start(), bodyStart),
                new Span(tokens.get(open).end(), tokens.get(closed - 1).start()),
                is(body, "{") ? new Span(bodyStart, end) : new Span(end, end));
    }

    private Part variables(int first, int i) {
        int name = typeEnd(i);
        // What is called _ nobody can ask for again: it stays a line of its method.
        if (name < 0 || !isName(name) || is(name, "_")) {
            return null;
        }
        int after = dimensions(name + 1);
        boolean declares = after >= tokens.size() || is(after, "=") || is(after, ";") || is(after, ",");
        // In `a b c` the second word is a missing semicolon or operator; javac says so of the statement.
        if (!declares && !(i < name && PRIMITIVES.contains(tokens.get(i).text()))) {
            return null;
        }
        List<Declarator> declarators = new ArrayList<>();
        int d = name;
        while (isName(d)) {
            int initializer = dimensions(d + 1);
            int end = initializer;
            while (end < tokens.size() && !is(end, ";") && !is(end, ",")) {
                end = isOpen(end) ? close(end) : isGeneric(end) ? typeArguments(end) : end + 1;
            }
            Span value = is(initializer, "=") && initializer + 1 < end ? span(initializer + 1, end) : null;
            if (is(initializer, "=") && value == null) {
                return null;
            }
            String brackets =
                    initializer == d + 1 ? "" : span(d + 1, initializer).of(source);
            declarators.add(new Declarator(tokens.get(d).text(), span(d, d + 1), brackets, value));
            if (value == null && end != initializer) {
                return null;
            }
            d = end;
            if (is(d, ",")) {
                d++;
            } else {
                break;
            }
        }
        at = is(d, ";") ? d + 1 : d;
        boolean inferred = tokens.get(i).is("var") && name == i + 1;
        boolean unchanging = tokens.subList(first, i).stream().anyMatch(token -> token.is("final"));
        return new Part.VariableDeclaration(
                span(first, at), words(first, at), inferred, unchanging, span(i, name), declarators);
    }

    /** The token behind the statement that starts at {@code i}. */
    private int statement(int i) {
        if (i >= tokens.size()) {
            return i;
        }
        String word = tokens.get(i).text();
        if (isName(i) && is(i + 1, ":") && !is(i, "default")) {
            return statement(i + 2);
        }
        switch (word) {
            case "{":
                return close(i);
            case "if": {
                int then = statement(parentheses(i + 1));
                return is(then, "else") ? statement(then + 1) : then;
            }
            case "for", "while":
                return statement(parentheses(i + 1));
            case "do": {
                int body = statement(i + 1);
                return is(body, "while") ? toSemicolon(parentheses(body + 1)) : body;
            }
            case "try": {
                int end = block(parentheses(i + 1));
                while (is(end, "catch")) {
                    end = block(parentheses(end + 1));
                }
                return is(end, "finally") ? block(end + 1) : end;
            }
            case "switch": {
                int end = block(parentheses(i + 1));
                return goesOn(end) && switchKind(i) == Switches.Kind.EXPRESSION ? toSemicolon(end) : end;
            }
            case "synchronized":
                return is(i + 1, "(") ? block(parentheses(i + 1)) : toSemicolon(i);
            default:
                return toSemicolon(i);
        }
    }

    /** What the switch at {@code i} can be. */
    private Switches.Kind switchKind(int i) {
        int open = parentheses(i + 1);
        return is(open, "{") ? Switches.kind(tokens, brackets, open, close(open) - 1) : Switches.Kind.STATEMENT;
    }

    /** Whether the token at {@code i} can only go on with an expression: no statement begins with it. */
    private boolean goesOn(int i) {
        return i < tokens.size() && BETWEEN.contains(tokens.get(i).text());
    }

    private boolean isBlockStatement(int first) {
        Token last = tokens.get(at - 1);
        String word = tokens.get(first).text();
        boolean labelled = isName(first) && is(first + 1, ":");
        return last.is("}")
                && (labelled
                        || Set.of("{", "if", "for", "while", "do", "try", "switch", "synchronized")
                                .contains(word));
    }

    private boolean isExpressionWord(int i) {
        return Set.of("new", "this", "super", "true", "false", "null")
                .contains(tokens.get(i).text());
    }

    private int modifiers(int i, List<Span> dropped) {
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.is("@") && isName(i + 1) && !is(i + 1, "interface")) {
                i += 2;
                while (is(i, ".") && isName(i + 1)) {
                    i += 2;
                }
                i = is(i, "(") ? close(i) : i;
            } else if (token.is("non") && is(i + 1, "-") && is(i + 2, "sealed")) {
                i += 3;
            } else if (token.isWord() && MODIFIERS.contains(token.text()) && !is(i + 1, "(") && !is(i + 1, "{")) {
                if (DROPPED.contains(token.text())) {
                    dropped.add(new Span(token.start(), token.end()));
                }
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** The token behind the type that starts at {@code i}, or -1 where none does. */
    private int typeEnd(int i) {
        while (is(i, "@") && isName(i + 1)) {
            i += 2;
        }
        if (i >= tokens.size()
                || !tokens.get(i).isWord()
                || STATEMENT_WORDS.contains(tokens.get(i).text())) {
            return -1;
        }
        int end = i + 1;
        while (is(end, "<") || is(end, ".")) {
            if (is(end, "<")) {
                end = typeArguments(end);
                if (end < 0) {
                    return -1;
                }
            } else if (isName(end + 1)) {
                end += 2;
            } else {
                return -1;
            }
        }
        return dimensions(end);
    }

    /** The token behind {@code <...>}, or -1 where the mark is no bracket of types. */
    private int typeArguments(int i) {
        int depth = 0;
        for (; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("<")) {
                depth++;
            } else if (token.is(">")) {
                if (--depth == 0) {
                    return i + 1;
                }
            } else if (!(token.isWord()
                    || Set.of(",", ".", "?", "&", "[", "]", "@").contains(token.text()))) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the commas inside {@code <} at {@code i} belong to types, as in {@code new HashMap<A, B>()}. */
    private boolean isGeneric(int i) {
        if (!is(i, "<")) {
            return false;
        }
        int end = typeArguments(i);
        return end > 0 && (is(end, "(") || is(end, "::") || is(end, ".") || is(end, ">") || is(end, ")"));
    }

    private int dimensions(int i) {
        while (is(i, "[") && is(i + 1, "]")) {
            i += 2;
        }
        return i;
    }

    private int parentheses(int i) {
        return is(i, "(") ? close(i) : i;
    }

    private int block(int i) {
        return is(i, "{") ? close(i) : i;
    }

    private int toSemicolon(int i) {
        while (i < tokens.size() && !is(i, ";")) {
            i = isOpen(i) ? close(i) : i + 1;
        }
        return Math.min(i + 1, tokens.size());
    }

    private boolean isOpen(int i) {
        return i < tokens.size() && tokens.get(i).opens();
    }

    /** The token after the bracket that closes the one at {@code i}; the end where none does. */
    private int close(int i) {
        return i < tokens.size() && tokens.get(i).opens() ? brackets.after(i) : tokens.size();
    }

    private boolean is(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    private boolean isName(int i) {
        if (i < 0 || i >= tokens.size() || !tokens.get(i).isWord()) {
            return false;
        }
        String text = tokens.get(i).text();
        return !STATEMENT_WORDS.contains(text) && !PRIMITIVES.contains(text) && !text.equals("void");
    }

    private Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private Set<String> words(int from, int to) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens.subList(from, to)) {
            if (token.isWord()) {
                words.add(token.text());
            }
        }
        return words;
    }

    private String importText(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean betweenWords =
                    i > from && tokens.get(i - 1).isWord() && tokens.get(i).isWord();
            text.append(betweenWords ? " " : "").append(tokens.get(i).text());
        }
        return text.charAt(text.length() - 1) == ';'
                ? text.toString()
                : text.append(';').toString();
    }
}
