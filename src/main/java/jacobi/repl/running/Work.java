package jacobi.repl.running;

import jacobi.display.Displays;
import jacobi.display.Screen.Place;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;

/** What a thread works for: the run that can be stopped, and the place where it shows and prints. */
public final class Work {
    /** What the current thread was given to do, as long as it does it. */
    private static final ThreadLocal<Work> GIVEN = new ThreadLocal<>();

    private final Place place;
    private final Run run;

    private Work(Place place, Run run) {
        this.place = place;
        this.run = run;
    }

    /** What the current thread works for. */
    public static Work here() {
        Work given = GIVEN.get();
        return given == null ? new Work(Displays.here(), Interruption.runOfThread()) : given;
    }

    /** What the current thread was given, or null for one that works for whoever started it. */
    static Work given() {
        return GIVEN.get();
    }

    /** Of a run, on the thread that begins it. */
    static Work of(Run run) {
        return new Work(Displays.here(), run);
    }

    /** The run to be stopped with, or null for what no cell began. */
    Run run() {
        return run;
    }

    /** Does something as part of this work, on whichever thread calls. */
    <T> T call(Callable<T> task) throws Exception {
        return place.bound(() -> {
                    Work before = GIVEN.get();
                    Run runBefore = Interruption.runOfThread();
                    GIVEN.set(this);
                    // Threads the task starts belong there too.
                    Interruption.enter(run);
                    try {
                        return task.call();
                    } finally {
                        GIVEN.set(before);
                        Interruption.enter(runBefore);
                    }
                })
                .call();
    }

    /** Whether the current thread has been given this work; what a woven {@code compute()} asks first. */
    public static boolean isGiven(Work work) {
        return GIVEN.get() == work;
    }

    /** The {@code compute()} of a fork-join task a cell made, on a thread that took it over. */
    public static Object compute(Work work, MethodHandle compute, Object task) {
        return Thrown.asItIs(() -> work.call(() -> {
            try {
                return compute.invoke(task);
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }));
    }
}
