package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.kernel.KernelProcess.Outcome;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fills the heap, and whoever holds it: the kernel answers, or it is gone and can be started anew. */
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

    @Test
    void fillingItAgainAndAgainLetsGoOfTheVariableThatHoldsIt() throws Exception {
        String fill = "while (true) { hog.add(new long[4]); }";
        kernel.run("var hog = new ArrayList<long[]>();");
        assertThat(kernel.run(fill).result()).isEqualTo("OutOfMemoryError");
        assertThat(kernel.run("hog != null").result())
                .as("there is spare memory")
                .isEqualTo("true");
        Outcome last = kernel.run(fill);
        assertThat(last.result()).isEqualTo("OutOfMemoryError");
        assertThat(last.traceback()).contains("set to null");
        kernel.assertAnswers();
        assertThat(kernel.run("hog == null").result()).isEqualTo("true");
        assertThat(kernel.run("new long[10_000_000].length").result()).isEqualTo("10000000");
    }

    @Test
    void aThreadOfACellIsEndedAndSessionGoesOn() throws Exception {
        kernel.run(
                "var hog = Collections.synchronizedList(new ArrayList<Object>());\n"
                        + "new Thread(() -> { while (true) { try { hog.add(new long[4]); } catch (OutOfMemoryError e) { } } }).start();");
        // It fills within a second or so; the guard's steps take seconds more.
        kernel.process.waitFor(15, TimeUnit.SECONDS);
        kernel.assertNotDeaf();
    }

    @Test
    void whatNoVariableHoldsIsLetGoOfWithItsCell() throws Exception {
        assertThat(kernel.run("{ var hog = new ArrayList<long[]>(); while (true) { hog.add(new long[4]); } }")
                        .result())
                .isEqualTo("OutOfMemoryError");
        kernel.assertAnswers();
        assertThat(kernel.run("new long[10_000_000].length").result()).isEqualTo("10000000");
    }

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
        for (int i = 0; i < 400; i++) {
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
