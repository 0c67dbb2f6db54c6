package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;

/** Reader of indices written as in Python: {@code "0:2, :"}, {@code "..., -1"}, {@code "[0, 2], None"}. */
final class IndexText {
    private final String text;

    private IndexText(String text) {
        this.text = text;
    }

    /** The indices, as integers, slices, {@link Ellipsis}, null for a new axis, and arrays of places. */
    static List<Object> read(String text) {
        return new IndexText(text).parts();
    }

    private List<Object> parts() {
        List<Object> parts = new ArrayList<>();
        int depth = 0, from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '[') {
                depth++;
            }
            if (c == ']') {
                depth--;
            }
            if (c == ',' && (depth == 0 || i == text.length())) {
                String part = text.substring(from, i).strip();
                boolean trailing = i == text.length() && part.isEmpty() && !parts.isEmpty();
                if (!trailing) {
                    parts.add(part(part));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private Object part(String part) {
        if (part.equals("...")) {
            return Ellipsis.ELLIPSIS;
        }
        if (part.equals("None") || part.equals("null")) {
            return null;
        }
        if (part.startsWith("[") && part.endsWith("]")) {
            String inside = part.substring(1, part.length() - 1).strip();
            if (inside.isEmpty()) {
                return new int[0];
            }
            String[] places = inside.split(",");
            int[] values = new int[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(places[i]);
            }
            return values;
        }
        if (part.indexOf(':') < 0) {
            return number(part);
        }
        String[] bounds = part.split(":", -1);
        if (bounds.length > 3) {
            throw unreadable(part);
        }
        return new Slice(bound(bounds[0]), bound(bounds[1]), bounds.length == 3 ? bound(bounds[2]) : null);
    }

    private Integer bound(String digits) {
        return digits.isBlank() ? null : number(digits);
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            throw unreadable(digits.strip());
        }
    }

    private IllegalArgumentException unreadable(String part) {
        return new IllegalArgumentException(
                say("tensor.indexText.index-cannot-read-index", "text", text, "part", part));
    }
}
