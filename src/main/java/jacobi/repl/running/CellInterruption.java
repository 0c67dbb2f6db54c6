package jacobi.repl.running;

/**
 * Unwinds a cell that was told to stop. An {@link Error}, so that the cell's own {@code catch (Exception e)} lets it
 * by.
 */
public final class CellInterruption extends Error {
    private static final long serialVersionUID = 1;

    /** For where there is no memory to make one. */
    static final CellInterruption WITHOUT_MEMORY = new CellInterruption();

    CellInterruption() {
        super("interrupted");
    }

    /** @param at where the code was when it was stopped */
    CellInterruption(StackTraceElement[] at) {
        this();
        setStackTrace(at);
    }
}
