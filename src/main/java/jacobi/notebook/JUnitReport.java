package jacobi.notebook;

import static jacobi.language.Say.say;

import jacobi.notebook.JUnitXml.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of a run in the XML form of JUnit: a suite a notebook, a case a cell, and one an exercise where asked.
 */
public final class JUnitReport {
    private JUnitReport() {}

    /**
     * Writes a report, making missing folders.
     *
     * @param exercises whether the exercises that were checked have cases of their own
     * @throws NotebookException if the place is not writable
     */
    public static void write(Path file, List<NotebookResult> results, boolean exercises) throws NotebookException {
        JUnitXml.write(
                file, results.stream().map(result -> suite(result, exercises)).toList());
    }

    private static JUnitXml.Suite suite(NotebookResult result, boolean exercises) {
        List<JUnitXml.Case> cases = new ArrayList<>();
        for (NotebookResult.Problem problem : result.problems()) {
            cases.add(new JUnitXml.Case(
                    problem.trouble().words(), 0, Ending.ERROR, problem.message(), "", problem.message()));
        }
        for (CellResult cell : result.cells()) {
            cases.add(cell(cell));
            if (exercises) {
                cell.exercises().forEach(exercise -> cases.add(exercise(exercise)));
            }
        }
        return new JUnitXml.Suite(result.file().toString(), seconds(result.time()), cases);
    }

    private static JUnitXml.Case cell(CellResult cell) {
        String name = say("notebook.report.cell", "number", cell.cell(), "title", cell.title());
        double seconds = seconds(cell.time());
        String text = cell.source() + "\n\n" + String.join("\n", cell.details());
        return switch (cell.state()) {
            case RAN -> new JUnitXml.Case(name, seconds, Ending.PASSED, "", "", "");
            case SKIPPED ->
                new JUnitXml.Case(
                        name,
                        seconds,
                        Ending.SKIPPED,
                        cell.notes().contains(CellResult.Note.NOT_COMPARED) ? say("notebook.report.not-compared") : "",
                        "",
                        "");
            case FAILED, DIFFERS ->
                new JUnitXml.Case(
                        name,
                        seconds,
                        Ending.FAILURE,
                        cell.error(),
                        cell.state().name(),
                        text);
            case TIMED_OUT, KERNEL_DIED ->
                new JUnitXml.Case(
                        name, seconds, Ending.ERROR, cell.error(), cell.state().name(), text);
        };
    }

    private static JUnitXml.Case exercise(CheckedExercise exercise) {
        return new JUnitXml.Case(
                say("notebook.report.exercise", "id", exercise.id()),
                0,
                exercise.passed() ? Ending.PASSED : Ending.FAILURE,
                exercise.passed() ? "" : exercise.card().lines().findFirst().orElse(""),
                exercise.attempted() ? "WRONG" : "NOT_ATTEMPTED",
                exercise.card());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
