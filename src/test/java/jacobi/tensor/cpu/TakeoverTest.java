package jacobi.tensor.cpu;

import static jacobi.tensor.cpu.MatricesTest.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TakeoverTest {

    /** The time of races, which passes only as loops say. */
    private final AtomicLong clock = new AtomicLong();

    private Takeover race(Runnable vectors) {
        Takeover takeover = new Takeover(() -> clock.addAndGet(20_000), vectors, clock::get);
        takeover.race();
        return takeover;
    }

    @Test
    void vectors_take_over_once_they_are_faster() {
        AtomicInteger turns = new AtomicInteger();
        Takeover takeover = race(() -> clock.addAndGet(turns.incrementAndGet() <= 1000 ? 100_000 : 1_000));
        assertThat(takeover.done()).isTrue();
        // Three victories in a row, of 32 turns each, after the last slow one.
        assertThat(turns.get()).isBetween(1000 + 3 * 32, 1000 + 4 * 32);
    }

    @Test
    void vectors_that_stay_slower_never_take_over() {
        assertThat(race(() -> clock.addAndGet(30_000)).done()).isFalse();
    }

    @Test
    void the_first_use_starts_the_race_and_does_not_wait_for_it() throws InterruptedException {
        CountDownLatch racing = new CountDownLatch(1);
        Takeover takeover = new Takeover(racing::countDown, () -> {});
        assertThat(takeover.done()).isFalse();
        if (VectorModule.load()) {
            assertThat(racing.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void first_uses_on_many_threads_at_once_start_one_race() throws Exception {
        assumeTrue(VectorModule.load());
        int families = 20_000, threads = 2;
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        List<Takeover> all = Stream.generate(() -> new Takeover(
                        () -> {
                            turns.incrementAndGet();
                            clock.addAndGet(20_000);
                        },
                        () -> {},
                        clock::get))
                .limit(families)
                .toList();
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            users.add(new Thread(() -> {
                for (int family = 0; family < families; family++) {
                    arrived.incrementAndGet();
                    // A lock would let them go one after the other.
                    while (arrived.get() < threads * (family + 1)) {
                        Thread.yield();
                    }
                    all.get(family).done();
                }
            }));
        }
        users.forEach(Thread::start);
        for (Thread user : users) {
            user.join();
        }
        CountDownLatch last = new CountDownLatch(1);
        new Takeover(last::countDown, () -> {}).done(); // races after all the others
        assertThat(last.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(turns).hasValue(families * 3 * 32);
    }

    @Tag("slow")
    @Test
    void a_virtual_machine_without_the_vector_module_prints_the_same_digits() throws Exception {
        assertThat(elsewhere()).isEqualTo("absent " + vectorResults());
    }

    @Tag("slow")
    @Test
    void a_virtual_machine_that_loads_the_module_late_prints_the_same_digits() throws Exception {
        assertThat(elsewhere("--add-exports", "java.base/jdk.internal.module=ALL-UNNAMED"))
                .isEqualTo("present " + vectorResults());
    }

    /** What {@link #main} prints in a virtual machine of its own. */
    private static String elsewhere(String... flags) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TakeoverTest.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println((VectorModule.load() ? "present " : "absent ") + vectorResults());
    }

    private static String vectorResults() throws InterruptedException {
        results(); // asks for the vectors
        Thread.sleep(500);
        return results();
    }

    /** Digests of results of every family. */
    private static String results() {
        Random random = new Random(3);
        int n = 150, all = n * n;
        float[] x = floats(random.doubles(all, -3, 3).toArray()), y = new float[all];
        double[] u = random.doubles(all, -3, 3).toArray(), v = new double[all];
        StringBuilder out = new StringBuilder();
        Matrices.matmul(n, n, n, x, 0, n, 1, x, 0, 1, n, y, 0, n, false);
        out.append(Arrays.hashCode(y)).append(' ');
        Matrices.matmul(n, n, n, u, 0, n, 1, u, 0, 1, n, v, 0, n, false);
        out.append(Arrays.hashCode(v)).append(' ');
        Exponentials.tanh(x, 0, y, 0, all);
        out.append(Arrays.hashCode(y)).append(' ');
        Softmax.logSoftmax(x, 0, y, 0, n, n);
        out.append(Arrays.hashCode(y)).append(' ');
        Softmax.softmax(u, 0, v, 0, n, n);
        out.append(Arrays.hashCode(v)).append(' ');
        Reductions.sumColumns(x, 0, n, n, y, 0);
        out.append(Arrays.hashCode(y)).append(' ');
        return out.append(Reductions.dot(x, 0, x, 1, all - 1))
                .append(' ')
                .append(Reductions.sum(u, 0, all))
                .toString();
    }
}
