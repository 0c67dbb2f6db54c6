package jacobi.notebook;

import jacobi.notebook.CellResult.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs notebooks as nbclient does: every code cell in order, in one fresh kernel a notebook, outputs gathered into the
 * notebook.
 *
 * <p>Cells tagged {@code skip-execution} and empty ones keep what they have. An error ends the run, unless errors are
 * allowed or the cell is tagged {@code raises-exception}. Requests for input are refused.
 *
 * @param timeout the longest a cell may run; zero for no limit
 * @param allowErrors whether to go on after a cell that failed
 * @param maxOutput how many characters of output are kept of one cell
 */
public record NotebookRunner(Duration timeout, boolean allowErrors, long maxOutput) {
    /** Sees a run go on, from the thread that runs it. */
    public interface Progress {
        /**
         * A code cell begins.
         *
         * @param cell its position among all cells of the notebook, from 1
         */
        void begins(int cell);

        /** The cell that began last has ended, or was passed over. */
        void ended(CellResult result);
    }

    /**
     * Runs a notebook, which is modified: outputs, counts and what it says of the kernel are those of this run.
     *
     * @param file the notebook's name in the result
     * @param workingFolder where its cells find relative paths
     * @throws KernelDiedException if the kernel cannot start; one that dies later is part of the result
     */
    public NotebookResult run(Notebook notebook, Path file, KernelSpec kernel, Path workingFolder, Progress progress)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<CellResult> results = new ArrayList<>();
        try (NotebookSession session =
                NotebookSession.open(Launch.plain(kernel, workingFolder, file), timeout, maxOutput)) {
            // Not before the kernel is there: a notebook that cannot run keeps what it has.
            notebook.cells().stream().filter(NotebookRunner::isRun).forEach(NotebookCell::clear);
            notebook.madeBy(session.info());
            boolean goesOn = true;
            int number = 0;
            for (NotebookCell cell : notebook.cells()) {
                number++;
                if (!cell.isCode()) {
                    continue;
                }
                progress.begins(number);
                CellResult result = goesOn && isRun(cell)
                        ? session.run(cell, number, allowErrors || cell.hasTag("raises-exception"))
                        : CellResult.skipped(number, cell.source());
                goesOn &= result.isGood() || result.state() == State.FAILED && allowErrors;
                results.add(result);
                progress.ended(result);
            }
        }
        return new NotebookResult(file, results, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean isRun(NotebookCell cell) {
        return cell.isCode() && !cell.source().isBlank() && !cell.hasTag("skip-execution");
    }
}
