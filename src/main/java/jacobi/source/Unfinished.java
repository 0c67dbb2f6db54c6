package jacobi.source;

import java.util.List;
import java.util.Set;

/** Whether a console has to ask for another line, by the tokens alone. */
public final class Unfinished {
    private static final String INDENT = "    ";

    private static final Set<String> WANT_MORE =
            Set.of(("+ - * ** / % = == != < <= >= << & | ^ && || ? : . , -> += -= *= **= /= %= &="
                            + " |= ^= <<= @= :: @ ! ~ else do try finally new return throw instanceof extends implements throws")
                    .split(" "));

    private static final Set<String> TYPES = Set.of("class", "interface", "enum");
    private static final Set<String> CONTROL = Set.of("if", "for", "switch", "catch", "synchronized", "try");
    private static final Set<String> BEFORE_CALLS = Set.of("new", "return", "else", "throw");

    private final List<Token> tokens;
    private final Brackets brackets;
    private final int end;

    private Unfinished(String source) {
        tokens = Lexer.tokens(source);
        brackets = Brackets.of(tokens);
        end = tokens.size() - 1;
    }

    /** Whether a bracket, text or comment is open, an operator waits for its operand, or a statement for its body. */
    public static boolean is(String source) {
        Unfinished text = new Unfinished(source);
        return text.end >= 0 && text.isUnfinished();
    }

    private boolean isUnfinished() {
        Token last = tokens.get(end);
        boolean open = last.kind() == Token.Kind.UNCLOSED
                && (last.text().startsWith("/*") || last.text().startsWith("\"\"\""));
        return opened() > 0 || open || WANT_MORE.contains(last.text()) && !last.isText() || wantsBody();
    }

    /** How many brackets more are opened than closed. */
    private int opened() {
        return tokens.stream()
                .mapToInt(token -> token.opens() ? 1 : token.closes() ? -1 : 0)
                .sum();
    }

    /**
     * {@code if (...)}, {@code for (...)}, {@code while (...)} without a statement, {@code int f()} or {@code class A}
     * without a body, {@code try {}} without its catch, {@code do {}} without its while.
     */
    private boolean wantsBody() {
        if (tokens.get(end).is("}")) {
            return Set.of("try", "do").contains(before(end));
        }
        if (!tokens.get(end).is(")")) {
            int word = end;
            while (word > 0
                    && (tokens.get(word).isWord() || tokens.get(word).is(","))
                    && !TYPES.contains(tokens.get(word).text())) {
                word--;
            }
            return word < end && TYPES.contains(tokens.get(word).text());
        }
        String head = before(end);
        int word = brackets.partner(end) - 1;
        if (word < 0) {
            return false;
        }
        Token earlier = word > 0 ? tokens.get(word - 1) : null;
        boolean loop = head.equals("while")
                && !(earlier != null && earlier.is("}") && before(word - 1).equals("do"));
        boolean method = earlier != null
                && tokens.get(word).isWord()
                && (earlier.isWord() && !BEFORE_CALLS.contains(earlier.text()) || earlier.is("]"));
        return CONTROL.contains(head) || loop || method;
    }

    /** The word or symbol before the bracket that is closed at {@code close}; empty if there is none. */
    private String before(int close) {
        int open = brackets.partner(close);
        return open > 0 ? tokens.get(open - 1).text() : "";
    }

    /** The white space the next line starts with: the last line's, one step deeper if it leaves a bracket open or wants a body. */
    public static String indent(String source) {
        String line = source.stripTrailing();
        line = line.substring(line.lastIndexOf('\n') + 1);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        Unfinished text = new Unfinished(line);
        boolean deeper = text.end >= 0
                && (text.opened() > 0
                        || Set.of("{", "->").contains(text.tokens.get(text.end).text())
                        || line.endsWith(")"));
        return deeper ? indent + INDENT : indent;
    }
}
