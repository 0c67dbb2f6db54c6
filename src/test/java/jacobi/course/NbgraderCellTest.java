package jacobi.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.TestText;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Ten cells against what nbgrader documents of version 3: nbgrader.readthedocs.io, "JSON Metadata Format", and {@code
 * nbgrader/nbgraderformat/v3.json} and {@code v3.py}. The checksums were computed by nbgrader's own {@code
 * compute_checksum}.
 */
class NbgraderCellTest {
    private static final Set<String> KEYS = Set.of(
            "schema_version", "grade", "locked", "solution", "task", "grade_id", "points", "checksum", "cell_type");
    private static final Set<String> REQUIRED = Set.of("schema_version", "grade", "locked", "solution");

    private static List<NotebookCell> cells() throws Exception {
        return Notebook.parse(TestText.read(NbgraderCellTest.class, "nbgrader.ipynb"), "nbgrader.ipynb")
                .cells();
    }

    @Test
    void tenCellsKeepWhatNbgraderMeansWhenTheyAreWrittenAgain() throws Exception {
        List<NotebookCell> cells = cells();
        assertThat(cells).hasSize(10);
        for (NotebookCell cell : cells) {
            JsonNode before = cell.metadata().get("nbgrader").deepCopy();
            NbgraderCell.of(cell).orElseThrow().writeTo(cell);
            JsonNode after = cell.metadata().get("nbgrader");
            assertThat(after.path("checksum").asText())
                    .as(before.toString())
                    .isEqualTo(before.path("checksum").asText());
            assertValid(cell, after);
            for (String field : REQUIRED) {
                assertThat(after.get(field)).as(field + " of " + before).isEqualTo(before.get(field));
            }
            assertThat(after.get("grade_id")).isEqualTo(before.get("grade_id"));
            assertThat(NbgraderCell.isUnchanged(cell)).isTrue();
            cell.source(cell.source() + " ");
            assertThat(NbgraderCell.isUnchanged(cell)).isFalse();
        }
    }

    /** What the schema and the validator of version 3 ask for. */
    private static void assertValid(NotebookCell cell, JsonNode said) {
        Set<String> keys = new TreeSet<>();
        for (Iterator<String> names = said.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        assertThat(KEYS).containsAll(keys);
        assertThat(keys).containsAll(REQUIRED);
        assertThat(said.get("schema_version").intValue()).isEqualTo(3);
        assertThat(said.get("grade_id").asText()).matches("[a-zA-Z0-9_-]+");
        assertThat(said.get("checksum").asText()).hasSize(32);
        assertThat(said.get("cell_type").asText()).isEqualTo(cell.type());
        if (said.get("grade").asBoolean()) {
            assertThat(said.get("points").doubleValue()).isNotNegative();
        }
        boolean task = said.path("task").asBoolean();
        if (cell.type().equals("markdown") && !task) {
            assertThat(said.get("grade").asBoolean())
                    .isEqualTo(said.get("solution").asBoolean());
        }
        assertThat(task && !cell.type().equals("markdown")).isFalse();
    }

    @Test
    void rolesFollowFromTheFlags() throws Exception {
        List<String> roles = cells().stream()
                .map(cell -> NbgraderCell.of(cell).orElseThrow())
                .map(cell ->
                        cell.isTest() ? "test" : cell.isManual() ? "manual" : cell.solution() ? "answer" : "locked")
                .toList();
        assertThat(roles)
                .containsExactly(
                        "answer", "test", "answer", "test", "manual", "manual", "manual", "locked", "locked", "test");
    }

    @Test
    void lockedCellsCanNeitherBeEditedNorDeletedAndAnswersNotDeleted() throws Exception {
        for (NotebookCell cell : cells()) {
            NbgraderCell role = NbgraderCell.of(cell).orElseThrow();
            role.writeTo(cell);
            assertThat(cell.metadata().get("deletable")).isEqualTo(new ObjectMapper().readTree("false"));
            assertThat(cell.metadata().has("editable")).isEqualTo(role.locked());
        }
    }
}
