package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the notebook of demos keeps to. */
class LectureNotebookTest {
    private static final Path FILE = Path.of("notebooks", "lecture", "lecture.ipynb");
    /** What a page may take to replay one demo. */
    private static final int MOST_CHARACTERS = 300_000;

    @Test
    void tenDemosAreStoredAsRun() throws Exception {
        List<NotebookCell> cells = Notebook.read(FILE).cells();
        assertThat(cells.stream().filter(cell -> cell.source().matches("(?s)## \\d+\\. .*")))
                .hasSize(10);
        int count = 0;
        for (NotebookCell cell : cells) {
            assertThat(cell.metadata().path("slideshow").path("slide_type").asText())
                    .as(cell.id())
                    .isNotEmpty();
            if (cell.isCode()) {
                assertThat(cell.executionCount()).as(cell.id()).isEqualTo(++count);
                assertThat(cell.source().lines().count()).as(cell.source()).isLessThanOrEqualTo(12);
                assertThat(cell.source()).doesNotContain("//").doesNotContain("/*");
            }
        }
    }

    @Test
    void everyDemoHasAPictureForPagesThatRunNothing() throws Exception {
        for (NotebookCell cell : Notebook.read(FILE).cells()) {
            StringBuilder pages = new StringBuilder();
            for (JsonNode output : cell.outputs()) {
                assertThat(output.path("output_type").asText()).as(cell.id()).isNotEqualTo("error");
                pages.append(text(output.path("data").path("text/html")));
            }
            if (!cell.outputs().isEmpty()) {
                assertThat(pages.toString())
                        .as(cell.id())
                        .contains("<img ")
                        .contains("<script>")
                        .hasSizeLessThan(MOST_CHARACTERS);
            }
        }
    }

    private static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder(lines.isTextual() ? lines.asText() : "");
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
