package jacobi.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.notebook.NotebookCell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What nbgrader keeps in a cell's metadata, in version 3 of its schema (nbgrader.readthedocs.io, "JSON Metadata
 * Format", and {@code nbgraderformat/v3.json}).
 *
 * @param gradeId the cell's name; letters, digits, {@code -} and {@code _}
 * @param grade whether the cell is worth points
 * @param solution whether students write in it
 * @param locked whether students may not edit it
 * @param task whether it is a task in Markdown, marked by a person
 * @param points what it is worth; 0 where it earns none
 */
public record NbgraderCell(
        String gradeId, boolean grade, boolean solution, boolean locked, boolean task, double points) {
    static final String FIELD = "nbgrader";
    private static final int VERSION = 3;

    /** A cell students write in, which another cell tests. */
    static NbgraderCell answer(String gradeId) {
        return new NbgraderCell(gradeId, false, true, false, false, 0);
    }

    /** A cell that tests the answer before it. */
    static NbgraderCell test(String gradeId, double points) {
        return new NbgraderCell(gradeId, true, false, true, false, points);
    }

    /** A cell students write in and a person marks. */
    static NbgraderCell manual(String gradeId, double points) {
        return new NbgraderCell(gradeId, true, true, false, false, points);
    }

    /**
     * What a cell's metadata says, in this version of the schema or an earlier one; empty where nbgrader has no part in
     * it.
     */
    public static Optional<NbgraderCell> of(NotebookCell cell) {
        return of(cell.metadata());
    }

    private static Optional<NbgraderCell> of(JsonNode metadata) {
        JsonNode said = metadata.path(FIELD);
        if (!said.isObject()) {
            return Optional.empty();
        }
        boolean grade = said.path("grade").asBoolean();
        boolean solution = said.path("solution").asBoolean();
        boolean task = said.path("task").asBoolean();
        boolean locked = said.path("locked").asBoolean() || grade && !solution;
        return grade || solution || locked || task
                ? Optional.of(new NbgraderCell(
                        said.path("grade_id").asText(),
                        grade,
                        solution,
                        locked && !solution,
                        task,
                        grade || task ? said.path("points").asDouble() : 0))
                : Optional.empty();
    }

    /** Whether points come from running it: no person is needed. */
    public boolean isTest() {
        return grade && !solution && !task;
    }

    /** Whether a person gives the points. */
    public boolean isManual() {
        return grade && solution || task;
    }

    /**
     * Whether the cell is still what it was when this metadata was written: source, kind and points. True where no
     * checksum says.
     */
    public static boolean isUnchanged(NotebookCell cell) {
        return cell.metadata().path(FIELD).path("checksum").isMissingNode()
                || isAsGiven(cell.type(), cell.source(), cell.metadata());
    }

    /** Whether a checksum in a cell's metadata says that it is what it was when this was written. */
    public static boolean isAsGiven(String type, String source, JsonNode metadata) {
        JsonNode said = metadata.path(FIELD).path("checksum");
        return of(metadata)
                .filter(meta -> meta.checksum(type, source).equals(said.asText()))
                .isPresent();
    }

    /**
     * Writes it into a cell's metadata, with the cell's kind and a checksum of its content; makes the cell as
     * undeletable and uneditable as its role asks for. To be called when the source is final.
     */
    void writeTo(NotebookCell cell) {
        ObjectNode said = cell.metadata().putObject(FIELD);
        said.put("grade", grade)
                .put("grade_id", gradeId)
                .put("locked", locked)
                .put("schema_version", VERSION)
                .put("solution", solution)
                .put("task", task);
        if (grade || task) {
            if (points == Math.rint(points)) {
                said.put("points", (long) points);
            } else {
                said.put("points", points);
            }
        }
        said.put("cell_type", cell.type()).put("checksum", checksum(cell.type(), cell.source()));
        cell.metadata().put("deletable", false);
        if (locked) {
            cell.metadata().put("editable", false);
        }
    }

    /** As nbgrader computes it, so that its validate and autograde see whether a student changed the cell. */
    private String checksum(String type, String source) {
        StringBuilder text = new StringBuilder(source)
                .append(type)
                .append(python(grade))
                .append(python(solution))
                .append(python(!solution && (grade || locked)))
                .append(gradeId);
        if (grade) {
            text.append(points);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String python(boolean truth) {
        String word = Boolean.toString(truth);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
