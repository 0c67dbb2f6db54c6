package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outputs of a notebook's cells, gathered from IOPub messages as Jupyter's pages and nbclient gather them.
 *
 * <p>Consecutive text of one stream becomes one output; {@code clear_output} with {@code wait} empties the cell when the
 * next output comes; {@code update_display_data} changes every earlier output of that display id, in any cell, and adds
 * none.
 */
final class Outputs {
    private static final Set<String> TEXT_OUTSIDE_TEXT = Set.of("application/javascript", "image/svg+xml");

    private final Map<String, List<Shown>> shownUnder = new HashMap<>();
    private ArrayNode outputs = NotebookJson.MAPPER.createArrayNode();
    private boolean clearBeforeNext;

    /** The stream output that text goes to as long as nothing else is shown, or null, and its text so far. */
    private ObjectNode stream;

    private final StringBuilder text = new StringBuilder();

    /** One output that a display id may change, and the cell's list it stands in. */
    private record Shown(ArrayNode list, ObjectNode output) {}

    /** Turns to the next cell, whose outputs were emptied. */
    void begin(Cell cell) {
        settle();
        outputs = cell.outputs();
        clearBeforeNext = false;
    }

    /**
     * Takes one message.
     *
     * @param type the message's {@code msg_type}; types that show nothing are ignored
     */
    void accept(String type, JsonNode content) {
        switch (type) {
            case "stream" ->
                stream(content.path("name").asText(), content.path("text").asText());
            case "display_data" -> show("display_data", content);
            case "execute_result" -> show("execute_result", content);
            case "error" -> error(content);
            case "update_display_data" -> update(content);
            case "clear_output" -> {
                clearBeforeNext = content.path("wait").asBoolean();
                if (!clearBeforeNext) {
                    clear();
                }
            }
            default -> {
                // status, execute_input and comm messages show nothing.
            }
        }
    }

    /** Writes the text of a stream that may still go on; to be called when the cell is idle. */
    void settle() {
        if (stream != null) {
            stream.set("text", Lines.split(Overwriting.apply(text.toString())));
            stream = null;
        }
    }

    private void stream(String name, String more) {
        clearIfAsked();
        if (stream == null || !name.equals(stream.path("name").asText())) {
            settle();
            stream = outputs.addObject().put("name", name).put("output_type", "stream");
            text.setLength(0);
        }
        text.append(more);
    }

    private void show(String type, JsonNode content) {
        clearIfAsked();
        settle();
        ObjectNode output = outputs.addObject();
        output.set("data", bundle(content.path("data")));
        if (type.equals("execute_result")) {
            output.set("execution_count", content.path("execution_count"));
        }
        output.set("metadata", NotebookJson.sorted(content.path("metadata")));
        output.put("output_type", type);
        String id = displayId(content);
        if (!id.isEmpty()) {
            replaceUnder(id, content);
            shownUnder.computeIfAbsent(id, key -> new ArrayList<>()).add(new Shown(outputs, output));
        }
    }

    private void error(JsonNode content) {
        clearIfAsked();
        settle();
        ObjectNode output = outputs.addObject();
        output.set("ename", content.path("ename"));
        output.set("evalue", content.path("evalue"));
        output.put("output_type", "error");
        output.set("traceback", content.path("traceback"));
    }

    private void update(JsonNode content) {
        replaceUnder(displayId(content), content);
    }

    private void replaceUnder(String displayId, JsonNode content) {
        for (Shown shown : shownUnder.getOrDefault(displayId, List.of())) {
            shown.output().set("data", bundle(content.path("data")));
            shown.output().set("metadata", NotebookJson.sorted(content.path("metadata")));
        }
    }

    private void clearIfAsked() {
        if (clearBeforeNext) {
            clear();
            clearBeforeNext = false;
        }
    }

    private void clear() {
        shownUnder.values().forEach(all -> all.removeIf(shown -> shown.list() == outputs));
        outputs.removeAll();
        stream = null;
    }

    private static String displayId(JsonNode content) {
        return content.path("transient").path("display_id").asText();
    }

    private static JsonNode bundle(JsonNode data) {
        ObjectNode stored = NotebookJson.MAPPER.createObjectNode();
        NotebookJson.sorted(data).properties().forEach(entry -> {
            boolean lines = entry.getValue().isTextual()
                    && (entry.getKey().startsWith("text/") || TEXT_OUTSIDE_TEXT.contains(entry.getKey()));
            stored.set(entry.getKey(), lines ? Lines.split(entry.getValue().asText()) : entry.getValue());
        });
        return stored;
    }
}
