package jacobi.repl.running;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/** The threads that work in parallel for one run alone. They are made when wanted and go when idle. */
final class Workers {
    private static final int IDLE_SECONDS = 2;

    private final Work work;
    private final ForkJoinPool pool;

    Workers(Work work) {
        this.work = work;
        int most = Runtime.getRuntime().availableProcessors();
        pool = new ForkJoinPool(
                most, Worker::new, null, false, 0, Short.MAX_VALUE, 1, null, IDLE_SECONDS, TimeUnit.SECONDS);
    }

    private final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool pool) {
            super(pool);
        }

        private Workers all() {
            return Workers.this;
        }

        @Override
        public void run() {
            Thrown.asItIs(() -> work.call(() -> {
                super.run();
                return null;
            }));
        }
    }

    /** Whether the current thread is a worker of the run. */
    static boolean isOneOf(Run run) {
        return Thread.currentThread() instanceof Worker worker
                && worker.all().work.run() == run;
    }

    /** Carries something out, so that what it forks is done by these threads; returns and throws as it does. */
    <T> T call(Callable<T> code) throws Exception {
        // An exception a task ends with would reach the caller as a copy.
        Throwable[] thrown = new Throwable[1];
        T result = pool.invoke(ForkJoinTask.adapt(() -> {
            try {
                return code.call();
            } catch (Throwable e) {
                thrown[0] = e;
                return null;
            }
        }));
        if (thrown[0] instanceof CellInterruption) {
            // This thread stops as well, and as quietly.
            Interruption.poll();
        }
        if (thrown[0] instanceof Error error) {
            throw error;
        }
        if (thrown[0] != null) {
            throw (Exception) thrown[0];
        }
        return result;
    }
}
