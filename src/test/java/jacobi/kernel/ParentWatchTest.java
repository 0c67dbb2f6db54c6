package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(300)
@Tag("slow")
class ParentWatchTest {

    /** As a notebook server does whose own parent, such as a container's first process, reaps nobody. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aParentThatHasEndedAndIsNotReapedIsGone() throws Exception {
        // The second sleep takes the shell's place and never asks what became of the first.
        Process grandparent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
        try (BufferedReader output = grandparent.inputReader(StandardCharsets.US_ASCII)) {
            String parent = output.readLine();
            CountDownLatch orphaned = new CountDownLatch(1);
            ParentWatch.start(parent, orphaned::countDown);
            assertThat(orphaned.await(1_200, TimeUnit.MILLISECONDS))
                    .as("while it lives")
                    .isFalse();
            ProcessHandle handle = ProcessHandle.of(Long.parseLong(parent)).orElseThrow();
            handle.destroyForcibly();
            assertThat(orphaned.await(120, TimeUnit.SECONDS)).isTrue();
            assertThat(handle.isAlive()).as("a zombie lives, to Java").isTrue();
        } finally {
            grandparent.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aParentThatEndsIsGone() throws Exception {
        Process parent = new ProcessBuilder("sleep", "300").start();
        CountDownLatch orphaned = new CountDownLatch(1);
        ParentWatch.start(Long.toString(parent.pid()), orphaned::countDown);
        parent.destroyForcibly();
        assertThat(orphaned.await(120, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void withoutAParentNamedThereIsNothingToWatch() throws Exception {
        CountDownLatch orphaned = new CountDownLatch(1);
        ParentWatch.start(null, orphaned::countDown);
        ParentWatch.start(" ", orphaned::countDown);
        ParentWatch.start("no number", orphaned::countDown);
        assertThat(orphaned.getCount()).isEqualTo(1);
    }
}
