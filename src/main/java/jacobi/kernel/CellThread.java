package jacobi.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
        return call(work, 0);
    }

    /** As {@link #call(Callable)}, for work that is left behind after {@code millis}; 0 for never. */
    <T> T call(Callable<T> work, int millis) throws LeftBehind {
        Call<T> call = handed(work);
        try {
            if (millis > 0 && !call.await(millis)) {
                leave(call);
            }
            call.await(0);
            return call.outcome();
        } finally {
            ended(call);
        }
    }

    private synchronized <T> Call<T> handed(Callable<T> work) {
        Call<T> call = new Call<>(work);
        // A worker that is busy has lost its caller, which only what stops a thread from outside can bring about.
        if (worker == null || current != null) {
            worker = new Worker();
            worker.start();
        }
        worker.calls.add(call);
        current = call;
        return call;
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
            ((Call<?>) call).end(null, new LeftBehind(left));
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
        if (current == call && call.ended) {
            current = null;
        }
    }

    /** Work and what comes of it. Its end takes no memory, of which there may be none. */
    private static final class Call<T> {
        private final Callable<T> work;
        private T value;
        private Throwable thrown;
        private volatile boolean ended;

        Call(Callable<T> work) {
            this.work = work;
        }

        void run() {
            T made = null;
            Throwable failure = null;
            try {
                made = work.call();
            } catch (Throwable e) {
                failure = e;
            }
            end(made, failure);
        }

        synchronized void end(T made, Throwable failure) {
            if (!ended) {
                value = made;
                thrown = failure;
                ended = true;
                notifyAll();
            }
        }

        /**
         * Waits until it has ended, no longer than {@code millis} unless they are 0; an interrupt is not meant for
         * this.
         */
        synchronized boolean await(int millis) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (!ended) {
                long left = millis == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis > 0 && left <= 0) {
                    return false;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    // A cell may interrupt all threads it finds.
                }
            }
            return true;
        }

        synchronized T outcome() throws LeftBehind {
            if (thrown instanceof LeftBehind left) {
                throw left;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
            }
            return value;
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
