package jacobi.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the run of one notebook ended.
 *
 * @param file the notebook
 * @param cells its code cells in order
 * @param time from starting the kernel to the last cell
 * @param startError why no kernel could start, or an empty string
 */
public record NotebookResult(Path file, List<CellResult> cells, Duration time, String startError) {

    public NotebookResult {
        cells = List.copyOf(cells);
    }

    /** A run that ended before its first cell. */
    public static NotebookResult notStarted(Path file, String why) {
        return new NotebookResult(file, List.of(), Duration.ZERO, why);
    }

    /** The cells that did not end well. */
    public List<CellResult> bad() {
        return cells.stream().filter(cell -> !cell.isGood()).toList();
    }

    public long count(CellResult.State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }
}
