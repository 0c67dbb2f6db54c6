package jacobi.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The part of JSON that messages are made of: trees, texts, numbers, lists and maps of those, and Jacobi's own records.
 * A field without a value is left out.
 *
 * <p>Jackson's {@code ObjectMapper} writes and reads the same, but takes 23 ms of processor time to be made, with
 * formats of dates, 11 for the first record and 10 more for the first {@code kernel_info_reply}: 52 for all that a
 * first cell sends, and this 10 (OpenJDK 17 with an archive of classes).
 */
final class JsonForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonForm() {}

    /** The value a parser stands before, as a tree; nothing if it is at its end. */
    static JsonNode read(JsonParser in) throws IOException {
        return in.nextToken() == null ? MissingNode.getInstance() : current(in);
    }

    private static JsonNode current(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    object.set(name, current(in));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    array.add(current(in));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(in.getText());
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(in.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode integer(JsonParser in) throws IOException {
        return switch (in.getNumberType()) {
            case INT -> NODES.numberNode(in.getIntValue());
            case LONG -> NODES.numberNode(in.getLongValue());
            default -> NODES.numberNode(in.getBigIntegerValue());
        };
    }

    /**
     * Writes a value.
     *
     * @param others writes what is none of the above, as an object of a student's
     */
    static void write(JsonGenerator out, Object value, Others others) throws IOException {
        if (value == null || value instanceof NullNode) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof ObjectNode tree) {
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                out.writeFieldName(field.getKey());
                write(out, field.getValue(), others);
            }
            out.writeEndObject();
        } else if (value instanceof JsonNode node && node.isValueNode() && !node.isPojo() && !node.isBinary()) {
            node.serialize(out, null);
        } else if (value instanceof ArrayNode || value instanceof List<?> && isJdks(value)) {
            out.writeStartArray();
            for (Object element : (Iterable<?>) value) {
                write(out, element, others);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map && isJdks(map) && hasNames(map)) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                field(out, (String) entry.getKey(), entry.getValue(), others);
            }
            out.writeEndObject();
        } else {
            RecordForm form = RecordForm.of(value.getClass());
            if (form == null) {
                others.write(out, value);
                return;
            }
            out.writeStartObject();
            for (RecordForm.Field field : form.fields()) {
                field(out, field.name(), field.value((Record) value), others);
            }
            out.writeEndObject();
        }
    }

    private static void field(JsonGenerator out, String name, Object value, Others others) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            write(out, value, others);
        }
    }

    private static boolean isJdks(Object value) {
        return value.getClass().getName().startsWith("java.util.");
    }

    private static boolean hasNames(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /** Writes any other value. */
    interface Others {
        void write(JsonGenerator out, Object value) throws IOException;
    }
}
