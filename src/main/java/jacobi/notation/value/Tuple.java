package jacobi.notation.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Several values shown together: what a last line {@code a, b, c} gives.
 *
 * <p>Its text is laid out as a Python notebook's: on one line if that has at most 79 characters, else one part below
 * the other. Strings stand in quotes.
 *
 * @param values the parts, any of which may be null
 */
public record Tuple(List<Object> values) {

    private static final int WIDTH = 79;

    public Tuple {
        values = Collections.unmodifiableList(values);
    }

    /** The tuple of {@code values}. */
    public static Tuple of(Object... values) {
        return new Tuple(Arrays.asList(values.clone()));
    }

    /** Part {@code index}, from 0; from -1 backwards. */
    public Object get(int index) {
        return Sequences.at(values, index);
    }

    @Override
    public String toString() {
        List<String> parts = values.stream().map(Tuple::text).toList();
        String end = parts.size() == 1 ? ",)" : ")";
        String line = "(" + String.join(", ", parts) + end;
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        // Further lines of a part move right with it, after the bracket.
        List<String> moved =
                parts.stream().map(part -> part.replace("\n", "\n ")).toList();
        return "(" + String.join(",\n ", moved) + end;
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof Character character) {
            return "'" + character + "'";
        }
        return value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
    }

    private static String array(Object array) {
        String inBox = Arrays.deepToString(new Object[] {array});
        return inBox.substring(1, inBox.length() - 1);
    }
}
