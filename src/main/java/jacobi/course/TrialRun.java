package jacobi.course;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Todo;
import jacobi.notebook.CellResult;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs a notebook in a kernel of its own to see what its exercises earn. */
final class TrialRun {
    /** For a cell: long enough for training in a chapter, short enough for a loop without end. */
    private static final Duration CELL = Duration.ofMinutes(10);

    private static final long OUTPUT = 50_000_000;

    private TrialRun() {}

    /**
     * What became of a code cell.
     *
     * @param number its place in the notebook, from 1
     * @param error one line; empty where it ran
     * @param card of the exercise it checked, if it did
     */
    record Ran(int number, NotebookCell cell, String error, Optional<CardResult> card) {
        boolean failed() {
            return !error.isEmpty();
        }

        /** Whether it failed since it needs an answer that is still to be written. */
        boolean isUnwritten() {
            return error.startsWith(Todo.FAILURE + ":");
        }

        String where(String file) {
            return say("course.cell", "file", file, "number", number);
        }
    }

    /**
     * Runs all cells, also after one that fails.
     *
     * @param notebook modified: it has its outputs afterwards
     * @param folder where its cells find relative paths, the exercises among them
     * @return its code cells by their numbers
     */
    static Map<Integer, Ran> of(Notebook notebook, Path file, Path folder, KernelSpec kernel)
            throws IOException, InterruptedException {
        NotebookRunner runner = new NotebookRunner(CELL, true, OUTPUT);
        NotebookResult result = runner.run(notebook, file, kernel, folder, new NotebookRunner.Progress() {
            @Override
            public void begins(int cell) {}

            @Override
            public void ended(CellResult cell) {}
        });
        Map<Integer, Ran> cells = new LinkedHashMap<>();
        for (CellResult ran : result.cells()) {
            NotebookCell cell = notebook.cells().get(ran.cell() - 1);
            String error = ran.isGood() ? "" : ran.error();
            cells.put(ran.cell(), new Ran(ran.cell(), cell, error, CardResult.of(cell)));
        }
        return cells;
    }
}
