package jacobi.repl.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run that was told to stop, cannot be stopped, and that nobody waits for any more. */
class LeftBehindTest {
    @Test
    void doesNotStopWhatTheSharedPoolDoesForOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Run[] run = new Run[1];
        Thread thread = new Thread(() -> {
            run[0] = Run.here();
            try {
                run[0].execute(() -> {
                    begun.countDown();
                    awaitUninterruptibly(release);
                });
            } catch (Throwable e) {
                // That it was stopped.
            }
        });
        thread.start();
        begun.await();
        run[0].stop();
        try {
            assertThat(isStoppedInPool()).as("while it is waited for").isTrue();
            run[0].leave();
            assertThat(isStoppedInPool()).as("once it is left behind").isFalse();
        } finally {
            release.countDown();
            thread.join();
        }
    }

    private static boolean isStoppedInPool() throws Exception {
        return ForkJoinPool.commonPool()
                .submit(() -> {
                    try {
                        Interruption.poll();
                        return false;
                    } catch (CellInterruption e) {
                        return true;
                    }
                })
                .get(1, TimeUnit.MINUTES);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // As code that cannot be stopped.
            }
        }
    }
}
