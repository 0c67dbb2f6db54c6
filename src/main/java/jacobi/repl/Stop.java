package jacobi.repl;

import jacobi.repl.weaving.Run;

/** Whom a request to stop reaches: nobody between cells, a cell before it runs while it compiles, else what it runs. */
final class Stop {
    private boolean evaluating;
    private boolean requested;
    private Run run;

    /** A cell begins. */
    synchronized void begin() {
        evaluating = true;
        requested = false;
    }

    /** The cell begins to run code; throws if it was told to stop before. */
    synchronized void running(Run started) {
        if (requested) {
            throw Run.stopped();
        }
        run = started;
    }

    /** The code has ended; the cell may have more. */
    synchronized void ran() {
        run = null;
    }

    synchronized boolean isEvaluating() {
        return evaluating;
    }

    synchronized void request() {
        requested = evaluating;
        if (run != null) {
            run.stop();
        }
    }

    /** The cell has ended. */
    synchronized void end() {
        evaluating = false;
    }
}
