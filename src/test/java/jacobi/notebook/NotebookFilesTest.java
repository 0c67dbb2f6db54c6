package jacobi.notebook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFolderStandsForItsNotebooksInOrderWithoutCheckpoints() throws IOException {
        Path second = touch("02 b.ipynb");
        Path first = touch("01-a.ipynb");
        Path deep = touch("中文/01-a.ipynb");
        touch(".ipynb_checkpoints/01-a-checkpoint.ipynb");
        touch("notes.txt");
        assertThat(NotebookFiles.find(List.of(folder)))
                .containsExactly(
                        entry(first, Path.of("01-a.ipynb")),
                        entry(second, Path.of("02 b.ipynb")),
                        entry(deep, Path.of("中文/01-a.ipynb")));
        assertThat(NotebookFiles.find(List.of(deep, deep))).hasSize(1);
    }

    @Test
    void whatIsMissingEmptyOrWouldCollideIsNamed() throws IOException {
        Path one = touch("a/x.ipynb");
        Path other = touch("b/x.ipynb");
        assertThatThrownBy(() -> NotebookFiles.find(List.of(folder.resolve("no"))))
                .hasMessageContainingAll("no: no such file or folder", "check the spelling");
        assertThatThrownBy(() -> NotebookFiles.find(List.of(Files.createDirectory(folder.resolve("empty")))))
                .hasMessageContaining("no notebook (.ipynb) in this folder");
        assertThatThrownBy(() -> NotebookFiles.find(List.of(one, other)))
                .hasMessageContaining("share the name x.ipynb");
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
