package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of loop stops when told to, keeps the variables, and leaves nothing running. */
@Tag("slow")
class InterruptionTest {
    private static final Evaluator JAVA = new JavaEvaluator(
            List.of("import java.util.*;", "import java.util.stream.*;", "import java.util.concurrent.*;"));

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { n++; }",
                "do { n += 2; } while (true);",
                "label: while (true) { for (;;) { continue label; } }",
                "while (true) { try { n++; } catch (Throwable t) { } }",
                "while (true) { try { Thread.sleep(50); } catch (Throwable t) { } }",
                "while (true) { try { throw new Exception(); } catch (Exception e) { n++; } finally { n--; } }",
                "double s = 0; for (long i = 0; i >= 0; i = (i + 1) % 1000) { s += Math.sqrt(i); }",
                "Thread.sleep(60_000);",
                "new CountDownLatch(1).await();",
                "synchronized (this_) { this_.wait(); }",
                "new java.util.concurrent.locks.ReentrantLock().newCondition(); new Semaphore(0).acquire();",
                "spin();",
                "deep(0);",
                "Runnable r = () -> { while (true) { n++; } }; r.run();",
                "IntStream.iterate(0, i -> i + 1).forEach(i -> { n = i; });",
                "IntStream.range(0, 64).parallel().forEach(i -> { while (true) { Math.sqrt(i); } });",
                "Thread t = new Thread(() -> { while (true) { n++; } }); t.start(); t.join();",
                "new Looping().go();",
                "List<Integer> many = new ArrayList<>(); while (true) { many.add(1); if (many.size() > 99) "
                        + "many.clear(); }",
                "BlockingQueue<Integer> q = new LinkedBlockingQueue<>(); q.take();",
                "int state = 0; while (true) { switch (state) { case 0: state = 1; continue; default: state = 0; } }",
            })
    void stopsInUnderHalfASecond(String loop) throws Exception {
        Evaluation prepared = JAVA.evaluate("""
            int n = 7, kept = 41;
            Object this_ = new Object();
            void spin() { for (int i = 0; ; i++) { if (i > 10) i = 0; } }
            int deep(int d) { return d > 500 ? deep(0) + 1 : deep(d + 1) + 1; }
            class Looping { void go() { while (true) { step(); } } void step() { n++; } }
            int forever() { while (true) { try { deep(0); } catch (StackOverflowError e) { } } }
            """, 1);
        assertThat(prepared).isInstanceOf(Evaluation.Done.class);
        CompletableFuture<Evaluation> cell = CompletableFuture.supplyAsync(
                () -> JAVA.evaluate(loop.replace("deep(0);", "forever();"), 2), task -> new Thread(task).start());
        Thread.sleep(150);
        assertThat(cell).as("still running").isNotDone();

        JAVA.interrupt();
        Evaluation ended = cell.get(60, TimeUnit.SECONDS);

        assertThat(ended)
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class,
                        failure -> assertThat(failure.ename()).isEqualTo("KeyboardInterrupt"));
        assertThat(JAVA.evaluate("kept + 1", 3)).isEqualTo(new Evaluation.Value(42));
        assertQuiet();
    }

    /** No thread keeps a processor busy: less than half of one over 100 ms. */
    private static void assertQuiet() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            long before = cpuMillis();
            Thread.sleep(100);
            long used = cpuMillis() - before;
            if (used < 50) {
                return;
            }
            assertThat(attempt).as("CPU time of 100 ms: %d ms", used).isLessThan(20);
        }
    }

    private static long cpuMillis() {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return os.getProcessCpuTime() / 1_000_000;
    }

    @Test
    void theLineThatWasRunningIsNamed() throws Exception {
        JAVA.evaluate("long m = 0;\nvoid turn() {\n    while (true) {\n        m++;\n    }\n}", 31);
        CompletableFuture<Evaluation> cell = CompletableFuture.supplyAsync(
                () -> JAVA.evaluate("int before = 1;\n\nturn();", 32), task -> new Thread(task).start());
        Thread.sleep(150);
        JAVA.interrupt();
        Evaluation.Failure stopped = (Evaluation.Failure) cell.get(60, TimeUnit.SECONDS);
        assertThat(stopped.traceback().get(0)).contains("KeyboardInterrupt").contains("variables keep their values");
        assertThat(stopped.traceback().get(1)).contains("cell [31], line").contains("in turn");
        assertThat(stopped.traceback().get(2)).contains("cell [32], line 3").endsWith("turn();");
    }

    @Test
    void aLateRequestDoesNotReachTheNextCell() {
        JAVA.interrupt();
        assertThat(JAVA.evaluate("int sum = 0; for (int i = 0; i < 1000; i++) sum += i; sum", 4))
                .isEqualTo(new Evaluation.Value(499_500));
    }

    @Test
    void aThreadOfAnEarlierCellGoesOn() throws Exception {
        JAVA.evaluate("""
            volatile long ticks = 0;
            volatile boolean over = false;
            Thread background = new Thread(() -> { while (!over) { ticks++; } });
            background.start();
            """, 5);
        CompletableFuture<Evaluation> cell = CompletableFuture.supplyAsync(
                () -> JAVA.evaluate("while (true) {}", 6), task -> new Thread(task).start());
        Thread.sleep(100);
        JAVA.interrupt();
        cell.get(60, TimeUnit.SECONDS);
        assertThat(JAVA.evaluate(
                        "long seen = ticks; for (int i = 0; i < 1000 && ticks == seen; i++) { Thread.sleep(10); } "
                                + "ticks > seen && background.isAlive()",
                        7))
                .isEqualTo(new Evaluation.Value(true));
        JAVA.evaluate("over = true; background.join();", 8);
    }

    /** Its workers are those of all cells. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> IntStream.range(0, 64).parallel().forEach(i -> count())).start();",
                "CompletableFuture.runAsync(() -> count());",
                "ForkJoinPool.commonPool().execute(new RecursiveAction() { protected void compute() { count(); } });",
                "pool.execute(() -> IntStream.range(0, 64).parallel().forEach(i -> count()));",
            })
    void whatAnEarlierCellDoesInParallelGoesOn(String earlier) throws Exception {
        prepareCounting();
        assertThat(JAVA.evaluate(earlier + " counting.await();", 10)).isInstanceOf(Evaluation.Done.class);
        interrupted("while (true) {}", 11);
        assertThat(JAVA.evaluate(
                        "long seen = ticks.sum(); for (int i = 0; i < 1000 && ticks.sum() == seen; i++) { "
                                + "Thread.sleep(10); } ticks.sum() > seen",
                        12))
                .isEqualTo(new Evaluation.Value(true));
        JAVA.evaluate("over = true; pool.shutdown();", 13);
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool.submit(() -> IntStream.range(0, 64).parallel().forEach(i -> count())).get();",
                "Thread t = new Thread(() -> numbers.parallelStream().forEach(i -> count())); t.start(); t.join();",
                "CompletableFuture.supplyAsync(() -> { count(); return 1; }).join();",
                "pool.submit(() -> count()).get();",
                "ForkJoinPool.commonPool().invoke(new RecursiveAction() { protected void compute() { count(); } });",
                "numbers.parallelStream().map(i -> { count(); return i; }).sorted().toList();",
            })
    void whatACellDoesInParallelStopsWithIt(String call) throws Exception {
        prepareCounting();
        List<Throwable> told = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
        try {
            interrupted(call, 15);
            assertQuiet();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(told).as("what threads that stopped had to tell").isEmpty();
        JAVA.evaluate("over = true; pool.shutdown();", 16);
    }

    private static void prepareCounting() {
        assertThat(JAVA.evaluate("""
            var ticks = new java.util.concurrent.atomic.LongAdder();
            var counting = new CountDownLatch(1);
            volatile boolean over = false;
            void count() { counting.countDown(); while (!over) { ticks.increment(); } }
            var numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8);
            var pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> { }).get();
            numbers.parallelStream().forEach(i -> { });
            """, 9)).isInstanceOf(Evaluation.Done.class);
    }

    /** Runs a cell until it has been told to stop. */
    private static void interrupted(String cell, int number) throws Exception {
        CompletableFuture<Evaluation> running =
                CompletableFuture.supplyAsync(() -> JAVA.evaluate(cell, number), task -> new Thread(task).start());
        Thread.sleep(100);
        JAVA.interrupt();
        assertThat(running.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class,
                        failure -> assertThat(failure.ename()).isEqualTo("KeyboardInterrupt"));
    }
}
