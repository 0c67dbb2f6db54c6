package jacobi.course.grading;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.course.NbgraderCell;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell as a notebook has it.
 *
 * @param asGiven whether nbgrader's checksum says that it is still what was handed out
 * @param keys what it is known by, the surest first: nbgrader's {@code grade_id}, the exercise, the cell's id
 */
record SubmittedCell(boolean isCode, String source, boolean asGiven, List<String> keys) {

    static SubmittedCell of(JsonNode cell) {
        String type = cell.path("cell_type").asText();
        String source = text(cell.path("source"));
        return new SubmittedCell(
                type.equals("code"),
                source,
                NbgraderCell.isAsGiven(type, source, cell.path("metadata")),
                keys(cell.path("metadata"), cell.path("id").asText()));
    }

    static List<String> keys(JsonNode metadata, String id) {
        List<String> keys = new ArrayList<>();
        String grade = metadata.path("nbgrader").path("grade_id").asText();
        if (!grade.isEmpty()) {
            keys.add("grade:" + grade);
        }
        String exercise = metadata.path("jacobi").path("exercise").asText();
        if (!exercise.isEmpty()) {
            keys.add("exercise:" + exercise);
        }
        if (!id.isEmpty()) {
            keys.add("id:" + id);
        }
        return keys;
    }

    private static String text(JsonNode source) {
        if (!source.isArray()) {
            return source.asText();
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
