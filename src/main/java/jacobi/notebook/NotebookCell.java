package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a notebook: a view, so that what is set here is in the notebook.
 *
 * <p>Fields that Jacobi does not know stay as they are.
 */
public final class NotebookCell {
    private final ObjectNode json;

    NotebookCell(ObjectNode json) {
        this.json = json;
    }

    /** The cell's id, or an empty string in files older than format 4.5. */
    public String id() {
        return json.path("id").asText();
    }

    public boolean isCode() {
        return type().equals("code");
    }

    /** {@code code}, {@code markdown} or {@code raw}. */
    public String type() {
        return json.path("cell_type").asText();
    }

    public String source() {
        return Lines.join(json.get("source"));
    }

    /** The cell's metadata; changes to it are in the notebook. */
    public ObjectNode metadata() {
        return json.withObjectProperty("metadata");
    }

    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        json.path("metadata").path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    public boolean hasTag(String tag) {
        return tags().contains(tag);
    }

    /**
     * The stored outputs, in nbformat's form; changes to the list are in the notebook. Empty for cells without code.
     */
    public ArrayNode outputs() {
        return isCode() ? json.withArrayProperty("outputs") : NotebookJson.MAPPER.createArrayNode();
    }

    /** Empties the outputs and the count, as before a run. */
    public void clear() {
        outputs().removeAll();
        json.putNull("execution_count");
    }

    /** The number the cell was last run as, or 0. */
    public int executionCount() {
        return json.path("execution_count").asInt();
    }

    public void executionCount(int count) {
        json.put("execution_count", count);
    }

    public void source(String text) {
        json.set("source", Lines.split(text));
    }

    /** What the cell is in the file. */
    JsonNode json() {
        return json;
    }
}
