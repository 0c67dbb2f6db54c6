package jacobi.repl.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernel a notebook names. */
class NotebookKernelTest {
    @TempDir
    Path folder;

    private boolean isIJavas(String content) throws IOException {
        return NotebookKernel.isIJavas(
                Files.writeString(folder.resolve("book.ipynb"), content).toString());
    }

    @Test
    void theMetadataTellIt() throws IOException {
        for (String name : new String[] {"java", "jjava", "rapaio-jupyter-kernel"}) {
            assertThat(isIJavas("{\"metadata\": {\"kernelspec\": {\"name\": \"" + name + "\"}}}"))
                    .as(name)
                    .isTrue();
        }
        assertThat(isIJavas("{\"metadata\": {\"kernelspec\": {\"name\": \"jacobi\"}}}"))
                .isFalse();
        assertThat(isIJavas("{}")).isFalse();
        assertThat(isIJavas("no JSON")).isFalse();
        assertThat(NotebookKernel.isIJavas(folder.resolve("none.ipynb").toString()))
                .isFalse();
        assertThat(NotebookKernel.isIJavas("a session\0")).isFalse();
        assertThat(NotebookKernel.isIJavas(null)).isFalse();
    }
}
