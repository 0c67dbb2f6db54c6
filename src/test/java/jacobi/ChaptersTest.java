package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every chapter keeps to. */
class ChaptersTest {
    /** How many numbered cases of each subject the chapters show: T1 to T10, E1 to E7 and so on. */
    private static final List<String> ROWS = List.of("T10", "E7", "M4", "D4", "L6", "P7", "C8", "G9", "B4");

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @Test
    void everyRowIsShownBySomeCell() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (Path file : notebooks().toList()) {
            for (NotebookCell cell : Notebook.read(file).cells()) {
                cell.metadata().path("jacobi").path("rows").forEach(row -> shown.add(row.asText()));
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String last : ROWS) {
            IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                    .forEach(number -> wanted.add(last.charAt(0) + "" + number));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aChapterIsStoredAsRun(Path file) throws Exception {
        List<NotebookCell> cells = Notebook.read(file).cells();
        int count = 0;
        for (NotebookCell cell : cells) {
            if (cell.isCode()) {
                assertThat(cell.executionCount()).as(file + ", " + cell.id()).isEqualTo(++count);
                assertThat(cell.source().lines().count()).as(cell.source()).isLessThanOrEqualTo(12);
                assertThat(errors(cell)).as(cell.source()).isEqualTo(cell.hasTag("raises-exception") ? 1 : 0);
            }
        }
        assertThat(cells.get(0).source()).startsWith("# ").contains("will be able to");
        assertThat(cells).anyMatch(cell -> cell.source().startsWith("## Summary"));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void codeCellsCarryNoProse(Path file) throws Exception {
        for (NotebookCell cell : Notebook.read(file).cells()) {
            if (cell.isCode()) {
                assertThat(cell.source()).doesNotContain("//").doesNotContain("/*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void tasksStandInTheNotebookAsInTheirFile(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".ipynb", "");
        JsonNode exercises = new YAMLMapper()
                .readTree(Path.of("notebooks/exercises", name + ".yaml").toFile());
        assertThat(exercises.get("chapter").asText()).isEqualTo(name);
        List<String> texts =
                Notebook.read(file).cells().stream().map(NotebookCell::source).toList();
        for (JsonNode exercise : exercises.get("exercises")) {
            String points = exercise.get("points").asInt() == 1
                    ? "1 point"
                    : exercise.get("points").asInt() + " points";
            String heading = "**%s** %s (%s)"
                    .formatted(
                            exercise.get("id").asText(), exercise.get("title").asText(), points);
            assertThat(texts).contains(heading + "\n\n" + exercise.get("task").asText());
        }
    }

    private static int errors(NotebookCell cell) {
        int errors = 0;
        for (JsonNode output : cell.outputs()) {
            errors += output.path("output_type").asText().equals("error") ? 1 : 0;
        }
        return errors;
    }
}
