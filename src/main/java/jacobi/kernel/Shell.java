package jacobi.kernel;

import jacobi.wire.FaultLog;

/** One queue of shell requests and the thread cells of it run on: the main shell, a subshell, or that of comms. */
final class Shell implements AutoCloseable {
    private final Lane lane;
    private final CellThread thread = new CellThread();
    /** Whether cells that waited while one failed are being answered. */
    private volatile boolean aborting;

    /** @param ended called when its thread ends though nobody has closed it */
    Shell(String name, FaultLog faults, Runnable ended) {
        lane = new Lane(name, faults, ended);
    }

    Lane lane() {
        return lane;
    }

    CellThread thread() {
        return thread;
    }

    boolean isAborting() {
        return aborting;
    }

    void aborting(boolean abort) {
        aborting = abort;
    }

    /** Ends after the request it is at; does not wait. */
    @Override
    public void close() {
        lane.close();
        thread.close();
    }
}
