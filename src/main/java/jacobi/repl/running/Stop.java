package jacobi.repl.running;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Whom a request to stop reaches: nobody between cells, a cell before it runs while it compiles, else what it runs. */
public final class Stop {
    private static final StackTraceElement[] NOWHERE = {};

    /** The thread that evaluates a cell, or null. */
    private volatile Thread evaluating;
    /** Threads whose cells nobody waits for any more. */
    private final Set<Thread> left = Collections.newSetFromMap(new WeakHashMap<>());

    private boolean requested;
    private volatile boolean closed;
    private Run run;
    /** Why the run was stopped, where nobody asked for it; it names the line that ran. */
    private OutOfMemoryError exhaustion;
    /** To be that when it happens: there will be no memory to make one. */
    private OutOfMemoryError prepared = exhausted();
    /** Where the running code was when the heap was seen to fill. */
    private StackTraceElement[] where = NOWHERE;

    /** A cell begins. */
    public synchronized void begin() {
        evaluating = Thread.currentThread();
        requested = false;
        prepared = exhausted();
        notifyAll();
    }

    /** Waits until a cell is being evaluated, no longer than {@code millis}. */
    synchronized void awaitCell(int millis) throws InterruptedException {
        if (evaluating == null && !closed) {
            wait(millis);
        }
    }

    /** Waits for nobody, as {@link #isEvaluating}. */
    boolean isClosed() {
        return closed;
    }

    /** Notes where the running code is: an error thrown when there is no memory left does not say it. */
    synchronized void noteWhere() {
        if (run != null) {
            where = run.stackTrace();
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
        if (run != null && exhaustion == null) {
            exhaustion = prepared;
            try {
                run.stop();
                exhaustion.setStackTrace(run.stackTrace());
            } catch (OutOfMemoryError e) {
                // Its checks throw all the same, and where it was has been noted before.
            }
        }
    }

    private static OutOfMemoryError exhausted() {
        OutOfMemoryError error = new OutOfMemoryError("no room is left, and the garbage collector finds none");
        error.setStackTrace(NOWHERE);
        return error;
    }

    /** What ended the code that ran last, if it was exhausted memory, told once; else null. */
    public synchronized OutOfMemoryError exhaustion() {
        OutOfMemoryError told = exhaustion;
        exhaustion = null;
        return told;
    }

    /** The cell begins to run code; throws if it was told to stop before. */
    public synchronized void running(Run started) {
        if (requested || isLeft()) {
            throw Run.stopped();
        }
        run = started;
        exhaustion = null;
        where = NOWHERE;
    }

    /** Whether this thread runs code of a cell. */
    public synchronized boolean isRunningHere() {
        return run != null && run.isOn(Thread.currentThread());
    }

    /** The code has ended; the cell may have more. */
    public synchronized void ran() {
        if (!isLeft()) {
            run = null;
        }
    }

    private boolean isLeft() {
        return left.contains(Thread.currentThread());
    }

    /** Nobody waits any more for what {@code thread} evaluates. */
    public synchronized void leaveBehind(Thread thread) {
        left.add(thread);
        if (evaluating == thread) {
            evaluating = null;
            run = null;
        }
    }

    public boolean isEvaluating() {
        return evaluating != null;
    }

    public synchronized void request() {
        requested = evaluating != null;
        if (run != null) {
            run.stop();
        }
    }

    /** The cell has ended. */
    public synchronized void end() {
        if (!isLeft()) {
            evaluating = null;
        }
    }
}
