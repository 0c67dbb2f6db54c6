package jacobi.wire.content;

import com.fasterxml.jackson.databind.JsonNode;

/** For messages that are read field by field, since somebody waits for each. */
public final class Fields {
    private Fields() {}

    /**
     * A field's text; null where it holds nothing.
     *
     * @throws IllegalArgumentException if it holds an object or an array
     */
    public static String text(JsonNode object, String field) {
        JsonNode value = value(object, field);
        return value == null ? null : value.asText();
    }

    /**
     * Whether a field is true; null where it holds nothing.
     *
     * @throws IllegalArgumentException if it holds an object or an array
     */
    static Boolean truth(JsonNode object, String field) {
        JsonNode value = value(object, field);
        return value == null ? null : (Boolean) value.asBoolean();
    }

    private static JsonNode value(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new IllegalArgumentException(field + " is neither a text nor a number nor true or false");
        }
        return value;
    }
}
