package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jacobi.wire.Client;
import jacobi.wire.Execution;
import jacobi.wire.content.ExecuteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as the process a front end starts, signals and ends. */
@Timeout(300)
@Tag("slow")
class KernelProcessLifeTest {
    /**
     * From the request to end until the process is gone: far less than the minute for which cells and hooks hold it up
     * here.
     */
    private static final long LAST_MILLIS = 20_000;
    /** Signal 2 in a mask whose lowest bit is signal 1. */
    private static final long SIGINT_BIT = 1 << 1;

    @TempDir
    Path folder;

    private Process parent;
    private KernelProcess kernel;
    private Process process;
    private Client client;
    private String lastTraceback;

    @BeforeEach
    void start() throws Exception {
        // Something that lives until it is killed, in the place of the notebook server.
        parent = new ProcessBuilder(
                        KernelProcess.java(), "-Xshare:auto", "-cp", KernelProcess.classPath(), Sleeper.class.getName())
                .start();
        kernel = new KernelProcess(folder, parent, "-Xmx400m");
        process = kernel.process;
        client = kernel.client;
    }

    @AfterEach
    void stop() {
        kernel.close();
        parent.destroyForcibly();
    }

    @Test
    void shutdownEndsItAtOnceWithExitCodeZeroWhateverRuns() throws Exception {
        run("Thread t = new Thread(() -> { while (true) { } }); t.start();");
        run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { Thread.sleep(60000); } catch "
                + "(Exception e) { } }));");
        client.execute(ExecuteRequest.of("Thread.sleep(60_000)"), m -> {});
        assertThat(client.shutdown(false).get(120, TimeUnit.SECONDS).type()).isEqualTo("shutdown_reply");
        assertEnds();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sigtermEndsIt() throws Exception {
        process.destroy();
        assertEnds();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sigintStopsTheCellAndNothingElse() throws Exception {
        assumeFalse(ignoresSigint(), "background jobs of a shell ignore SIGINT, and so do their children");
        CountDownLatch started = new CountDownLatch(1);
        Execution cell = client.execute(ExecuteRequest.of("System.out.println(1); Thread.sleep(60_000)"), m -> {
            if (m.type().equals("stream")) {
                started.countDown();
            }
        });
        client.execute(ExecuteRequest.of("2"), m -> {});
        assertThat(started.await(120, TimeUnit.SECONDS)).isTrue();
        interrupt();
        assertThat(RunningKernel.status(cell)).isEqualTo("error");
        assertThat(run("3")).isEqualTo("3");
        interrupt();
        // The signal is on its way when kill returns.
        Thread.sleep(1_000);
        assertThat(run("4")).as("an interrupt between cells").isEqualTo("4");
    }

    @Test
    void itEndsWithTheFrontEndThatStartedIt() throws Exception {
        parent.destroyForcibly().waitFor();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void itOutlivesExhaustedMemoryAndStack() throws Exception {
        assertThat(run("var hog = new ArrayList<long[]>(); while (true) { hog.add(new long[1_000_000]); }"))
                .isEqualTo("OutOfMemoryError");
        run("hog = null;");
        assertThat(run("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")).isEqualTo("StackOverflowError");
        assertThat(run("new long[Integer.MAX_VALUE]")).isEqualTo("OutOfMemoryError");
        // Larger than half the heap: dropped by the socket, and whoever sent it may go on.
        client.execute(ExecuteRequest.of("//" + "x".repeat(150_000_000)), m -> {});
        assertThat(run("1 + 1")).isEqualTo("2");
    }

    /** The collector would go on for many minutes, finding room for one more of them each time. */
    @Test
    void aHeapFullOfSmallObjectsEndsTheCellAndNotTheSession() throws Exception {
        assertThat(run("var hog = new ArrayList<long[]>(); while (true) { hog.add(new long[4]); }"))
                .isEqualTo("OutOfMemoryError");
        // The line is named where there was memory left to note it.
        assertThat(lastTraceback).contains("hog holds about ", "hog = null; frees this memory");
        assertThat(run("1 + 1")).isEqualTo("2");
        assertThat(run("hog.size() > 1_000")).isEqualTo("true");
        run("hog = null;");
        assertThat(run("long[] again = new long[20_000_000]; again.length")).isEqualTo("20000000");
    }

    /** Whether this process, and so each it starts, was started to ignore SIGINT; false where that cannot be told. */
    private static boolean ignoresSigint() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Long.parseUnsignedLong(line.split("\\s+")[1], 16) & SIGINT_BIT) != 0);
    }

    private void interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** The value's text, the error's name, or an empty string. */
    private String run(String source) throws Exception {
        KernelProcess.Outcome outcome = kernel.run(source);
        lastTraceback = outcome.traceback();
        return outcome.result();
    }

    private void assertEnds() throws Exception {
        assertThat(process.waitFor(LAST_MILLIS, TimeUnit.MILLISECONDS))
                .as(kernel.log())
                .isTrue();
        assertThat(process.exitValue()).as(kernel.log()).isZero();
    }

    /** A process that does nothing. */
    static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
