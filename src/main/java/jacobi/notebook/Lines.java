package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Text as notebooks store it: a list of lines with their ends, so that version control sees lines. */
final class Lines {
    /** Where Python's {@code str.splitlines} ends a line. */
    private static final String ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    private Lines() {}

    static ArrayNode split(String text) {
        ArrayNode lines = NotebookJson.MAPPER.createArrayNode();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) >= 0) {
                if (text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** The text of a string or of a list of lines; empty for anything else. */
    static String join(JsonNode stored) {
        if (stored == null || !stored.isArray()) {
            return stored == null || !stored.isTextual() ? "" : stored.asText();
        }
        StringBuilder text = new StringBuilder();
        stored.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
