package jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Promotion of types, indices and reshapes as PyTorch was seen to treat them; {@code record.py} beside the data made
 * it.
 */
class RecordedBehaviourTest {
    private static final JsonNode RECORDED = Golden.read("recorded.json");

    @Test
    @DisplayName("E3: every pair of types, with and without axes, and with Java numbers")
    void promotions() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : RECORDED.get("promotions")) {
            String found = promoted(row);
            if (!found.equals(row.get(5).asText())) {
                wrong.add(row + " here " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String promoted(JsonNode row) {
        Tensor a = ones(row.get(1).asText(), row.get(2).asInt());
        int axes = row.get(4).asInt();
        try {
            Tensor b = axes >= 0
                    ? ones(row.get(3).asText(), axes)
                    : Tensor.weak(row.get(3).asText().equals("whole") ? (Number) 2 : (Number) 2.5);
            Tensor y = switch (row.get(0).asText()) {
                case "add" -> a.add(b);
                case "mul" -> a.mul(b);
                case "div" -> a.div(b);
                case "pow" -> a.pow(b);
                case "remainder" -> a.remainder(b);
                case "maximum" -> a.maximum(b);
                case "lt" -> a.lt(b);
                default -> a.atan2(b);
            };
            return y.dtype().name();
        } catch (IllegalArgumentException e) {
            return "error";
        }
    }

    private static Tensor ones(String type, int axes) {
        return Tensors.ones(DType.valueOf(type), axes == 0 ? new int[0] : new int[] {2});
    }

    @Test
    @DisplayName("M2, M3: reading and writing by 400 random indices; what is a view")
    void indices() {
        for (JsonNode row : RECORDED.get("indices")) {
            int[] shape = Golden.ints(row.get("shape"));
            Tensor x = Tensors.arange(1, 1 + Shape.of(shape).numel()).reshape(shape);
            Tensor y = x.get(row.get("index").asText());
            String which = row.get("shape") + " [" + row.get("index").asText() + "]";
            assertThat(y.shape().toArray()).as(which).containsExactly(Golden.ints(row.get("result")));
            assertThat(y.toIntArray()).as(which).containsExactly(Golden.ints(row.get("data")));
            if (y.numel() > 0) {
                assertThat(y.sharesStorage(x))
                        .as(which)
                        .isEqualTo(row.get("view").asBoolean());
            }
            Tensor z = x.clone().set(0, row.get("index").asText());
            assertThat(z.toIntArray()).as("write " + which).containsExactly(Golden.ints(row.get("written")));
        }
    }

    @Test
    @DisplayName("T4: 300 reshapes of permuted and stepped tensors; a view wherever PyTorch has one")
    void reshapes() {
        for (JsonNode row : RECORDED.get("reshapes")) {
            int[] shape = Golden.ints(row.get("shape"));
            Tensor x = Tensors.arange(Shape.of(shape).numel())
                    .reshape(shape)
                    .permute(Golden.ints(row.get("order")))
                    .get(Tensors.slice(null, null, row.get("step").asInt()));
            Tensor y = x.reshape(Golden.ints(row.get("target")));
            assertThat(y.toIntArray()).as("%s", row).containsExactly(Golden.ints(row.get("data")));
            assertThat(y.sharesStorage(x))
                    .as("%s", row)
                    .isEqualTo(row.get("view").asBoolean());
        }
    }
}
