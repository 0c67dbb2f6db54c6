package jacobi.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The thread the student's code runs on, apart from the one that answers the shell. Code that nothing stops, because it
 * waits in the operating system, for a lock, or never looks whether it is to stop, is left behind with its thread, and
 * another takes its place.
 */
final class CellThread implements AutoCloseable {
    /** Recursion in a cell goes as deep as on a main thread of a usual desktop. */
    private static final long STACK_BYTES = 8L << 20;

    private Worker worker;
    private Call<?> current;

    /** What a caller gets whose work was left behind. */
    static final class LeftBehind extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Thread thread;

        LeftBehind(Thread thread) {
            super(null, null, false, false);
            this.thread = thread;
        }

        Thread thread() {
            return thread;
        }
    }

    /**
     * Does {@code work} on the cells' thread and waits for it.
     *
     * @throws LeftBehind if it was given up meanwhile; whatever it still does, nobody waits for it
     */
    <T> T call(Callable<T> work) throws LeftBehind {
        return await(handed(work));
    }

    /** As {@link #call(Callable)}, for work that has no longer than {@code millis}. */
    <T> T call(Callable<T> work, int millis) throws LeftBehind {
        Call<T> call = handed(work);
        try {
            call.result.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leave(call);
        } catch (InterruptedException | ExecutionException e) {
            // Told by what waits next.
        }
        return await(call);
    }

    private <T> Call<T> handed(Callable<T> work) {
        Call<T> call = new Call<>(work);
        synchronized (this) {
            // A worker that is busy has lost its caller, which only what stops a thread from outside can bring about.
            if (worker == null || current != null) {
                worker = new Worker();
                worker.start();
            }
            current = call;
            worker.calls.add(call);
        }
        return call;
    }

    private <T> T await(Call<T> call) throws LeftBehind {
        try {
            return call.result.join();
        } catch (CompletionException e) {
            throw thrown(e.getCause());
        } finally {
            ended(call);
        }
    }

    /** What runs now, for {@link #leave}; null if nothing does. */
    synchronized Object running() {
        return current;
    }

    /** Gives {@code call} up if it still runs: who waits for it goes on. */
    synchronized void leave(Object call) {
        if (call != null && call == current) {
            Worker left = worker;
            current = null;
            worker = null;
            left.end();
            ((Call<?>) call).result.completeExceptionally(new LeftBehind(left));
        }
    }

    /** Whether the current thread was left behind. */
    static boolean isLeft() {
        return Thread.currentThread() instanceof Worker worker && worker.ended;
    }

    @Override
    public synchronized void close() {
        if (worker != null) {
            worker.end();
        }
    }

    private synchronized void ended(Call<?> call) {
        if (current == call && call.result.isDone()) {
            current = null;
        }
    }

    private static RuntimeException thrown(Throwable cause) throws LeftBehind {
        if (cause instanceof LeftBehind left) {
            throw left;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static final class Call<T> {
        private final Callable<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        Call(Callable<T> work) {
            this.work = work;
        }

        void run() {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }

    private static final class Worker extends Thread {
        private final BlockingQueue<Call<?>> calls = new LinkedBlockingQueue<>();
        private volatile boolean ended;

        Worker() {
            // Nothing of the thread that makes it: what it works for is said with each call.
            super(null, null, "jacobi-cell", STACK_BYTES, false);
            setDaemon(true);
        }

        /** Takes no further call; an empty one wakes it. */
        void end() {
            ended = true;
            calls.add(new Call<>(() -> null));
        }

        @Override
        public void run() {
            while (!ended) {
                try {
                    calls.take().run();
                } catch (InterruptedException e) {
                    // Meant for a cell that has just ended.
                } catch (Error e) {
                    // An exhausted heap, or a thread that was stopped from outside between two cells: the next may run.
                }
            }
        }
    }
}
