package jacobi.tensor;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.cpu.Poll;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What graphs hold and let go, results into existing storage, and the question long loops ask. */
@Tag("slow")
class MemoryTest {
    /** Less than an object and a reference to it for each step. */
    private static final int STEPS_HOLD = 1_000_000;
    /** What steps hold they hold for good, others for seconds at most. */
    private static final int MOST_LOOKS = 20;

    @Test
    @DisplayName("A loop of a hundred thousand steps, each with a backward, holds memory flat")
    void flat() throws InterruptedException {
        Tensor w = tensor(new double[] {1, 2}, float64).requiresGrad_();
        long before = 0;
        for (int step = 0; step < 100_000; step++) {
            w.mul(w).sum().backward();
            w.grad().zero_();
            Tensor forgotten = w.mul(3);
            assert forgotten.requiresGrad();
            if (step == 20_000) {
                before = used();
            }
        }
        long grown = Long.MAX_VALUE;
        for (int look = 0; look < MOST_LOOKS && grown >= STEPS_HOLD; look++) {
            grown = used() - before;
        }
        assertThat(grown).isLessThan(STEPS_HOLD);
    }

    /** The least of several looks: others have arrays for a while, as the race between loops and vectors. */
    private static long used() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            Thread.sleep(100);
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @Test
    @DisplayName("After backward the saved values are free, though the result is kept")
    void freed() {
        Tensor w = ones(2).requiresGrad_(), big = ones(1000, 2);
        WeakReference<Tensor> saved = new WeakReference<>(big);
        Tensor loss = big.mv(w).exp().sum();
        loss.backward();
        big = null;
        for (int i = 0; i < 50 && saved.get() != null; i++) {
            System.gc();
        }
        assertThat(saved.get()).isNull();
        assertThat(loss.gradFn().savedTensors()).isEmpty();
    }

    @Test
    @DisplayName("An operation whose gradient needs no values keeps none alive")
    void notHeld() {
        Tensor w = ones(1000).requiresGrad_(), big = w.add(1);
        WeakReference<Object> values = new WeakReference<>(big.storage);
        Tensor loss = big.reshape(10, 100).T().sum(0).mean();
        big = null;
        for (int i = 0; i < 50 && values.get() != null; i++) {
            System.gc();
        }
        assertThat(values.get()).isNull();
        loss.backward();
        assertThat(w.grad().get(0).toDouble()).isEqualTo(0.1f);
    }

    @Test
    @DisplayName("Results into existing storage")
    void intoStorage() {
        Tensor x = tensor(1.0, 2), y = tensor(10.0, 20), out = zeros(2);
        Object storage = out.array();
        assertThat(add(x, y, out)).isSameAs(out);
        assertValues(out, 11, 22);
        assertValues(mul(out, y, out), 110, 440);
        assertThat(out.array()).isSameAs(storage);
        Tensor m = arange(4.0).reshape(2, 2);
        assertValues(sub(m, m.T(), m), 0, -1, 1, 0);
        assertValues(mm(eye(2), ones(2, 3), zeros(2, 3)), 1, 1, 1, 1, 1, 1);
        assertError(() -> add(x, y, zeros(3))).hasMessageContaining("(2,)").hasMessageContaining("(3,)");
        assertError(() -> add(x, y, zeros(float64, 2))).hasMessageContaining("float64");
        assertError(() -> add(ones(2).requiresGrad_(), y, out)).hasMessageContaining("not recorded");
    }

    @Test
    @DisplayName("A long loop can be stopped, and the tensor is fine afterwards")
    void interrupted() {
        Tensor big = ones(1 << 20);
        int[] questions = {0};
        Poll.with(() -> {
            if (++questions[0] > 1) {
                throw new CancellationException("stop");
            }
        });
        try {
            assertError(() -> big.T().add(1).exp().atan().sum()).isInstanceOf(CancellationException.class);
            questions[0] = 0;
            Tensor y = ones(2).requiresGrad_();
            Tensor deep = y.sum();
            for (int i = 0; i < 2000; i++) {
                deep = deep.add(1);
            }
            Tensor root = deep;
            assertError(root::backward).isInstanceOf(CancellationException.class);
            Poll.with(() -> {});
            root.backward();
            assertValues(y.grad(), 1, 1);
        } finally {
            Poll.with(() -> {});
        }
    }

    @Test
    @DisplayName("Threads may read one tensor at once, each with its own recording")
    void threads() throws InterruptedException {
        Tensor shared = arange(1000, float64);
        double[] sums = new double[4];
        boolean[] recorded = new boolean[4];
        Thread[] threads = new Thread[4];
        for (int t = 0; t < 4; t++) {
            int which = t;
            threads[t] = new Thread(() -> {
                try (var mode = GradMode.set(which % 2 == 0)) {
                    for (int i = 0; i < 200; i++) {
                        Tensor w = ones(float64, 1).requiresGrad_(),
                                y = shared.mul(w).sum();
                        recorded[which] = y.requiresGrad();
                        if (recorded[which]) {
                            y.backward();
                        }
                        sums[which] = recorded[which] ? w.grad().toDouble() : y.toDouble();
                    }
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sums).containsOnly(499500);
        assertThat(recorded).containsExactly(true, false, true, false);
    }
}
