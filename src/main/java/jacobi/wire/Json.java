package jacobi.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How messages are written as JSON and read back: record components in snake_case, unknown fields ignored. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            // A cell or a widget's state may be large; the socket bounds the whole message.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // Python writes NaN and Infinity bare, and reads them so.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private Json() {}

    /** Made when there is something that {@link JsonForm} does not know. */
    private static final class Mapper {
        static final JsonMapper INSTANCE = JsonMapper.builder(FACTORY)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    /** An empty JSON object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A record, map or list as a JSON tree.
     *
     * @throws IllegalStateException if it holds something JSON has no form for
     */
    public static JsonNode tree(Object value) {
        try {
            return value instanceof JsonNode node ? node : Mapper.INSTANCE.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no JSON form: " + e.getMessage(), e);
        }
    }

    /** UTF-8 JSON; half of a surrogate pair, which UTF-8 cannot carry, becomes a question mark. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * JSON on one line.
     *
     * @throws IllegalStateException if it holds something JSON has no form for
     */
    public static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            JsonForm.write(out, value, (other, any) -> Mapper.INSTANCE.writeValue(other, any));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string is written to without fail", e);
        }
        return text.toString();
    }

    /** JSON over several lines, for files a person may read. */
    public static String pretty(Object value) {
        try {
            return Mapper.INSTANCE.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws IOException if the bytes are not JSON
     */
    public static JsonNode read(byte[] json) throws IOException {
        try (JsonParser in = FACTORY.createParser(json)) {
            return JsonForm.read(in);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws IOException if the text is not JSON
     */
    public static JsonNode read(String json) throws IOException {
        try (JsonParser in = FACTORY.createParser(json)) {
            return JsonForm.read(in);
        }
    }

    /**
     * Reads JSON token by token, as what is read at start and in great number wants it.
     *
     * @throws IOException never for bytes at hand
     */
    public static JsonParser parser(byte[] json, int offset, int length) throws IOException {
        return FACTORY.createParser(json, offset, length);
    }

    /**
     * A tree as a record or another Java type.
     *
     * @throws IllegalArgumentException if a field has the wrong type; the message names it
     */
    public static <T> T as(JsonNode tree, Class<T> type) {
        RecordForm form = tree.isObject() ? RecordForm.of(type) : null;
        if (form != null && form.isSimple()) {
            return type.cast(form.read(tree));
        }
        try {
            return Mapper.INSTANCE.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
