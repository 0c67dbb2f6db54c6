package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jacobi.kernel.KernelProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fills the heap, and whoever holds it: the kernel answers, or it is gone and can be started again. */
@Tag("slow")
@Timeout(300)
class UsedUpMemoryTest {
    @TempDir
    Path folder;

    private KernelProcess kernel;

    @BeforeEach
    void start() throws Exception {
        kernel = new KernelProcess(folder, null, "-Xmx200m");
    }

    @AfterEach
    void stop() {
        kernel.close();
    }

    /** Once is survived, as KernelProcessLifeTest has it; again and again may end the process on a busy machine. */
    @Tag("soak")
    @Test
    void fillingItAgainAndAgainEndsEachCellOrTheProcess() throws Exception {
        kernel.run("var hog = new ArrayList<long[]>();");
        for (int i = 0; i < 3 && kernel.process.isAlive(); i++) {
            try {
                Outcome outcome = kernel.run(
                        "if (hog == null) { hog = new ArrayList<long[]>(); }\nwhile (true) { hog.add(new long[4]); }");
                assertThat(outcome.result()).as(kernel.log()).isEqualTo("OutOfMemoryError");
            } catch (TimeoutException e) {
                assertThat(kernel.process.isAlive())
                        .as("alive and deaf; " + kernel.log())
                        .isFalse();
                assertThat(kernel.log()).containsAnyOf("the memory is used up", "the heap is used up");
            }
        }
        if (kernel.process.isAlive()) {
            kernel.assertAnswers();
            kernel.run("hog = null;");
            assertThat(kernel.run("new long[10_000_000].length").result()).isEqualTo("10000000");
        }
    }

    @Tag("soak")
    @Test
    void aThreadOfACellIsEndedAndSessionGoesOn() throws Exception {
        kernel.run("var hog = Collections.synchronizedList(new ArrayList<Object>());\n"
                + "new Thread(() -> { while (true) { try { hog.add(new long[4]); } catch (OutOfMemoryError e) { }"
                + " } }).start();");
        // It fills within a second or so; the guard's steps take seconds more.
        kernel.process.waitFor(15, TimeUnit.SECONDS);
        kernel.assertNotDeaf();
    }

    /** A fifth of the heap may be left, of which the collector finds none for the list. */
    @Tag("soak")
    @Test
    void aListThatCannotGrowAndIsAskedToAgainAndAgainEnds() throws Exception {
        kernel.client.execute(
                jacobi.wire.content.ExecuteRequest.of("class Hog { static List<Object> all = new ArrayList<>();\n"
                        + "static void go() { while (true) { try { all.add(new byte[10]); } catch (Throwable e) { } } }"
                        + " }\n"
                        + "Hog.go();"),
                m -> {});
        kernel.process.waitFor(20, TimeUnit.SECONDS);
        kernel.assertNotDeaf();
    }

    /** Several at a time leave hardly a moment between two collections. */
    @Tag("soak")
    @Test
    void manyThreadsThatCatchTheErrorEndOrTheProcessDoes() throws Exception {
        kernel.run("var hog = new java.util.concurrent.ConcurrentLinkedQueue<Object>();\n"
                + "for (int i = 0; i < 4; i++) new Thread(() -> { while (true) { try { hog.add(new long[2]); }"
                + " catch (OutOfMemoryError e) { } } }).start();");
        kernel.process.waitFor(20, TimeUnit.SECONDS);
        kernel.assertNotDeaf();
    }

    @Tag("soak")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itEndsWithItsParentThoughTheHeapIsFull() throws Exception {
        Process parent = new ProcessBuilder("sleep", "600").start();
        try (KernelProcess child =
                new KernelProcess(Files.createDirectory(folder.resolve("child")), parent, "-Xmx200m")) {
            child.run("new Thread(() -> { var own = new ArrayList<Object>(); while (true) { try {"
                    + " own.add(new long[3]); } catch (OutOfMemoryError e) { } } }).start();");
            Thread.sleep(1_500);
            parent.destroyForcibly().waitFor();
            assertThat(child.process.waitFor(KernelProcess.SECONDS, TimeUnit.SECONDS))
                    .as(child.log())
                    .isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    /**
     * A process that has no turn, as between collections that follow one another: whoever watches from outside ends it.
     */
    @Tag("soak")
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProcessThatNeverGetsATurnIsEndedFromOutside() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash));
        kernel.assertAnswers();
        assertThat(kernel.process.children().count()).isEqualTo(1);
        String pid = Long.toString(kernel.process.pid());
        assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
        assertThat(kernel.process.waitFor(KernelProcess.SECONDS, TimeUnit.SECONDS))
                .isTrue();
        for (int i = 0; i < 100 && !kernel.log().contains("nothing could run any more"); i++) {
            Thread.sleep(50);
        }
        assertThat(kernel.log()).contains("nothing could run any more");
    }

    @Tag("soak")
    @Test
    void whatNoVariableHoldsIsLetGoOfWithItsCell() throws Exception {
        assertThat(kernel.run("{ var hog = new ArrayList<long[]>(); while (true) { hog.add(new long[4]); } }")
                        .result())
                .isEqualTo("OutOfMemoryError");
        kernel.assertAnswers();
        assertThat(kernel.run("new long[10_000_000].length").result()).isEqualTo("10000000");
    }

    @Tag("soak")
    @Test
    void aLoopThatCatchesTheErrorEndsOrTheProcessDoes() throws Exception {
        kernel.client.execute(
                jacobi.wire.content.ExecuteRequest.of("var hog = new ArrayList<long[]>();\n"
                        + "while (true) { try { while (true) hog.add(new long[4]); } catch (OutOfMemoryError e) { } }"),
                m -> {});
        kernel.process.waitFor(15, TimeUnit.SECONDS);
        kernel.assertNotDeaf();
    }

    @Test
    void messagesOfMoreThanTheHeapAreAllAnswered() throws Exception {
        String megabyte = "//" + "x".repeat(1_000_000);
        var replies = new java.util.ArrayList<java.util.concurrent.CompletableFuture<jacobi.wire.Message>>();
        kernel.client.execute(jacobi.wire.content.ExecuteRequest.of("Thread.sleep(2000);"), m -> {});
        for (int i = 0; i < 250; i++) {
            replies.add(kernel.client
                    .execute(jacobi.wire.content.ExecuteRequest.of(megabyte), m -> {})
                    .reply());
        }
        for (var reply : replies) {
            assertThat(reply.get(KernelProcess.SECONDS, TimeUnit.SECONDS)
                            .content()
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
        }
        kernel.assertAnswers();
    }

    @Tag("soak")
    @Test
    void aFullDirectMemoryLeavesRoomForLargeMessages() throws Exception {
        kernel.run("var hog = new ArrayList<java.nio.ByteBuffer>();");
        assertThat(kernel.run("while (true) { hog.add(java.nio.ByteBuffer.allocateDirect(4_000_000)); }")
                        .result())
                .isEqualTo("OutOfMemoryError");
        assertThat(kernel.run("//" + "x".repeat(5_000_000)).status()).isEqualTo("ok");
        assertThat(kernel.run("\"y\".repeat(900_000)").result().length()).isEqualTo(900_000);
    }
}
