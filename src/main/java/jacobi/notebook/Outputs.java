package jacobi.notebook;

import static jacobi.language.Say.say;

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
 * <p>Consecutive text of one stream becomes one output; {@code clear_output} with {@code wait} empties the cell when
 * the next output comes; {@code update_display_data} changes every earlier output of that display id, in any cell, and
 * adds none.
 *
 * <p>A cell that shows more than the limit has its outputs cut there, with a line that says so: a loop that prints
 * without end must not fill the memory that all outputs so far are kept in.
 */
final class Outputs {
    private static final String WIDGET = "application/vnd.jupyter.widget-view+json";
    private static final int MEGA = 1_000_000;
    private static final int VALUE = 16;
    private static final int KEPT_BUFFER = 1 << 20;
    private static final Set<String> TEXT_OUTSIDE_TEXT = Set.of("application/javascript", "image/svg+xml");

    private final long limit;
    private final Map<String, List<Shown>> shownUnder = new HashMap<>();
    private ArrayNode outputs = NotebookJson.MAPPER.createArrayNode();
    private boolean clearBeforeNext;

    /** The stream output that text goes to as long as nothing else is shown, or null, and its text so far. */
    private ObjectNode stream;

    private final StringBuilder text = new StringBuilder();

    /** How much of the running stream is text that does not go back over itself. */
    private int settledText;

    /** The characters of the cell's outputs, the running stream aside. */
    private long held;

    private boolean cut;

    /** One output that a display id may change, and the cell's list it stands in. */
    private record Shown(ArrayNode list, ObjectNode output) {}

    /** Outputs of any length. */
    Outputs() {
        this(Long.MAX_VALUE);
    }

    /**
     * Outputs of a bounded length.
     *
     * @param limit how many characters one cell may show
     */
    Outputs(long limit) {
        this.limit = limit;
    }

    /** Turns to the next cell, whose outputs were emptied. */
    void begin(NotebookCell cell) {
        settle();
        outputs = cell.outputs();
        clearBeforeNext = false;
        held = 0;
        cut = false;
    }

    /** Whether something of the cell's outputs was left out. */
    boolean isCut() {
        return cut;
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
            String shown = Overwriting.apply(text.toString());
            stream.set("text", Lines.split(shown));
            held += shown.length();
            stream = null;
            if (text.length() > KEPT_BUFFER) {
                text.setLength(0);
                text.trimToSize();
            }
        }
    }

    private void stream(String name, String more) {
        clearIfAsked();
        if (cut) {
            return;
        }
        if (stream == null || !name.equals(stream.path("name").asText())) {
            settle();
            stream = outputs.addObject().put("name", name).put("output_type", "stream");
            text.setLength(0);
            settledText = 0;
        }
        if (text.length() + more.length() > limit - held && text.length() > 2 * settledText) {
            // A progress bar that runs for hours comes to one line.
            String shown = Overwriting.apply(text.toString());
            text.setLength(0);
            text.append(shown);
            settledText = shown.length();
        }
        int room = (int) Math.min(more.length(), Math.max(0, limit - held - text.length()));
        if (room > 0 && room < more.length() && Character.isHighSurrogate(more.charAt(room - 1))) {
            room--;
        }
        text.append(more, 0, room);
        if (room < more.length()) {
            cut();
        }
    }

    private void show(String type, JsonNode content) {
        clearIfAsked();
        settle();
        if (cut || length(content) > limit - held) {
            cut();
            return;
        }
        held += length(content);
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
        // An error is told even of a cell whose outputs are cut.
        held += length(content);
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
        List<Shown> all = shownUnder.getOrDefault(displayId, List.of());
        long added = all.size() * length(content);
        for (Shown shown : all) {
            added -= length(shown.output());
        }
        if (added > limit - held) {
            cut();
            return;
        }
        held += added;
        for (Shown shown : all) {
            shown.output().set("data", bundle(content.path("data")));
            shown.output().set("metadata", NotebookJson.sorted(content.path("metadata")));
        }
    }

    /** Leaves out what comes, until the cell clears its outputs. */
    private void cut() {
        if (cut) {
            return;
        }
        settle();
        cut = true;
        String words = limit % MEGA == 0 ? limit / MEGA + " MB" : say("notebook.outputs.characters", "count", limit);
        ObjectNode note = outputs.addObject().put("name", "stderr").put("output_type", "stream");
        note.set("text", Lines.split(say("notebook.outputs.cut", "limit", words) + "\n"));
    }

    /** The characters that storing this takes, about. */
    private static long length(JsonNode content) {
        if (content.isValueNode()) {
            return content.isTextual() ? content.textValue().length() : VALUE;
        }
        long length = VALUE;
        for (JsonNode part : content) {
            length += length(part);
        }
        return length;
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
        held = 0;
        cut = false;
    }

    private static String displayId(JsonNode content) {
        return content.path("transient").path("display_id").asText();
    }

    /**
     * A widget is stored in its other form, if only a line: the kernel its model lives in has ended when a page is
     * opened.
     */
    private static JsonNode bundle(JsonNode data) {
        ObjectNode stored = NotebookJson.MAPPER.createObjectNode();
        boolean moving = data.has(WIDGET) && data.size() > 1;
        NotebookJson.sorted(data).properties().forEach(entry -> {
            if (moving && entry.getKey().equals(WIDGET)) {
                return;
            }
            boolean lines = entry.getValue().isTextual()
                    && (entry.getKey().startsWith("text/") || TEXT_OUTSIDE_TEXT.contains(entry.getKey()));
            stored.set(entry.getKey(), lines ? Lines.split(entry.getValue().asText()) : entry.getValue());
        });
        return stored;
    }
}
