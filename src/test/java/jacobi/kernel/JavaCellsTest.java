package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.wire.Execution;
import jacobi.wire.content.ExecuteRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel with the evaluator it is shipped with: what only both together can do. */
@Timeout(300)
@Tag("slow")
class JavaCellsTest {
    private static RunningKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = new RunningKernel(() -> new JavaEvaluator(List.of(
                "import java.util.*;",
                "import java.util.concurrent.*;",
                "import static jacobi.display.Displays.*;",
                "import static jacobi.display.Inputs.*;")));
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void anEndlessToStringIsInterrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Execution cell = kernel.client.execute(
                ExecuteRequest.of("class Endless {\n    public String toString() {\n"
                        + "        System.out.println(\"started\");\n        while (true) {\n        }\n    }\n}\n"
                        + "new Endless()"),
                output -> {
                    if (output.type().equals("stream")) {
                        started.countDown();
                    }
                });
        assertThat(started.await(120, TimeUnit.SECONDS)).isTrue();
        kernel.client.interrupt();
        assertThat(RunningKernel.ename(cell)).isEqualTo("KeyboardInterrupt");
        assertThat(value("1 + 1")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "quit", "exit()", "quit();", "%exit", " exit ;\n"})
    void exitAsksTheConsoleToEnd(String source) throws Exception {
        JsonNode payload = kernel.run(source).reply().content().path("payload").path(0);
        assertThat(payload.path("source").asText()).isEqualTo("ask_exit");
        assertThat(payload.path("keepkernel").asBoolean(true)).isFalse();
        assertThat(kernel.run("exit(keep_kernel=True)")
                        .reply()
                        .content()
                        .at("/payload/0/keepkernel")
                        .asBoolean())
                .isTrue();
        assertThat(value("1 + 1")).as("it is the console that ends the kernel").isEqualTo("2");
    }

    @Test
    void aVariableOrAMethodNamedExitIsTheStudents() throws Exception {
        kernel.run("int exit = 7;\nint quit() { return 8; }");
        try {
            assertThat(value("exit")).isEqualTo("7");
            assertThat(value("quit()")).isEqualTo("8");
            assertThat(kernel.run("%quit")
                            .reply()
                            .content()
                            .at("/payload/0/source")
                            .asText())
                    .isEqualTo("ask_exit");
            assertThat(kernel.run("System.exit(0);").status()).isEqualTo("error");
        } finally {
            kernel.run("%reset");
        }
    }

    @Test
    void aPoolUsedAgainPrintsInTheCellThatUsesIt() throws Exception {
        kernel.run(
                "var pool = Executors.newFixedThreadPool(1);\npool.submit(() -> System.out.println(\"first\")).get();");
        Outcome second = kernel.run("pool.submit(() -> System.out.println(\"second\")).get();\npool.shutdown();");
        assertThat(second.stream("stdout")).isEqualTo("second\n");
    }

    /** The threads are there since an earlier cell, and do the work when a later one runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool.schedule(() -> say(), 1, TimeUnit.MILLISECONDS)",
                "pool.schedule(() -> { say(); return 1; }, 1, TimeUnit.MILLISECONDS)",
                "pool.scheduleAtFixedRate(() -> { say(); throw new IllegalStateException(); }, 0, 1, TimeUnit.DAYS)",
                "pool.submit(() -> say(), 7)",
                "pool.execute(() -> say())",
                "ForkJoinPool.commonPool().execute(() -> say())",
                "new ExecutorCompletionService<Integer>(pool).submit(() -> { say(); return 1; })",
                "CompletableFuture.runAsync(() -> say())",
                "CompletableFuture.supplyAsync(() -> { say(); return 1; }, pool)",
                "CompletableFuture.completedFuture(1).thenApplyAsync(x -> { say(); return x; })",
                "CompletableFuture.completedFuture(1).thenAcceptAsync(x -> say(), pool)",
                "CompletableFuture.completedFuture(1).thenCombineAsync("
                        + "CompletableFuture.completedFuture(2), (x, y) -> { say(); return x; })",
                "CompletableFuture.completedFuture(1).whenCompleteAsync((x, e) -> say())",
                "new Thread(() -> { try { pool.invokeAll(List.of(() -> { say(); return 1; })); }"
                        + " catch (InterruptedException e) { } }).start()",
            })
    void workGivenToOtherThreadsPrintsUnderTheCellThatGaveIt(String call) throws Exception {
        kernel.run("var pool = Executors.newScheduledThreadPool(1);\npool.submit(() -> { }).get();\n"
                + "ForkJoinPool.commonPool().submit(() -> { }).get();\nvar gate = new CountDownLatch(1);\n"
                + "void say() {\n    try {\n        gate.await();\n    } catch (InterruptedException e) {\n    }\n"
                + "    System.out.println(\"at work\");\n}");
        Outcome giver = kernel.run(call + ";");
        assertThat(giver.status())
                .as(giver.types() + " " + giver.reply().content())
                .isEqualTo("ok");
        Outcome later = kernel.run("gate.countDown();\nThread.sleep(50);\npool.shutdown();");
        kernel.awaitPublished(giver.request(), "at work");
        assertThat(later.stream("stdout")).isEmpty();
    }

    /** Workers all cells share would print under the cell that runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> { begin(); IntStream.range(0, 64).parallel().forEach(i -> say(i)); }).start();",
                "new Thread(() -> { begin(); numbers.parallelStream().sorted(Comparator.reverseOrder())"
                        + ".map(i -> say(i)).toList(); }).start();",
                "pool.execute(() -> { begin(); numbers.stream().map(i -> i).parallel().map(i -> say(i)).toList();"
                        + " StreamSupport.stream(numbers.spliterator(), true).forEach(i -> say(i)); });",
                "new Saying(0, 64).fork();",
                "ForkJoinPool.commonPool().execute(new Saying(0, 64));",
            })
    void whatGoesOnInParallelAfterItsCellPrintsUnderIt(String call) throws Exception {
        Outcome prepared = kernel.run("""
            import java.util.stream.*;
            var pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> { }).get();
            var numbers = IntStream.range(0, 64).boxed().toList();
            numbers.parallelStream().forEach(i -> { });
            var gate = new CountDownLatch(1);
            void begin() { try { gate.await(); } catch (InterruptedException e) { } }
            var said = new java.util.concurrent.atomic.AtomicInteger();
            int say(int i) {
                System.out.println("at work");
                if (said.incrementAndGet() == 64) System.out.println("done");
                return i;
            }
            class Saying extends RecursiveAction {
                int from, to;
                Saying(int from, int to) { this.from = from; this.to = to; }
                @Override protected void compute() {
                    begin();
                    int middle = (from + to) / 2;
                    if (middle == from) {
                        say(from);
                    } else {
                        invokeAll(new Saying(from, middle), new Saying(middle, to));
                    }
                }
            }\
            """);
        assertThat(prepared.status()).as("" + prepared.reply().content()).isEqualTo("ok");
        Outcome giver = kernel.run(call);
        assertThat(giver.status())
                .as(giver.types() + " " + giver.reply().content())
                .isEqualTo("ok");
        Outcome later = kernel.run("gate.countDown();\nThread.sleep(50);\npool.shutdown();");
        kernel.awaitPublished(giver.request(), "done");
        assertThat(later.stream("stdout")).isEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVirtualThreadBelongsToTheCellThatStartedIt() throws Exception {
        Outcome giver = kernel.run("var gate = new CountDownLatch(1);\nThread.startVirtualThread(() -> {\n"
                + "    try {\n        gate.await();\n    } catch (InterruptedException e) {\n    }\n"
                + "    System.out.println(\"at work\");\n    throw new IllegalStateException(\"out of work\");\n});");
        Outcome later = kernel.run("gate.countDown();\nThread.sleep(50);");
        kernel.awaitPublished(giver.request(), "at work");
        kernel.awaitPublished(giver.request(), "out of work");
        assertThat(later.types()).doesNotContain("stream");
    }

    @Test
    void anExceptionThatEndsAPoolsThreadIsToldUnderTheCellThatGaveTheTask() throws Exception {
        kernel.run("var pool = Executors.newFixedThreadPool(1);\npool.submit(() -> { }).get();");
        Outcome giver = kernel.run("pool.execute(() -> { throw new IllegalStateException(\"out of work\"); });");
        kernel.run("pool.shutdown();\npool.awaitTermination(5, TimeUnit.SECONDS);");
        kernel.awaitPublished(giver.request(), "out of work");
    }

    @Test
    void aPoolOfTheStudentsOwnCanCallItsParent() throws Exception {
        kernel.run("class Counting extends ThreadPoolExecutor {\n    int tasks;\n    Counting() {\n"
                + "        super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());\n    }\n"
                + "    @Override\n    public void execute(Runnable task) {\n        tasks++;\n"
                + "        super.execute(task);\n    }\n}\nvar counting = new Counting();");
        Outcome cell = kernel.run("counting.submit(() -> System.out.println(\"counted\")).get();\n"
                + "counting.shutdown();\ncounting.tasks");
        assertThat(cell.stream("stdout")).isEqualTo("counted\n");
        assertThat(cell.output("execute_result").at("/data/text~1plain").asText())
                .isEqualTo("1");
    }

    @Test
    void anUncaughtExceptionIsToldWithTheStudentsLines() throws Exception {
        Outcome cell = kernel.run("Thread t = new Thread(() -> {\n    int[] none = new int[0];\n    none[1] = 2;\n});\n"
                + "t.start();\nt.join();");
        assertThat(cell.stream("stderr"))
                .startsWith("Exception in thread \"Thread-")
                .contains("ArrayIndexOutOfBoundsException", "line 3", "none[1] = 2;")
                .doesNotContain("java.base/");
    }

    @Test
    void aCellWaitingForInputIsInterrupted() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        kernel.client.onInput(request -> {
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "late";
        });
        for (String question : List.of("input(\"? \")", "new Scanner(System.in).nextLine()")) {
            CountDownLatch asking = new CountDownLatch(1);
            String source = "System.out.println(\"asking\");\n" + question;
            Execution cell = kernel.client.execute(new ExecuteRequest(source, false, true, null, true, true), m -> {
                if (m.type().equals("stream")) {
                    asking.countDown();
                }
            });
            assertThat(asking.await(120, TimeUnit.SECONDS)).isTrue();
            kernel.client.interrupt();
            assertThat(RunningKernel.ename(cell)).isEqualTo("KeyboardInterrupt");
        }
        answered.countDown();
        assertThat(value("1 + 1")).isEqualTo("2");
    }

    @Test
    void aDisplayIsUpdatedFromALaterCell() throws Exception {
        kernel.run("var handle = display(\"one\");");
        Outcome later = kernel.run("handle.update(\"two\")");
        assertThat(later.output("update_display_data").at("/data/text~1plain").asText())
                .isEqualTo("two");
    }

    private static String value(String source) throws Exception {
        return value(ExecuteRequest.of(source));
    }

    private static String value(ExecuteRequest cell) throws Exception {
        return kernel.run(cell).output("execute_result").at("/data/text~1plain").asText();
    }
}
