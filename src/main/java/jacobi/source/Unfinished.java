package jacobi.source;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a console has to ask for another line: by the tokens, and by how far the parser gets with them. */
public final class Unfinished {
    private static final String INDENT = "    ";

    private static final Set<String> WANT_MORE =
            Set.of(("+ - * ** / % = == != < <= >= << & | ^ && || ? : . , -> += -= *= **= /= %= &="
                            + " |= ^= <<= @= :: @ ! ~ else do try finally new throw instanceof extends implements "
                            + "throws import package static")
                    .split(" "));

    private final String source;
    private final List<Token> tokens;
    private final Brackets brackets;
    private final int end;

    private Unfinished(String source) {
        this.source = source;
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
        boolean operator = WANT_MORE.contains(last.text()) && !last.isText() && !isWhole(end);
        return isInBrackets() || open || operator || stopsShort();
    }

    /** Whether a bracket is open where the text is over; no further line mends one that closes nothing. */
    private boolean isInBrackets() {
        return brackets.depth(end) > 0
                && IntStream.rangeClosed(0, end).noneMatch(i -> tokens.get(i).closes() && brackets.partner(i) < 0);
    }

    /** Whether {@code A::new} or {@code import a.*} ends at a token. */
    private boolean isWhole(int i) {
        Token last = tokens.get(i);
        Token before = tokens.get(Math.max(0, i - 1));
        return last.is("new") && before.is("::") || last.is("*") && before.is(".");
    }

    /** Whether a reader of the cell still waits for something where the text is over. */
    private boolean stopsShort() {
        try {
            Node.Cell cell = Parser.parse(source, Lexer.endingIn(source));
            Node last = cell.children().get(cell.children().size() - 1);
            return last instanceof Node.Method
                            && !tokens.get(end).is("}")
                            && !tokens.get(end).is(";")
                    || wantsCatch();
        } catch (Unreadable e) {
            return e.found().kind() == Token.Kind.END;
        }
    }

    /** Whether it ends in {@code try {}} without resources, catch and finally. */
    private boolean wantsCatch() {
        int open = tokens.get(end).is("}") ? brackets.partner(end) : -1;
        return open > 0 && tokens.get(open - 1).is("try");
    }

    /**
     * The white space the next line starts with: the last line's, one step deeper if it leaves a bracket open or wants
     * a body.
     */
    public static String indent(String source) {
        String line = source.stripTrailing();
        line = line.substring(line.lastIndexOf('\n') + 1);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        Unfinished text = new Unfinished(line);
        boolean deeper = text.end >= 0
                && (text.isInBrackets()
                        || Set.of("{", "->").contains(text.tokens.get(text.end).text())
                        || line.endsWith(")"));
        return deeper ? indent + INDENT : indent;
    }
}
