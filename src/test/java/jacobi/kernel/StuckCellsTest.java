package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.wire.Execution;
import jacobi.wire.Message;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InspectRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that no request to stop reaches end all the same, and the session goes on as it was. */
@Tag("slow")
@Timeout(300)
class StuckCellsTest {
    private static RunningKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = new RunningKernel(() -> new JavaEvaluator(
                List.of("import java.io.*;", "import java.net.*;", "import java.util.*;", "import java.nio.file.*;")));
        assertThat(kernel.run("int kept = 41;").status()).isEqualTo("ok");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ServerSocket(0).accept();",
                "var server = new ServerSocket(0); new Socket(\"127.0.0.1\", "
                        + "server.getLocalPort()).getInputStream().read();",
                "new DatagramSocket(0).receive(new DatagramPacket(new byte[9], 9));",
                "java.nio.channels.ServerSocketChannel.open().bind(null).accept();",
                "Object lock = new Object(); var held = new java.util.concurrent.CountDownLatch(1);"
                        + " new Thread(() -> { synchronized (lock) { held.countDown(); "
                        + "new java.util.concurrent.Semaphore(0).acquireUninterruptibly(); } })"
                        + ".start(); held.await(); synchronized (lock) { }",
                "class Slow extends RuntimeException { public String getMessage() { while (true) { } } } throw new "
                        + "Slow();",
                "class Slow { public String toString() { while (true) { } } } new Slow()",
                "class Slow { public int hashCode() { while (true) { } } } new HashMap<Object, Object>().put(new "
                        + "Slow(), 1);",
                "new java.math.BigInteger(\"7\").pow(200_000_000);",
                "new Random().ints().filter(i -> false).sum();",
            })
    void endsWithinSecondsOfARequest(String cell) throws Exception {
        assertStops(cell);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void soDoesOneThatReadsFromAPipeOrAProcess() throws Exception {
        assertStops("new ProcessBuilder(\"sleep\", \"60\").start().getInputStream().read();");
        assertStops("new ProcessBuilder(\"sleep\", \"60\").inheritIO().start().waitFor();");
        assertStops("new BufferedReader(new InputStreamReader(new ProcessBuilder(\"sleep\", \"60\").start()"
                + ".getInputStream())).lines().count();");
        assertStops("Path pipe = Files.createTempDirectory(\"pipe\").resolve(\"p\");"
                + " new ProcessBuilder(\"mkfifo\", pipe.toString()).start().waitFor();"
                + " new FileInputStream(pipe.toFile()).read();");
    }

    /** Part of the compiler's work that does not end by itself, nor for a request. */
    @SupportedAnnotationTypes("java.lang.FunctionalInterface")
    public static final class Endless extends AbstractProcessor {
        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static volatile boolean over;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            BEGUN.countDown();
            while (!over) {
                LockSupport.parkNanos(1_000_000);
            }
            return false;
        }
    }

    @Test
    void soDoesOneTheCompilerIsAtWorkOn(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), Endless.class.getName());
        kernel.run("%classpath " + folder.toString().replace('\\', '/'));
        Execution running = kernel.client.execute(
                ExecuteRequest.of("@FunctionalInterface interface Endless { int of(int x); }"), m -> {});
        try {
            assertThat(Endless.BEGUN.await(RunningKernel.SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            kernel.client.interrupt().get(RunningKernel.SECONDS, TimeUnit.SECONDS);
            JsonNode reply =
                    running.done().get(RunningKernel.SECONDS, TimeUnit.SECONDS).content();
            assertThat(reply.path("ename").asText()).isEqualTo("KeyboardInterrupt");
            assertGoesOn();
        } finally {
            Endless.over = true;
        }
    }

    @Test
    void anEditorsQuestionIsAnsweredThoughAValueCannotBeShown() throws Exception {
        kernel.run("class Endless { public String toString() { while (true) { } } } Endless endless = new Endless();");
        assertThat(kernel.client
                        .request(new InspectRequest("endless", 3, 1))
                        .get(60, TimeUnit.SECONDS)
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(kernel.client
                        .request(new CompleteRequest("endl", 4))
                        .get(60, TimeUnit.SECONDS)
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        kernel.run("endless = null;");
        assertGoesOn();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RunningKernel.SECONDS);
        while (isAnyIn("Endless") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(isAnyIn("Endless")).as("a loop nobody waits for").isFalse();
    }

    @Test
    void theAnswerSaysWhereTheCellIs() throws Exception {
        Outcome outcome = interrupted("var at = new ServerSocket(0);\nSystem.out.println(1);\nat.accept();");
        String told = outcome.output("error").path("traceback").toString();
        if (!told.contains("does not react to a request to stop")) {
            // A Java that can end a thread from outside has done so.
            assertThat(Runtime.version().feature()).isLessThan(20);
        } else {
            assertThat(told).contains("line 3", "java.net.ServerSocket.accept");
        }
        assertThat(kernel.run("at.close();").status()).isEqualTo("ok");
    }

    @Test
    void aCellThatHasAskedForHelpIsStoppedAsBefore() throws Exception {
        Outcome outcome =
                interrupted("jacobi.repl.magic.Words.lineMagic(\"help\", List.of(\"kept\"));\nwhile (true) { }");
        assertThat(outcome.output("error").path("traceback").toString())
                .contains("KeyboardInterrupt", "line 2")
                .doesNotContain("does not react to a request to stop");
        assertGoesOn();
    }

    /** Whether a thread runs a method of a class whose name ends so. */
    private static boolean isAnyIn(String name) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().endsWith(name)
                        && frame.getMethodName().equals("toString"));
    }

    private static void assertStops(String cell) throws Exception {
        Outcome outcome = interrupted("System.out.println(1);\n" + cell);
        assertThat(outcome.reply().content().path("ename").asText()).isEqualTo("KeyboardInterrupt");
        assertGoesOn();
    }

    private static void assertGoesOn() throws Exception {
        Outcome next = kernel.run("kept + 1");
        assertThat(next.output("execute_result").at("/data/text~1plain").asText())
                .isEqualTo("42");
        assertThat(kernel.run("int again" + System.nanoTime() + " = 1; System.out.print(\"new\")").stream("stdout"))
                .isEqualTo("new");
    }

    private static Outcome interrupted(String cell) throws Exception {
        List<Message> outputs = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Execution running = kernel.client.execute(ExecuteRequest.of(cell), m -> {
            outputs.add(m);
            if (m.type().equals("stream")) {
                begun.countDown();
            }
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(200);
        assertThat(running.done()).as("it runs on").isNotDone();
        kernel.client.interrupt().get(RunningKernel.SECONDS, TimeUnit.SECONDS);
        return new Outcome(running.request(), running.done().get(60, TimeUnit.SECONDS), outputs);
    }
}
