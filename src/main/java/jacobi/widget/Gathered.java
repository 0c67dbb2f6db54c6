package jacobi.widget;

import jacobi.display.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What code has shown, as a notebook's file lists outputs: printed text of one stream is one output, and what is shown
 * again under an id takes the place of what was.
 */
final class Gathered {
    /** More text than a reader scrolls through; a loop that prints without end must not fill the page's memory. */
    private static final int MOST_CHARACTERS = 200_000;

    private final List<Map<String, Object>> outputs = new ArrayList<>();
    private boolean clearing;
    private long version;

    /** Takes what is shown; false for what belongs elsewhere, as an update of something shown before. */
    synchronized boolean add(Shown shown) {
        if (shown.type().equals("clear_output")) {
            clear(Boolean.TRUE.equals(shown.content().get("wait")));
            return true;
        }
        if (shown.type().equals("update_display_data")) {
            return update(shown);
        }
        if (clearing) {
            clearing = false;
            outputs.clear();
        }
        version++;
        if (!joined(shown)) {
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("output_type", shown.type());
            output.putAll(shown.content());
            outputs.add(output);
        }
        return true;
    }

    private boolean joined(Shown shown) {
        Map<String, Object> last = outputs.isEmpty() ? Map.of() : outputs.get(outputs.size() - 1);
        boolean same = shown.type().equals("stream")
                && "stream".equals(last.get("output_type"))
                && shown.content().get("name").equals(last.get("name"));
        if (same) {
            String text = last.get("text") + String.valueOf(shown.content().get("text"));
            last.put("text", text.length() > MOST_CHARACTERS ? text.substring(text.length() - MOST_CHARACTERS) : text);
        }
        return same;
    }

    private boolean update(Shown shown) {
        Object id = shown.displayId();
        boolean found = false;
        for (Map<String, Object> output : outputs) {
            if (id != null
                    && output.get("transient") instanceof Map<?, ?> names
                    && id.equals(names.get("display_id"))) {
                output.put("data", shown.content().get("data"));
                output.put("metadata", shown.content().get("metadata"));
                found = true;
                version++;
            }
        }
        return found;
    }

    /** Takes all away: now, or once something new is there. */
    synchronized void clear(boolean wait) {
        clearing = wait;
        if (!wait) {
            outputs.clear();
            version++;
        }
    }

    /** Another number once something more was gathered. */
    synchronized long version() {
        return version;
    }

    /** What was gathered so far, as it stands in a notebook's file. */
    synchronized List<Map<String, Object>> outputs() {
        return outputs.stream().map(Gathered::stored).toList();
    }

    private static Map<String, Object> stored(Map<String, Object> output) {
        Map<String, Object> stored = new LinkedHashMap<>(output);
        stored.remove("transient");
        return stored;
    }
}
