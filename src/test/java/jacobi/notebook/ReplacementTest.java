package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
    @TempDir
    Path folder;

    @Test
    void theOldFileIsThereUntilTheNewOneIs() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Integer> missing = CompletableFuture.supplyAsync(() -> {
            int times = 0;
            while (writing.get()) {
                times += Files.exists(file) ? 0 : 1;
            }
            return times;
        });
        for (int i = 0; i < 100; i++) {
            write(file, "new");
        }
        writing.set(false);
        assertThat(missing.get()).isZero();
    }

    @Test
    void aContentThatBreaksOffLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ipynb"), "old");
        assertThatThrownBy(() -> Replacement.write(file, out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).as("no temporary file is left").containsExactly("a.ipynb");
    }

    @Test
    void aRenamingThatFailsLeavesWhatWasThere() throws IOException {
        // A move that first deletes succeeds with this one.
        Path inTheWay = Files.createDirectory(folder.resolve("a.ipynb"));
        assertThatThrownBy(() -> write(inTheWay, "new")).isInstanceOf(IOException.class);
        assertThat(inTheWay).isEmptyDirectory();
        assertThat(folder.toFile().list()).containsExactly("a.ipynb");
    }

    @Test
    void aNameMayBeAsLongAsTheSystemAllows() throws IOException {
        Path file = folder.resolve("x".repeat(249) + ".ipynb");
        write(file, "new");
        assertThat(file).hasContent("new");
    }

    private static void write(Path file, String text) throws IOException {
        Replacement.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
