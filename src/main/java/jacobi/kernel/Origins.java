package jacobi.kernel;

import jacobi.display.Screen;
import jacobi.display.Shown;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;

/**
 * Which request the current thread works for: the one that runs, for the kernel's own thread; for a thread a cell
 * started, that cell, even when it has long ended; for a pool's worker, the cell that gave it its task.
 *
 * <p>The workers of fork-join pools are shared by all cells. Given nothing by name, they work on a parallel stream the
 * running cell waits for.
 */
final class Origins {
    private final InheritableThreadLocal<Origin> startedBy = new InheritableThreadLocal<>();
    private final ThreadLocal<Origin> taskOf = new ThreadLocal<>();
    /** Where the thread's last task belonged, if it threw: the thread itself may be about to end of that. */
    private final ThreadLocal<Origin> failedTaskOf = new ThreadLocal<>();

    private volatile Origin latest = Origin.none();

    /** What the current thread prints or shows from now on, and the threads it starts, belongs to {@code origin}. */
    void enter(Origin origin) {
        startedBy.set(origin);
    }

    /** As {@link #enter}, for a cell: what shared workers do belongs to it until the next cell. */
    void enterCell(Origin origin) {
        latest = origin;
        enter(origin);
    }

    void leave() {
        startedBy.remove();
    }

    Origin current() {
        Origin task = taskOf.get();
        if (task != null) {
            return task;
        }
        Origin starter = startedBy.get();
        return starter == null || Thread.currentThread() instanceof ForkJoinWorkerThread ? latest : starter;
    }

    /** What the current thread works for, to be handed to a pool with its tasks. */
    Screen.Place here() {
        Origin origin = current();
        return new Screen.Place() {
            @Override
            public <T> Callable<T> bound(Callable<T> work) {
                return () -> call(origin, work);
            }
        };
    }

    /** A place whose output a predicate takes. */
    Screen.Place captured(Predicate<Shown> taker, Output output) {
        Origin origin = current().captured(taker);
        return new Screen.Place() {
            @Override
            public <T> Callable<T> bound(Callable<T> work) {
                return () -> {
                    try {
                        return call(origin, work);
                    } finally {
                        output.end(origin);
                    }
                };
            }
        };
    }

    private <T> T call(Origin origin, Callable<T> work) throws Exception {
        Origin task = taskOf.get();
        Origin starter = startedBy.get();
        taskOf.set(origin);
        // Threads the task starts belong there too.
        startedBy.set(origin);
        failedTaskOf.remove();
        try {
            return work.call();
        } catch (Throwable e) {
            failedTaskOf.set(origin);
            throw e;
        } finally {
            restore(taskOf, task);
            restore(startedBy, starter);
        }
    }

    /** Reports what ended the current thread under the cell whose task threw it or, without a task, its own. */
    void reportUncaught(Runnable report) {
        Origin before = taskOf.get();
        Origin failed = failedTaskOf.get();
        try {
            restore(taskOf, failed == null ? before : failed);
            report.run();
        } finally {
            restore(taskOf, before);
            failedTaskOf.remove();
        }
    }

    private static void restore(ThreadLocal<Origin> local, Origin before) {
        if (before == null) {
            local.remove();
        } else {
            local.set(before);
        }
    }
}
