package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.language.Ansi;
import jacobi.language.Width;
import jacobi.notebook.CellResult;
import jacobi.notebook.CellResult.State;
import jacobi.notebook.CheckedExercise;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookResult.Trouble;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run comes to: the cells that went wrong, a table, and the exit code.
 *
 * @param allowErrors whether failed cells count as run
 * @param compared whether stored outputs were compared
 * @param exercises whether exercises count
 */
record RunSummary(List<NotebookResult> results, boolean allowErrors, boolean compared, boolean exercises) {

    /** Prints each bad cell with its traceback to {@code err}, then the table to {@code out}. */
    void print(PrintWriter out, PrintWriter err) {
        for (NotebookResult result : results) {
            for (NotebookResult.Problem problem : result.problems()) {
                // What could not be read was told before the others ran.
                if (problem.trouble() != Trouble.UNREADABLE) {
                    err.println("jacobi: " + problem.message());
                }
            }
            for (CellResult cell : result.cells()) {
                if (cell.notes().contains(CellResult.Note.CUT)) {
                    err.println(say("command.run.cut", "file", result.file(), "cell", cell.cell()));
                }
                if (!cell.isGood()) {
                    explain(result, cell, err);
                }
                if (exercises) {
                    cell.exercises().stream()
                            .filter(exercise -> !exercise.passed())
                            .forEach(exercise -> err.println(say(
                                    "command.run.cell-error",
                                    "file",
                                    result.file(),
                                    "cell",
                                    cell.cell(),
                                    "error",
                                    exercise.card())));
                }
            }
        }
        err.flush();
        table(out);
        out.flush();
    }

    private static void explain(NotebookResult result, CellResult cell, PrintWriter err) {
        err.println(say("command.run.cell-error", "file", result.file(), "cell", cell.cell(), "error", cell.error()));
        cell.source().lines().forEach(line -> err.println("    | " + line));
        cell.details().forEach(line -> err.println("    " + colours(line)));
        err.println();
    }

    /** The line as it is on a terminal, without its colours elsewhere or when the user asks so (no-color.org). */
    private static String colours(String line) {
        boolean wanted = System.console() != null && System.getenv("NO_COLOR") == null;
        return wanted ? line : Ansi.removed(line);
    }

    private void table(PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                say("command.run.notebook"),
                say("command.run.cells"),
                say("command.run.seconds"),
                say("command.run.errors"),
                say("command.run.not-compared"),
                say("command.run.exercises")));
        for (NotebookResult result : results) {
            String problems = result.problems().stream()
                    .map(problem -> problem.trouble().words())
                    .collect(Collectors.joining(", "));
            int bad = result.bad().size();
            rows.add(row(
                    result.file().toString(),
                    Long.toString(result.cells().size() - result.count(State.SKIPPED)),
                    String.format(Locale.ROOT, "%.1f", result.time().toMillis() / 1000.0),
                    problems.isEmpty()
                            ? Integer.toString(bad)
                            : bad == 0
                                    ? problems
                                    : say("command.run.errors-and-problems", "errors", bad, "problems", problems),
                    Long.toString(result.count(CellResult.Note.NOT_COMPARED)),
                    say(
                            "command.run.right",
                            "right",
                            result.exercises().stream()
                                    .filter(CheckedExercise::passed)
                                    .count(),
                            "all",
                            result.exercises().size())));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0)).append(" ".repeat(widths[0] - width(row.get(0))));
            for (int i = 1; i < widths.length; i++) {
                line.append("  ")
                        .append(" ".repeat(widths[i] - width(row.get(i))))
                        .append(row.get(i));
            }
            out.println(line);
        }
    }

    private List<String> row(
            String notebook, String cells, String seconds, String errors, String notCompared, String right) {
        List<String> row = new ArrayList<>(List.of(notebook, cells, seconds, errors));
        if (compared) {
            row.add(notCompared);
        }
        if (exercises) {
            row.add(right);
        }
        return row;
    }

    /** Columns of a terminal: Chinese characters take two. */
    private static int width(String text) {
        return Width.of(text);
    }

    int exitCode() {
        if (any(Trouble.NO_KERNEL) || any(State.KERNEL_DIED)) {
            return ExitCode.KERNEL_DIED;
        }
        if (any(Trouble.UNREADABLE) || any(Trouble.UNSAVED)) {
            return ExitCode.USAGE;
        }
        if (any(State.TIMED_OUT)) {
            return ExitCode.TIMEOUT;
        }
        boolean wrong = exercises
                && results.stream()
                        .flatMap(result -> result.exercises().stream())
                        .anyMatch(exercise -> !exercise.passed());
        return wrong || any(State.DIFFERS) || any(State.FAILED) && !allowErrors ? ExitCode.CELL_FAILED : ExitCode.OK;
    }

    private boolean any(Trouble trouble) {
        return results.stream().anyMatch(result -> result.has(trouble));
    }

    private boolean any(State state) {
        return results.stream().anyMatch(result -> result.count(state) > 0);
    }
}
