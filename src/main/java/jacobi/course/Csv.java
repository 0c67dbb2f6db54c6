package jacobi.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as CSV, for programs and for spreadsheets that people open them with. */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What a spreadsheet would take for a formula, and run. */
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r].*";

    private Csv() {}

    /** A line without its end. */
    public static String line(List<String> fields) {
        return fields.stream()
                .map(field -> field.matches("[^\",\\n\\r]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** The fields of a line. */
    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** A name as a field: what would be a formula begins with an apostrophe. */
    public static String name(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    /** The name that a field stands for. */
    public static String named(String field) {
        return field.startsWith("'") && field.substring(1).matches(FORMULA) ? field.substring(1) : field;
    }

    /**
     * A table as it is written: with a mark where it has more than ASCII, or Excel reads it in the system's encoding.
     */
    public static String marked(String table) {
        boolean plain = table.chars().allMatch(c -> c < 0x80);
        return plain || table.startsWith(BYTE_ORDER_MARK) ? table : BYTE_ORDER_MARK + table;
    }

    /** A table without that mark. */
    public static String unmarked(String table) {
        return table.startsWith(BYTE_ORDER_MARK) ? table.substring(1) : table;
    }
}
