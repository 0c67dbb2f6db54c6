package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.repl.JavaEvaluator;
import jacobi.wire.Execution;
import jacobi.wire.content.ExecuteRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel with the evaluator it is shipped with: what only both together can do. */
@Timeout(60)
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
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        kernel.client.interrupt();
        assertThat(cell.done().get(20, TimeUnit.SECONDS).content().path("ename").asText())
                .isEqualTo("KeyboardInterrupt");
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
            assertThat(asking.await(20, TimeUnit.SECONDS)).isTrue();
            kernel.client.interrupt();
            assertThat(cell.done()
                            .get(20, TimeUnit.SECONDS)
                            .content()
                            .path("ename")
                            .asText())
                    .isEqualTo("KeyboardInterrupt");
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
