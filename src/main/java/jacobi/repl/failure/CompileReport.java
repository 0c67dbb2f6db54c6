package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.source.Cell;
import jacobi.repl.source.Lexer;
import jacobi.repl.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a cell does not compile: every error with its line and a caret, in plain words. */
public final class CompileReport {
    public static final String NAME = "CompilationError";
    private static final String NOT_STATEMENT = "compiler.err.not.stmt";

    private CompileReport() {}

    /**
     * @param errors in positions of {@code cell}
     * @param words what is known of the session's names, for suggestions
     */
    public static Failure of(Cell cell, List<Diagnostic> errors, PlainWords words) {
        Map<String, Diagnostic> distinct = new LinkedHashMap<>();
        errors.forEach(error -> distinct.putIfAbsent(error.position() + error.code(), error));
        if (distinct.values().stream().anyMatch(error -> !error.code().equals(NOT_STATEMENT))) {
            distinct.values().removeIf(error -> isValue(error, cell));
        }
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diagnostic error : distinct.values()) {
            String text = words.of(error, cell.source());
            if (first == null) {
                int more = distinct.size() - 1;
                first = "line " + cell.line(error.position()) + ": "
                        + text.lines().findFirst().orElse("")
                        + (more == 0 ? "" : more == 1 ? " (and one more error)" : " (and " + more + " more errors)");
            }
            show(cell, error, text, lines);
        }
        return new Failure(NAME, first == null ? "" : first, lines);
    }

    /**
     * Whether javac takes a cell's value for a statement, as it does where the line before it has no semicolon: nothing
     * ends it before the cell does.
     */
    private static boolean isValue(Diagnostic error, Cell cell) {
        if (!error.code().equals(NOT_STATEMENT)) {
            return false;
        }
        int depth = 0;
        for (Token token : Lexer.tokens(cell.source().substring(error.start()))) {
            depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
            if (depth < 0 || depth == 0 && token.is(";")) {
                return false;
            }
        }
        return true;
    }

    private static void show(Cell cell, Diagnostic error, String text, List<String> lines) {
        int number = cell.line(error.position());
        String line = cell.lineText(number);
        int lineStart = cell.source().lastIndexOf('\n', Math.max(0, error.position() - 1)) + 1;
        if (error.position() < cell.source().length()
                && error.position() > 0
                && cell.source().charAt(error.position()) == '\n'
                && cell.source().charAt(error.position() - 1) == '\n') {
            lineStart = error.position();
        }
        int caret = Math.min(Math.max(0, error.position() - lineStart), line.length());
        int from = Math.max(0, error.start() - lineStart);
        int to = Math.max(Math.min(error.end() - lineStart, line.length()), caret + 1);
        boolean operator = from < caret && error.start() >= lineStart;
        String marks = operator
                ? blank(line, from) + "~".repeat(caret - from) + "^" + "~".repeat(Math.max(0, to - caret - 1))
                : blank(line, caret) + "^".repeat(Math.max(1, to - caret));
        String where = cell.number() > 0 ? "cell [" + cell.number() + "], line " + number : "line " + number;
        lines.add(Ink.error(NAME) + " in " + Ink.place(where) + ":");
        lines.add("    " + line);
        lines.add("    " + Ink.caret(marks));
        text.lines().forEach(lines::add);
    }

    /** White space as wide as the line up to a column, tabs kept. */
    private static String blank(String line, int column) {
        StringBuilder blank = new StringBuilder();
        for (int i = 0; i < column; i++) {
            blank.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return blank.toString();
    }
}
