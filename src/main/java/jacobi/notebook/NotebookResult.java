package jacobi.notebook;

import static jacobi.language.Say.say;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the run of one notebook ended.
 *
 * @param file the notebook
 * @param cells its code cells in order; none if it did not run
 * @param time from starting the kernel to the last cell
 * @param problems what went wrong with the notebook as a whole
 */
public record NotebookResult(Path file, List<CellResult> cells, Duration time, List<Problem> problems) {

    public NotebookResult {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** A run without a problem but those of its cells. */
    public NotebookResult(Path file, List<CellResult> cells, Duration time) {
        this(file, cells, time, List.of());
    }

    /** What can go wrong with a whole notebook. */
    public enum Trouble {
        /** The file is damaged, or nothing here may run it. */
        UNREADABLE("notebook.trouble.not-read"),
        /** No kernel could start, or the run itself broke off. */
        NO_KERNEL("notebook.trouble.no-kernel"),
        /** It ran, and the executed notebook could not be written. */
        UNSAVED("notebook.trouble.not-saved");

        private final String key;

        Trouble(String key) {
            this.key = key;
        }

        /** Two words for a table. */
        public String words() {
            return say(key);
        }
    }

    /**
     * Something that went wrong.
     *
     * @param message one line with the place and the fix
     */
    public record Problem(Trouble trouble, String message) {}

    /** A notebook of which no cell ran. */
    public static NotebookResult notRun(Path file, Trouble trouble, String why) {
        return new NotebookResult(file, List.of(), Duration.ZERO, List.of(new Problem(trouble, why)));
    }

    /** The same, with one problem more. */
    public NotebookResult with(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new NotebookResult(file, cells, time, all);
    }

    public boolean has(Trouble trouble) {
        return problems.stream().anyMatch(problem -> problem.trouble() == trouble);
    }

    /** The cells that did not end well. */
    public List<CellResult> bad() {
        return cells.stream().filter(cell -> !cell.isGood()).toList();
    }

    /** The exercises that were checked, in order. */
    public List<CheckedExercise> exercises() {
        return cells.stream().flatMap(cell -> cell.exercises().stream()).toList();
    }

    public long count(CellResult.State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    public long count(CellResult.Note note) {
        return cells.stream().filter(cell -> cell.notes().contains(note)).count();
    }
}
