package jacobi.notebook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NotebookFilesTest {
    @TempDir
    Path folder;

    private final List<String> skipped = new ArrayList<>();

    @Test
    void aFolderStandsForItsNotebooksInOrderWithoutCheckpoints() throws IOException {
        Path second = touch("02 b.ipynb");
        Path first = touch("01-a.ipynb");
        Path deep = touch("中文/01-a.ipynb");
        touch(".ipynb_checkpoints/01-a-checkpoint.ipynb");
        touch("notes.txt");
        assertThat(NotebookFiles.find(List.of(folder), skipped::add))
                .containsExactly(
                        entry(first, Path.of("01-a.ipynb")),
                        entry(second, Path.of("02 b.ipynb")),
                        entry(deep, Path.of("中文/01-a.ipynb")));
        assertThat(NotebookFiles.find(List.of(deep, deep), skipped::add)).hasSize(1);
    }

    @Test
    void whatIsMissingEmptyOrWouldCollideIsNamed() throws IOException {
        Path one = touch("a/x.ipynb");
        Path other = touch("b/x.ipynb");
        assertThatThrownBy(() -> NotebookFiles.find(List.of(folder.resolve("no")), skipped::add))
                .hasMessageContainingAll("no: no such file or folder", "check the spelling");
        assertThatThrownBy(
                        () -> NotebookFiles.find(List.of(Files.createDirectory(folder.resolve("empty"))), skipped::add))
                .hasMessageContaining("no notebook (.ipynb) in this folder");
        Map<Path, Path> both = NotebookFiles.find(List.of(one, other), skipped::add);
        assertThat(both).containsOnlyKeys(one, other);
        assertThatThrownBy(() -> NotebookFiles.requireOwnCopies(both))
                .hasMessageContaining("have the same name x.ipynb");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void aLinkThatLeadsToItselfOrNowhereIsSkippedWithALine() throws IOException {
        Path good = touch("a.ipynb");
        Path linked = Files.createSymbolicLink(folder.resolve("b.ipynb"), good);
        Files.createSymbolicLink(folder.resolve("c.ipynb"), Path.of("c.ipynb"));
        Files.createSymbolicLink(folder.resolve("d.ipynb"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(NotebookFiles.find(List.of(folder), skipped::add)).containsOnlyKeys(good, linked);
        assertThat(skipped)
                .hasSize(2)
                .anyMatch(line -> line.contains("c.ipynb: skipped, a link to itself"))
                .anyMatch(line -> line.contains("d.ipynb: skipped, a link to gone, which is not there"));
        assertThatThrownBy(() -> NotebookFiles.find(List.of(folder.resolve("c.ipynb")), skipped::add))
                .hasMessageContaining("c.ipynb: a link to itself; delete it or correct it");
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
