package jacobi.course;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Notebooks as text, for tests. */
public final class NotebookText {
    private NotebookText() {}

    /** A notebook for Java of such cells. */
    public static String of(String... cells) {
        return of(List.of(cells));
    }

    public static String of(List<String> cells) {
        return "{\"cells\": [" + String.join(",\n", cells)
                + "], \"metadata\": {\"kernelspec\": {\"name\": \"jacobi\", \"language\": \"java\"}}, \"nbformat\": 4,"
                + " \"nbformat_minor\": 5}";
    }

    /** @param metadata as JSON */
    public static String code(String id, String source, String metadata) {
        return "{\"cell_type\": \"code\", " + idOf(id) + "\"metadata\": " + metadata
                + ", \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"old output\"}],"
                + " \"execution_count\": null, \"source\": " + TextNode.valueOf(source) + "}";
    }

    /** @param metadata as JSON */
    public static String markdown(String id, String source, String metadata) {
        return "{\"cell_type\": \"markdown\", " + idOf(id) + "\"metadata\": " + metadata + ", \"source\": "
                + TextNode.valueOf(source) + "}";
    }

    private static String idOf(String id) {
        return id.isEmpty() ? "" : "\"id\": \"" + id + "\", ";
    }

    /** Metadata that names an exercise. */
    public static String exercise(String id) {
        return "{\"jacobi\": {\"exercise\": \"" + id + "\"}}";
    }

    /**
     * nbgrader's metadata.
     *
     * @param fields those that are true
     */
    public static String nbgrader(String gradeId, int points, String... fields) {
        List<String> set = Arrays.asList(fields);
        return "{\"nbgrader\": {\"grade_id\": \"" + gradeId + "\", \"schema_version\": 3, \"points\": " + points + ", "
                + List.of("grade", "solution", "locked", "task").stream()
                        .map(field -> "\"" + field + "\": " + set.contains(field))
                        .collect(Collectors.joining(", "))
                + "}}";
    }
}
