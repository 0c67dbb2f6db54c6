package jacobi.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.tensor.DType;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** What PyTorch was seen to do, in files beside the tests. */
public final class Recorded {
    private Recorded() {}

    /** A recording beside a test. */
    public static JsonNode read(Class<?> test, String name) {
        try (InputStream in = new GZIPInputStream(test.getResourceAsStream(name))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recorded tensor. */
    public static Tensor tensor(JsonNode recorded) {
        JsonNode data = recorded.get("data");
        int[] shape = new int[recorded.get("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = recorded.get("shape").get(i).asInt();
        }
        double[] values = new double[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.get(i).isBoolean()
                    ? data.get(i).asBoolean() ? 1 : 0
                    : data.get(i).asDouble();
        }
        Tensor flat = Tensors.tensor(values, DType.valueOf(recorded.get("type").asText()));
        return flat.reshape(Shape.of(shape));
    }
}
