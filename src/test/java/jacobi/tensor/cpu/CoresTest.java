package jacobi.tensor.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoresTest {
    private final int before = Cores.count();

    @AfterEach
    void asBefore() {
        Cores.use(before);
        Poll.with(() -> {});
    }

    @Test
    void every_piece_runs_once_and_all_are_done_at_the_end() {
        for (int threads = 1; threads <= 4; threads++) {
            Cores.use(threads);
            AtomicIntegerArray runs = new AtomicIntegerArray(500);
            Cores.run(500, runs::incrementAndGet);
            for (int i = 0; i < 500; i++) {
                assertThat(runs.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void an_exception_reaches_the_caller_and_no_further_piece_starts() {
        Cores.use(2);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> Cores.run(10_000, i -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("piece");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("piece");
        assertThat(runs.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void the_poll_stops_a_long_product() {
        // Only the caller asks, and on a busy machine helpers may leave it less than three pieces.
        Cores.use(1);
        AtomicInteger asked = new AtomicInteger();
        Poll.with(() -> {
            if (asked.incrementAndGet() == 3) {
                throw new java.util.concurrent.CancellationException("interrupted");
            }
        });
        int n = 1000;
        float[] a = new float[n * n];
        assertThatThrownBy(() -> Matrices.matmul(n, n, n, a, 0, n, 1, a, 0, n, 1, new float[n * n], 0, n, false))
                .hasMessage("interrupted");
    }

    @Test
    void fewer_than_one_thread_is_an_error() {
        assertThatThrownBy(() -> Cores.use(0)).hasMessage("threads: expected 1 or more, found 0");
    }
}
