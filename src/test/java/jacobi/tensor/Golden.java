package jacobi.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Tensors printed and operations computed by PyTorch 1.13, recorded as they came. */
final class Golden {
    static final JsonNode ALL = read("golden.json");

    private Golden() {}

    /** A recording beside the tests. */
    static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded array in a type. */
    static Tensor tensor(JsonNode recorded, DType type) {
        JsonNode data = recorded.get("data");
        int[] shape = ints(recorded.get("shape"));
        Tensor x = Tensor.empty(type, Shape.of(shape));
        for (int i = 0; i < x.numel(); i++) {
            JsonNode v = data.isArray() ? data.get(i) : data;
            if (v.isBoolean()) {
                x.storage.setLong(i, v.asBoolean() ? 1 : 0);
            } else if (type.isFloatingPoint()) {
                x.storage.setDouble(i, number(v));
            } else {
                x.storage.setLong(i, v.asLong());
            }
        }
        return x;
    }

    static double number(JsonNode v) {
        return switch (v.asText()) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> v.asDouble();
        };
    }

    static int[] ints(JsonNode list) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asInt();
        }
        return values;
    }
}
