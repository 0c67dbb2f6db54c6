package jacobi.repl.running;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Whom a request to stop reaches: nobody between cells, a cell before it runs while it compiles, else what it runs.
 * Cells of subshells, and handlers a page calls, run beside one another, each on a thread of its own; a request reaches
 * all.
 */
public final class Stop {
    private static final StackTraceElement[] NOWHERE = {};

    /** A cell that is being evaluated. */
    private static final class Cell {
        /** Whether it is a cell, and not something that is told of one. */
        private final boolean begun;

        private boolean requested;
        private Run run;
        /** Why the run was stopped, where nobody asked for it; it names the line that ran. */
        private OutOfMemoryError exhaustion;
        /** To be that when it happens: there will be no memory to make one. */
        private final OutOfMemoryError prepared = exhausted();

        Cell(boolean begun) {
            this.begun = begun;
        }
    }

    private final Map<Thread, Cell> cells = new HashMap<>();
    /** Threads whose cells nobody waits for any more. */
    private final Set<Thread> left = Collections.newSetFromMap(new WeakHashMap<>());

    private volatile boolean evaluating;
    /** When the latest cell began, by the clock of nanoseconds; kept where none runs any more. */
    private volatile long latest;

    private volatile boolean closed;
    private volatile boolean ownsProcess;
    /** Where the running code was when the heap was seen to fill. */
    private StackTraceElement[] where = NOWHERE;

    /** The process is there for this session alone. */
    public void ownProcess() {
        ownsProcess = true;
    }

    /** Whether the process may be ended where nothing else helps; else it is somebody else's, too. */
    public boolean ownsProcess() {
        return ownsProcess;
    }

    /** A cell begins. */
    public synchronized void begin() {
        cells.put(Thread.currentThread(), new Cell(true));
        latest = System.nanoTime();
        evaluating = true;
        notifyAll();
    }

    /** Waits until a cell is being evaluated, no longer than {@code millis}. */
    synchronized void awaitCell(int millis) throws InterruptedException {
        if (!evaluating && !closed) {
            wait(millis);
        }
    }

    /** Waits for nobody, as {@link #isEvaluating}. */
    boolean isClosed() {
        return closed;
    }

    /** Notes where the running code is: an error thrown when there is no memory left does not say it. */
    synchronized void noteWhere() {
        for (Cell cell : cells.values()) {
            if (cell.run != null) {
                where = cell.run.stackTrace();
            }
        }
    }

    /** The error, with the place noted last where it names none itself. */
    public synchronized OutOfMemoryError placed(OutOfMemoryError thrown) {
        if (thrown.getStackTrace().length == 0 && where.length > 0) {
            OutOfMemoryError placed = new OutOfMemoryError(thrown.getMessage());
            placed.setStackTrace(where);
            return placed;
        }
        return thrown;
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Stops the running code, which has used up the heap and does not know yet. */
    public synchronized void outOfMemory() {
        for (Cell cell : cells.values()) {
            if (cell.run != null && cell.exhaustion == null) {
                cell.prepared.setStackTrace(where);
                try {
                    // Before it is stopped: then it is elsewhere.
                    cell.prepared.setStackTrace(cell.run.stackTrace());
                } catch (OutOfMemoryError e) {
                    // Where it was has been noted before.
                }
                cell.exhaustion = cell.prepared;
                try {
                    cell.run.stop();
                } catch (OutOfMemoryError e) {
                    // Its checks throw all the same.
                }
            }
        }
    }

    private static OutOfMemoryError exhausted() {
        OutOfMemoryError error = new OutOfMemoryError("no room is left, and the garbage collector finds none");
        error.setStackTrace(NOWHERE);
        return error;
    }

    /** What ended the code this thread ran last, if it was exhausted memory, told once; else null. */
    public synchronized OutOfMemoryError exhaustion() {
        Cell cell = here();
        OutOfMemoryError told = cell == null ? null : cell.exhaustion;
        if (told != null) {
            cell.exhaustion = null;
        }
        return told;
    }

    /** The cell begins to run code; throws if it was told to stop before. */
    public synchronized void running(Run started) {
        Cell cell = here();
        if (isLeft() || cell != null && cell.requested) {
            throw Run.stopped();
        }
        if (cell == null) {
            cell = new Cell(false);
            cells.put(Thread.currentThread(), cell);
        }
        cell.run = started;
        cell.exhaustion = null;
        where = NOWHERE;
    }

    /** Whether this thread runs code of a cell. */
    public synchronized boolean isRunningHere() {
        Cell cell = here();
        return cell != null && cell.run != null && cell.run.isOn(Thread.currentThread());
    }

    /** The code has ended; the cell may have more. */
    public synchronized void ran() {
        Cell cell = here();
        if (cell != null) {
            cell.run = null;
            if (!cell.begun) {
                ended(Thread.currentThread());
            }
        }
    }

    private Cell here() {
        return cells.get(Thread.currentThread());
    }

    private boolean isLeft() {
        return left.contains(Thread.currentThread());
    }

    /** Nobody waits any more for what a thread evaluates. A cell was told to stop before, all else is told now. */
    public synchronized void leaveBehind(Thread thread) {
        left.add(thread);
        Cell cell = cells.get(thread);
        if (cell != null && !cell.begun && cell.run != null) {
            cell.run.stop();
        }
        if (cell != null && cell.run != null) {
            cell.run.leave();
        }
        ended(thread);
    }

    /** Whether a cell began in the last so many milliseconds, and runs. Waits for nobody. */
    boolean hasBegunWithin(int millis) {
        return evaluating && System.nanoTime() - latest < millis * 1_000_000L;
    }

    public boolean isEvaluating() {
        return evaluating;
    }

    /** Stops all that is evaluated now. */
    public synchronized void request() {
        for (Cell cell : cells.values()) {
            cell.requested = true;
            if (cell.run != null) {
                cell.run.stop();
            }
        }
    }

    /** The cell has ended. */
    public synchronized void end() {
        ended(Thread.currentThread());
    }

    private void ended(Thread thread) {
        cells.remove(thread);
        boolean begun = false;
        for (Cell cell : cells.values()) {
            begun |= cell.begun;
        }
        evaluating = begun;
    }
}
