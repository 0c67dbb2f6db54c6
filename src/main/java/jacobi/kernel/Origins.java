package jacobi.kernel;

import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which request the current thread works for: the one that runs, for the kernel's own thread; for a thread a cell
 * started, that cell, even when it has long ended.
 *
 * <p>The workers of fork-join pools are shared by all cells (parallel streams, {@code CompletableFuture}), so they work
 * for whichever runs.
 */
final class Origins {
    private final InheritableThreadLocal<Origin> startedBy = new InheritableThreadLocal<>();
    private volatile Origin latest = Origin.none();

    /** What the current thread prints or shows from now on, and the threads it starts, belongs to {@code origin}. */
    void enter(Origin origin) {
        latest = origin;
        startedBy.set(origin);
    }

    void leave() {
        startedBy.remove();
    }

    Origin current() {
        Origin origin = startedBy.get();
        return origin == null || Thread.currentThread() instanceof ForkJoinWorkerThread ? latest : origin;
    }
}
