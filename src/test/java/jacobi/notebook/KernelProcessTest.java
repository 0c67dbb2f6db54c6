package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KernelProcessTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelThatEndsAtOnceHasItsLastWordsReported() {
        assertThatThrownBy(() -> KernelProcess.start(
                        spec("sh", "-c", "echo starting; echo \"no module $LESSON\" >&2; echo '  at frame'; exit 5"),
                        folder))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContainingAll(
                        "kernel 'broken' ended before it answered",
                        "exit code 5",
                        "its last words: no module 04",
                        "kernel.json")
                .message()
                .doesNotContain("\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelWhosePortIsTakenIsStartedAgainOnOthers() {
        Path counter = folder.resolve("starts");
        assertThatThrownBy(() -> KernelProcess.start(
                        spec("sh", "-c", "echo x >>'" + counter + "'; echo 'Address already in use'; exit 1"), folder))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContaining("in use");
        assertThat(counter).content().hasLineCount(3);
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> KernelProcess.start(spec("no-such-program"), folder))
                .isInstanceOf(KernelDiedException.class)
                .hasMessageContainingAll("cannot be started", "no-such-program", "check \"argv\"");
    }

    private KernelSpec spec(String... argv) {
        return new KernelSpec("broken", List.of(argv), "sh", Map.of("LESSON", "04"), true, folder);
    }
}
