package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
class OutputFolderTest {
    private static final Path COPY = Path.of("unit/a.ipynb");

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void oneNotebook() throws IOException {
        Files.createDirectories(folder.resolve("lessons/unit"));
        original = Files.writeString(folder.resolve("lessons").resolve(COPY), "original");
    }

    @Test
    void aFolderThatIsNotThereYetWillDo() throws IOException {
        assertThat(place("out")).isEqualTo(folder.resolve("out").resolve(COPY));
    }

    @Test
    void aFolderMayBeALinkItself() throws IOException {
        Files.createDirectory(folder.resolve("big disk"));
        Files.createSymbolicLink(folder.resolve("out"), folder.resolve("big disk"));
        assertThat(place("out")).isEqualTo(folder.resolve("out").resolve(COPY));
    }

    @Test
    void noLinkInTheFolderIsFollowedOut() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("out/unit"), folder.resolve("lessons/unit"));
        assertThatThrownBy(() -> place("out"))
                .hasMessageContainingAll("out/unit/a.ipynb: not written", "a link leads out of", "lessons/unit");
    }

    @Test
    void aLinkInThePlaceOfTheCopyIsReplacedItself() throws IOException {
        Files.createDirectories(folder.resolve("out/unit"));
        Files.createSymbolicLink(folder.resolve("out").resolve(COPY), original);
        assertThat(place("out")).isEqualTo(folder.resolve("out").resolve(COPY));
    }

    @Test
    void aCopyNeverReplacesANotebookOfTheRun() throws IOException {
        assertThatThrownBy(() -> place("lessons"))
                .hasMessageContainingAll("one of the notebooks to run", "--output DIR", "--inplace");
        Files.createSymbolicLink(folder.resolve("out"), folder.resolve("lessons"));
        assertThatThrownBy(() -> place("out")).hasMessageContaining("one of the notebooks to run");
    }

    @Test
    void aPlaceThatIsNoFolderIsNamed() throws IOException {
        Files.writeString(folder.resolve("out"), "");
        assertThatThrownBy(() -> place("out")).hasMessageContaining("is not a folder that you may write to");
    }

    private Path place(String output) throws IOException {
        return new OutputFolder(folder.resolve(output), List.of(original)).place(COPY);
    }
}
