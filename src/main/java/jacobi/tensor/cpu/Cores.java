package jacobi.tensor.cpu;

import static jacobi.language.Say.say;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads large loops are spread over: the caller and helpers from the JDK's common pool.
 *
 * <p>Results do not depend on their number: every number is computed whole by one thread, in an order of its own.
 */
public final class Cores {
    private static volatile int count = Math.max(
            1, Integer.getInteger("jacobi.threads", Runtime.getRuntime().availableProcessors()));

    private Cores() {}

    /**
     * Threads a large loop runs on; at first the machine's processors or the system property {@code jacobi.threads}.
     */
    public static int count() {
        return count;
    }

    /** Sets the number of threads, as {@code torch.set_num_threads}. */
    public static void use(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(say("tensor.cpu.cores.expected-more-found", "threads", threads));
        }
        count = threads;
    }

    /**
     * Runs {@code piece} for 0 to {@code pieces - 1}, each once, on as many threads as there are; returns when all are
     * done.
     *
     * <p>The caller asks {@link Poll} between pieces. When a piece or the poll throws, no further piece starts and the
     * exception is rethrown after those running have ended, which they do where they would ask.
     */
    public static void run(int pieces, IntConsumer piece) {
        int threads = Math.min(count, pieces);
        if (threads <= 1) {
            for (int i = 0; i < pieces; i++) {
                Poll.now();
                piece.accept(i);
            }
            return;
        }
        Work work = new Work(pieces, piece);
        for (int i = 1; i < threads; i++) {
            ForkJoinPool.commonPool().execute(work);
        }
        work.finish();
    }

    private static final class Work implements Runnable {
        private static final int SPINS = 20_000;

        private final int pieces;
        private final IntConsumer piece;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private volatile Throwable failure;

        Work(int pieces, IntConsumer piece) {
            this.pieces = pieces;
            this.piece = piece;
            this.left = new CountDownLatch(pieces);
        }

        @Override
        public void run() {
            Poll.asking(this::rethrow, this::work);
        }

        private void work() {
            for (int i; (i = next.getAndIncrement()) < pieces; left.countDown()) {
                if (failure != null) {
                    continue;
                }
                try {
                    Poll.now();
                    piece.accept(i);
                } catch (Throwable e) {
                    failure = failure == null ? e : failure;
                }
            }
        }

        /** Takes part in the work, then waits for what others have begun: they write into the caller's arrays. */
        void finish() {
            work();
            for (int i = 0; i < SPINS && left.getCount() > 0; i++) {
                Thread.onSpinWait();
            }
            boolean interrupted = false;
            while (left.getCount() > 0) {
                try {
                    left.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            rethrow();
        }

        private void rethrow() {
            if (failure instanceof Error e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
        }
    }
}
