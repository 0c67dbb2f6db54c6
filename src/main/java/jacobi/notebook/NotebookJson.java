package jacobi.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.TreeMap;

/**
 * JSON as Jupyter writes it to disk, byte for byte: {@code json.dumps(nb, indent=1, ensure_ascii=False)}.
 *
 * <p>A file that Jupyter wrote and Jacobi did not change comes out identical: key order is kept, and numbers keep their
 * digits and are spelled as Python's {@code repr} spells them.
 */
final class NotebookJson {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // One long line may be a picture or what a cell printed.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private static final DefaultIndenter ONE_SPACE = new DefaultIndenter(" ", "\n");
    private static final Separators PYTHON = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private NotebookJson() {}

    static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    static String write(JsonNode node) {
        StringWriter out = new StringWriter();
        try {
            write(node, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return out.toString();
    }

    static void write(JsonNode node, Writer out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(PYTHON);
        printer.indentObjectsWith(ONE_SPACE);
        printer.indentArraysWith(ONE_SPACE);
        JsonGenerator generator = new PythonNumbers(MAPPER.createGenerator(out));
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (generator) {
            generator.setPrettyPrinter(printer);
            MAPPER.writeTree(generator, node);
        }
    }

    /** A copy whose objects have their keys in Python's sorted order, as Jupyter stores what a kernel sent. */
    static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode copy = MAPPER.createObjectNode();
            copy.setAll(fields);
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }

    /**
     * Spells floats as Python's {@code repr}: plain from 1e-04 up to 1e+16, scientific with a signed exponent outside.
     */
    static String python(BigDecimal value) {
        BigDecimal digits = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = digits.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String unscaled = digits.unscaledValue().abs().toString();
        String mantissa = unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
        return (value.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static final class PythonNumbers extends JsonGeneratorDelegate {
        PythonNumbers(JsonGenerator generator) {
            super(generator, false);
        }

        @Override
        public void writeNumber(BigDecimal value) throws IOException {
            delegate.writeNumber(python(value));
        }

        @Override
        public void writeNumber(double value) throws IOException {
            if (Double.isFinite(value)) {
                delegate.writeNumber(python(new BigDecimal(Double.toString(value))));
            } else {
                delegate.writeNumber(value);
            }
        }

        @Override
        public void writeNumber(BigInteger value) throws IOException {
            delegate.writeNumber(value.toString());
        }
    }
}
