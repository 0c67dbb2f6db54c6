package jacobi.repl.weaving;

import java.util.concurrent.ForkJoinPool;

/** One execution of code on a thread, which another thread may stop. */
public final class Run {
    private static final long STRAGGLERS_MILLIS = 400;
    private static final long LINGER_MILLIS = 3_000;

    private final Thread thread;
    private final Work work = Work.of(this);
    private Workers workers;
    private volatile boolean stopped;
    private volatile boolean over;

    private Run(Thread thread) {
        this.thread = thread;
    }

    /** What a run that was stopped before it began would have thrown. */
    public static CellInterruption stopped() {
        return new CellInterruption();
    }

    /** Code that may throw anything. */
    public interface Code {
        void run() throws Throwable;
    }

    /** Prepares a run on this thread. */
    public static Run here() {
        return new Run(Thread.currentThread());
    }

    /**
     * Runs {@code code} to its end.
     *
     * @throws CellInterruption if it was stopped, whatever it threw itself, with the stack it had then
     */
    public void execute(Code code) throws Throwable {
        StackTraceElement[] at = {};
        Interruption.enter(this);
        try {
            code.run();
        } catch (Throwable e) {
            if (!stopped) {
                throw e;
            }
            at = e.getStackTrace();
        } finally {
            end();
        }
        if (stopped) {
            throw new CellInterruption(at);
        }
    }

    /** Stops it: interrupts its thread, again and again until it ends, and makes its checks throw. */
    public synchronized void stop() {
        if (over || stopped) {
            return;
        }
        stopped = true;
        Interruption.raise(this);
        Thread insisting = new Thread(this::insist, "jacobi-interrupt");
        insisting.setDaemon(true);
        insisting.start();
    }

    /** The threads that work in parallel for what it leaves behind. */
    synchronized Workers workers() {
        if (workers == null) {
            workers = new Workers(work);
        }
        return workers;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isOn(Thread other) {
        return thread == other;
    }

    boolean isOver() {
        return over;
    }

    /** Waits for pool workers of a stopped run to notice, then lets the next run begin with a clean thread. */
    private void end() {
        synchronized (this) {
            if (!stopped) {
                over = true;
            }
        }
        if (stopped) {
            long deadline = System.nanoTime() + STRAGGLERS_MILLIS * 1_000_000;
            Thread.interrupted();
            while (ForkJoinPool.commonPool().getActiveThreadCount() > 0 && System.nanoTime() < deadline) {
                pause(1);
            }
            synchronized (this) {
                over = true;
            }
        }
        Interruption.leave();
        Thread.interrupted();
    }

    private void insist() {
        long started = System.nanoTime();
        boolean warned = false;
        while (!over) {
            synchronized (this) {
                if (!over) {
                    thread.interrupt();
                }
            }
            pause(warned ? 200 : 20);
            if (!over && !warned && System.nanoTime() - started > 2_000_000_000L) {
                warned = true;
                if (!forced()) {
                    System.err.println("The cell was told to stop, but is inside library code that does not look for "
                            + "it:\n  at " + deepest() + "\nIt stops when that call returns; restarting the kernel "
                            + "stops it at once.");
                }
            }
        }
        pause(LINGER_MILLIS);
        Interruption.lower();
    }

    /** Until Java 19 a thread can be ended from outside; later ones throw. */
    private boolean forced() {
        try {
            Thread.class.getMethod("stop").invoke(thread);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Where it is at this moment. */
    public StackTraceElement[] stackTrace() {
        return thread.getStackTrace();
    }

    private StackTraceElement deepest() {
        StackTraceElement[] stack = stackTrace();
        return stack.length == 0 ? null : stack[0];
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
