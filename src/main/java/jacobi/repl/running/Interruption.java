package jacobi.repl.running;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The check that lets a running cell be stopped.
 *
 * <p>Woven into every method and loop of a cell, and open to libraries with long loops of their own. While nobody asks
 * a cell to stop, the check is a call site bound to nothing, which the just-in-time compiler leaves out of compiled
 * code altogether; a request rebinds the site, and compiled loops fall back to code that looks.
 *
 * <p>A request belongs to one {@link Run}. It stays until that run has ended, so that a loop which catches everything
 * meets it again, and never reaches a later run. Threads belong to the run that started them.
 */
public final class Interruption {
    private static final MethodHandle PASS = MethodHandles.empty(MethodType.methodType(void.class));
    private static final MethodHandle LOOK;
    private static final MutableCallSite SITE = new MutableCallSite(PASS);
    private static final MethodHandle CHECK = SITE.dynamicInvoker();
    private static final InheritableThreadLocal<Run> OF_THREAD = new InheritableThreadLocal<>();
    private static final long STOP_ALL_NANOS = 2_000_000_000;
    private static final MutableCallSite[] SITES = {SITE};
    /** Runs that were told to stop and may still have threads going. */
    private static int stopping;

    private static volatile Run stopped;
    /** Runs with numbers up to this one are to stop, on whichever thread; 0 for none. */
    private static volatile long allUpTo;
    /** Since when, if any are. */
    private static long allSince;
    /** What each check does first while memory is low; null else. */
    private static volatile Runnable asked;

    static {
        try {
            LOOK = MethodHandles.lookup().findStatic(Interruption.class, "look", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Interruption() {}

    /**
     * Throws if the run this thread works for was told to stop; costs nothing otherwise.
     *
     * @throws CellInterruption to be let through
     */
    public static void poll() {
        try {
            CHECK.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Begins a run on this thread. */
    static void enter(Run run) {
        OF_THREAD.set(run);
    }

    static void leave() {
        OF_THREAD.remove();
    }

    /** The run whose code started the current thread, or that runs on it; null for none. */
    static Run runOfThread() {
        return OF_THREAD.get();
    }

    /** Makes every check look, until {@link #lower} has been called as often. */
    static synchronized void raise(Run run) {
        stopped = run;
        if (stopping++ == 0) {
            bind(LOOK);
        }
    }

    static synchronized void lower() {
        if (--stopping == 0) {
            stopped = null;
            bind(PASS);
        }
    }

    /** Does once what {@link #stopAll} does, for nobody: later there may be no memory to link the check in. */
    static void prepare() {
        raise(null);
        poll();
        lower();
    }

    /**
     * Stops all code of the cells so far, that of threads they left behind too: for when it uses up what the process
     * needs to go on. Allocates nothing.
     */
    public static synchronized void stopAll() {
        boolean already = allUpTo != 0;
        allUpTo = Run.latest();
        allSince = System.nanoTime();
        if (!already && stopping++ == 0) {
            bind(LOOK);
        }
    }

    /** Lets checks be passed again that {@link #stopAll} has closed a while ago: who was to stop has met one. */
    static synchronized void endStopAll() {
        if (allUpTo != 0 && System.nanoTime() - allSince > STOP_ALL_NANOS) {
            allUpTo = 0;
            lower();
        }
    }

    /** Has each check do something first, or nothing (null). */
    static synchronized void asking(Runnable first) {
        if (asked == null && first != null && stopping++ == 0) {
            bind(LOOK);
        } else if (asked != null && first == null) {
            lower();
        }
        asked = first;
    }

    private static void bind(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(SITES);
    }

    private static void look() {
        try {
            Runnable first = asked;
            if (first != null) {
                first.run();
            }
            lookWhomFor();
        } catch (OutOfMemoryError e) {
            if (allUpTo != 0) {
                throw CellInterruption.WITHOUT_MEMORY;
            }
        }
    }

    private static void lookWhomFor() {
        Work given = Work.given();
        Run run = given == null ? OF_THREAD.get() : given.run();
        // Whoever of the common pool was given nothing works for the run that goes on; other threads of no run are
        // nobody's.
        boolean shared = given == null && Thread.currentThread() instanceof ForkJoinWorkerThread;
        if (allUpTo != 0 && (run == null ? shared : run.isUpTo(allUpTo))) {
            if (run == null || !run.isOn(Thread.currentThread())) {
                endQuietly(Thread.currentThread());
            }
            throw new CellInterruption();
        }
        Run asked = shared ? stopped : run;
        if (asked != null && asked.isStopped() && (!shared || asked.isAwaited())) {
            if (!asked.isOn(Thread.currentThread())) {
                endQuietly(Thread.currentThread());
            }
            throw new CellInterruption();
        }
    }

    /** A thread the cell had started ends with the cell; that is no news for its handler. */
    private static void endQuietly(Thread thread) {
        Thread.UncaughtExceptionHandler usual = thread.getUncaughtExceptionHandler();
        if (!(usual instanceof Quiet)) {
            thread.setUncaughtExceptionHandler(new Quiet(usual));
        }
    }

    private record Quiet(Thread.UncaughtExceptionHandler usual) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!(thrown instanceof CellInterruption)) {
                usual.uncaughtException(thread, thrown);
            }
        }
    }
}
