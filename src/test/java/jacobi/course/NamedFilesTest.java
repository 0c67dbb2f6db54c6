package jacobi.course;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {
    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void whatACellNamesGoesWithTheNotebookAndNothingElse() throws IOException {
        Path data = file("data/houses.csv");
        Path picture = file("map.svg");
        file("data/other.csv");
        file("a");
        file("answers.csv");
        file("exercises/c.yaml");
        file("other.ipynb");
        file(".hidden");
        Notebook notebook = Notebook.parse(
                NotebookText.of(
                        NotebookText.code("1", "var x = readCsv(\"data/houses.csv\"); // my-answers.csv", "{}"),
                        NotebookText.markdown(
                                "2", "![the map](map.svg), other.ipynb, .hidden, exercises/c.yaml", "{}")),
                "c.ipynb");
        Map<Path, Path> named = NamedFiles.of(notebook, folder);
        assertThat(named).isEqualTo(Map.of(Path.of("data/houses.csv"), data, Path.of("map.svg"), picture));
    }
}
