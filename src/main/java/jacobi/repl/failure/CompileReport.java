package jacobi.repl.failure;

import jacobi.notation.Diagnostic;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.source.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a cell does not compile: every error with its line and a caret, in plain words. */
public final class CompileReport {
    public static final String NAME = "CompilationError";

    private CompileReport() {}

    /**
     * @param errors in positions of {@code cell}
     * @param words what is known of the session's names, for suggestions
     */
    public static Failure of(Cell cell, List<Diagnostic> errors, PlainWords words) {
        Map<String, Diagnostic> distinct = new LinkedHashMap<>();
        errors.forEach(error -> distinct.putIfAbsent(error.position() + error.code(), error));
        List<Diagnostic> shown = withoutConsequences(cell, distinct.values());
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diagnostic error : shown) {
            String text = PythonHabits.line(lineOf(cell, error)).orElseGet(() -> words.of(error, cell.source()));
            if (first == null) {
                int more = shown.size() - 1;
                first = "line " + cell.line(error.position()) + ": "
                        + text.lines().findFirst().orElse("")
                        + (more == 0 ? "" : more == 1 ? " (and one more error)" : " (and " + more + " more errors)");
            }
            show(cell, error, text, lines);
        }
        return new Failure(NAME, first == null ? "" : first, lines);
    }

    private static String lineOf(Cell cell, Diagnostic error) {
        return cell.lineText(cell.line(error.position()));
    }

    /**
     * Of a line of Python only the first error, and none of the block it opens: they all have one reason. So have all
     * places of a name nobody knows.
     */
    private static List<Diagnostic> withoutConsequences(Cell cell, Collection<Diagnostic> errors) {
        List<Diagnostic> kept = new ArrayList<>();
        int python = 0;
        String opening = null;
        Set<String> unknown = new HashSet<>();
        for (Diagnostic error : errors) {
            int number = cell.line(error.position());
            String line = cell.lineText(number);
            boolean inside = opening != null && (line.isBlank() || indent(line) > indent(opening));
            if (number == python || inside || isUnknown(error) && !unknown.add(text(cell, error))) {
                continue;
            }
            opening = null;
            if (PythonHabits.line(line).isPresent()) {
                python = number;
                opening = PythonHabits.opensBlock(line) ? line : null;
            }
            kept.add(error);
        }
        return kept;
    }

    private static boolean isUnknown(Diagnostic error) {
        return error.code().startsWith("compiler.err.cant.resolve");
    }

    /** What is at fault and what is said of it: a name may be a variable's and a method's. */
    private static String text(Cell cell, Diagnostic error) {
        int end = Math.min(error.end(), cell.source().length());
        return cell.source().substring(Math.min(error.start(), end), end) + error.message();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
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
