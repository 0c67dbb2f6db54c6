package jacobi.notebook;

import static jacobi.language.Say.say;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How one code cell of a run ended.
 *
 * @param cell the cell's position among all cells of the notebook, from 1
 * @param source the cell as it was run
 * @param state how it ended
 * @param time from request to idle
 * @param error one line, empty if there was none
 * @param details the traceback, or the differences that {@code --compare} found; line by line, with ANSI colours
 * @param notes what else there is to know
 * @param exercises what was checked in it
 */
public record CellResult(
        int cell,
        String source,
        State state,
        Duration time,
        String error,
        List<String> details,
        Set<Note> notes,
        List<CheckedExercise> exercises) {

    public CellResult {
        details = List.copyOf(details);
        notes = Set.copyOf(notes);
        exercises = List.copyOf(exercises);
    }

    public CellResult(int cell, String source, State state, Duration time, String error, List<String> details) {
        this(cell, source, state, time, error, details, Set.of(), List.of());
    }

    /** What does not make a cell bad, but is not to go unsaid. */
    public enum Note {
        /** It showed more than a cell may, and what came after that is not in the notebook. */
        CUT,
        /** It has stored outputs that nothing was compared with. */
        NOT_COMPARED
    }

    /** The ways a cell can end, from good to worst. */
    public enum State {
        /** It ran, or raised an error that its tag {@code raises-exception} or {@code --allow-errors} allows. */
        RAN,
        /** Tagged {@code skip-execution}, empty, or after the cell that ended the run. */
        SKIPPED,
        /** It ran, and what it showed differs from what is stored. */
        DIFFERS,
        FAILED,
        TIMED_OUT,
        KERNEL_DIED
    }

    static CellResult skipped(int cell, String source) {
        return new CellResult(cell, source, State.SKIPPED, Duration.ZERO, "", List.of());
    }

    CellResult differing(List<String> differences) {
        return new CellResult(
                cell, source, State.DIFFERS, time, say("notebook.compare.differs"), differences, notes, exercises);
    }

    CellResult with(Note note) {
        Set<Note> all = new HashSet<>(notes);
        all.add(note);
        return new CellResult(cell, source, state, time, error, details, all, exercises);
    }

    CellResult with(List<CheckedExercise> checked) {
        return new CellResult(cell, source, state, time, error, details, notes, checked);
    }

    public boolean isGood() {
        return state == State.RAN || state == State.SKIPPED;
    }

    /** The first line of the source that says something, to know the cell by. */
    public String title() {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
