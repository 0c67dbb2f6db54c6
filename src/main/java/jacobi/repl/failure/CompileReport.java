package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.language.Width;
import jacobi.notation.Diagnostic;
import jacobi.notation.FloorDivision;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.javac.CompileError;
import jacobi.source.Cell;
import java.util.ArrayList;
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
        List<Diagnostic> shown = Reasons.of(cell, NamedArguments.calls(cell, distinct.values(), words));
        List<String> lines = new ArrayList<>();
        Set<String> said = new HashSet<>();
        String first = null;
        for (Diagnostic error : shown) {
            String text = words.of(error, cell.source());
            text += PythonHabits.line(lineOf(cell, error), error)
                    .map(habit -> "\n" + habit)
                    .orElse("");
            text += division(cell, error, words);
            if (!said.add(cell.line(error.position()) + text)) {
                continue;
            }
            if (first == null) {
                int more = shown.size() - 1;
                String line = say(
                        "compile.first",
                        "line",
                        cell.line(error.position()),
                        "text",
                        text.lines().findFirst().orElse(""));
                first = (cell.file() == null ? "" : cell.file() + ", ")
                        + (more == 0 ? line : say("compile.more", "first", line, "more", more));
            }
            show(cell, error, text, lines);
        }
        return new Failure(NAME, first == null ? "" : first, lines);
    }

    /**
     * Names the signs of another keyboard in a cell.
     *
     * @param compiles whether the cell compiles with Java's: it is offered whole then
     */
    public static Failure of(Cell cell, FullWidth signs, boolean compiles, PlainWords words) {
        Failure failure = of(cell, signs.errors(), words);
        if (!compiles) {
            return failure;
        }
        List<String> lines = new ArrayList<>(failure.traceback());
        lines.add(say("compile.full-width.offer"));
        lines.addAll(signs.source().lines().toList());
        return new Failure(failure.ename(), failure.evalue(), lines);
    }

    /** Tells of a cell that was not compiled at all. */
    public static Failure of(String message) {
        return new Failure(NAME, message, List.of(Ink.error(NAME) + ": " + message));
    }

    /** A line about Python's {@code //} where it leaves the parser without the rest of a line. */
    private static String division(Cell cell, Diagnostic error, PlainWords words) {
        int line = cell.line(error.position());
        return FloorDivision.of(cell.source(), words::isVariable)
                .filter(division ->
                        CompileError.isSyntax(error.code()) && (division.line() == line || division.line() == line - 1))
                .map(division -> "\n" + division.note() + ".")
                .orElse("");
    }

    private static String lineOf(Cell cell, Diagnostic error) {
        return cell.lineText(cell.line(error.position()));
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
        String where =
                cell.number() > 0 || cell.file() != null ? cell.place(number) : say("compile.line", "line", number);
        lines.add(say("compile.in", "error", Ink.error(NAME), "place", Ink.place(where)));
        lines.add("    " + line);
        lines.add("    " + Ink.caret(marks));
        text.lines().forEach(lines::add);
    }

    /** White space as wide as the line up to a column, tabs kept. */
    private static String blank(String line, int column) {
        StringBuilder blank = new StringBuilder();
        for (int i = 0; i < column; i++) {
            char above = i < line.length() ? line.charAt(i) : ' ';
            // The ideographic space is as wide as the signs of Chinese.
            blank.append(above == '\t' ? '\t' : Width.of(above) == 2 ? '\u3000' : ' ');
        }
        return blank.toString();
    }
}
