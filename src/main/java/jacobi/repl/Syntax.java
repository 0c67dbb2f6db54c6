package jacobi.repl;

import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.List;
import java.util.Set;

/** Whether a console has to ask for another line, by the tokens alone. */
final class Syntax {
    private static final String INDENT = "    ";
    private static final Set<String> WANT_MORE = Set.of(
            "+",
            "-",
            "*",
            "**",
            "<<",
            "/",
            "%",
            "=",
            "==",
            "!=",
            "<",
            "<=",
            ">=",
            "&",
            "|",
            "^",
            "&&",
            "||",
            "?",
            ":",
            ".",
            ",",
            "->",
            "+=",
            "-=",
            "*=",
            "**=",
            "<<=",
            "@=",
            "/=",
            "%=",
            "&=",
            "|=",
            "^=",
            "::",
            "@",
            "!",
            "~",
            "else",
            "do",
            "try",
            "finally",
            "new",
            "return",
            "throw",
            "instanceof",
            "extends",
            "implements",
            "throws");

    private Syntax() {}

    /** Whether a bracket, text or comment is open, an operator waits for its operand, or a statement for its body. */
    static boolean isUnfinished(String source) {
        List<Token> tokens = Lexer.tokens(source);
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean open = last.kind() == Token.Kind.UNCLOSED
                && (last.text().startsWith("/*") || last.text().startsWith("\"\"\""));
        return openBrackets(tokens) > 0
                || open
                || WANT_MORE.contains(last.text()) && !last.isText()
                || wantsBody(tokens);
    }

    /** How many brackets more are opened than closed. */
    private static int openBrackets(List<Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            open += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return open;
    }

    /**
     * {@code if (...)}, {@code for (...)}, {@code while (...)} without a statement, {@code int f()} or {@code class A}
     * without a body, {@code try {}} without its catch, {@code do {}} without its while.
     */
    private static boolean wantsBody(List<Token> tokens) {
        int i = tokens.size() - 1;
        if (tokens.get(i).is("}")) {
            return Set.of("try", "do").contains(beforeBlock(tokens, i));
        }
        if (!tokens.get(i).is(")")) {
            int word = i;
            while (word > 0 && (tokens.get(word).isWord() || tokens.get(word).is(","))) {
                if (Set.of("class", "interface", "enum")
                        .contains(tokens.get(word).text())) {
                    return word < i;
                }
                word--;
            }
            return tokens.get(word).isWord()
                    && word < i
                    && Set.of("class", "interface", "enum")
                            .contains(tokens.get(word).text());
        }
        int depth = 0;
        for (; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : 0;
            depth -= tokens.get(i).is("(") ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (i < 1) {
            return false;
        }
        Token before = tokens.get(i - 1);
        boolean control =
                Set.of("if", "for", "switch", "catch", "synchronized", "try").contains(before.text());
        boolean loop = before.is("while") && !(i > 1
                && tokens.get(i - 2).is("}")
                && beforeBlock(tokens, i - 2).equals("do"));
        boolean method = i > 1
                && before.isWord()
                && (tokens.get(i - 2).isWord()
                                && !Set.of("new", "return", "else", "throw")
                                        .contains(tokens.get(i - 2).text())
                        || tokens.get(i - 2).is("]"));
        return control || loop || method;
    }

    /** The word or mark before the block that ends at {@code close}; empty if there is none. */
    private static String beforeBlock(List<Token> tokens, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            depth += tokens.get(i).is("}") ? 1 : 0;
            depth -= tokens.get(i).is("{") ? 1 : 0;
            if (depth == 0) {
                return i > 0 ? tokens.get(i - 1).text() : "";
            }
        }
        return "";
    }

    /** The white space the next line starts with: the last line's, one step deeper if it leaves a bracket open or wants a body. */
    static String indent(String source) {
        String line = source.stripTrailing();
        line = line.substring(line.lastIndexOf('\n') + 1);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        List<Token> tokens = Lexer.tokens(line);
        boolean deeper = !tokens.isEmpty()
                && (openBrackets(tokens) > 0
                        || Set.of("{", "->")
                                .contains(tokens.get(tokens.size() - 1).text())
                        || line.endsWith(")"));
        return deeper ? indent + INDENT : indent;
    }
}
