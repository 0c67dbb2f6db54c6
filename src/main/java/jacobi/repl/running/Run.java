package jacobi.repl.running;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;

/** One execution of code on a thread, which another thread may stop. */
public final class Run {
    private static final long STRAGGLERS_MILLIS = 400;
    private static final long LINGER_MILLIS = 3_000;
    /** How long code may go on after a request to stop before it is ended by force, where Java can. */
    private static final long FORCE_MILLIS = 800;

    private static final long PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private static final AtomicLong BEGUN = new AtomicLong();

    private final long number = BEGUN.incrementAndGet();
    private final Thread thread;
    private final Work work = Work.of(this);
    private Workers workers;
    private volatile boolean stopped;
    private volatile boolean over;
    private volatile boolean left;

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

    /** Nobody waits for it any more; it may go on for good. */
    void leave() {
        left = true;
    }

    /** Whether what nobody was told to work for may still be its work. */
    boolean isAwaited() {
        return !over && !left;
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

    boolean isUpTo(long other) {
        return number <= other;
    }

    /** The number of the run that began last. */
    static long latest() {
        return BEGUN.get();
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
        boolean forced = false;
        long pause = PAUSE_MILLIS;
        while (!over) {
            synchronized (this) {
                if (!over) {
                    thread.interrupt();
                }
            }
            pause(pause);
            boolean late = System.nanoTime() - started > FORCE_MILLIS * 1_000_000;
            if (late && !forced && !over) {
                force();
                forced = true;
            }
            // Who does not listen by now may never do so, and this goes on for as long.
            pause = late ? Math.min(2 * pause, LONGEST_PAUSE_MILLIS) : pause;
        }
        pause(LINGER_MILLIS);
        Interruption.lower();
    }

    /** Until Java 19 a thread can be ended from outside; later ones throw. */
    private void force() {
        try {
            Thread.class.getMethod("stop").invoke(thread);
        } catch (ReflectiveOperationException e) {
            // The kernel leaves it behind.
        }
    }

    /** Where it is at this moment. */
    public StackTraceElement[] stackTrace() {
        return thread.getStackTrace();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
