package jacobi.data;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.nn.StateDict;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Tensors by name in the format of Hugging Face's library: the header's length in 8 bytes, the header in JSON with
 * type, shape and place of each, the numbers. What a list or a single tensor was is said in the header's metadata.
 */
final class Safetensors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Safetensors() {}

    static void write(Map<String, ? extends Tensor> tensors, String kind, String dtype, OutputStream out)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt").put("jacobi", kind);
        List<ByteBuffer> parts = new ArrayList<>();
        long at = 0;
        for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
            Tensor x = entry.getValue().detach();
            StoredType type = StoredType.named(dtype, x.dtype());
            ByteBuffer numbers = type.write(x);
            ObjectNode about = header.putObject(entry.getKey());
            about.put("dtype", type.safetensors);
            for (int d : x.shape().toArray()) {
                about.withArray("shape").add(d);
            }
            about.withArray("shape");
            about.putArray("data_offsets").add(at).add(at += numbers.remaining());
            parts.add(numbers);
        }
        byte[] text = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int length = (text.length + 7) / 8 * 8;
        ByteBuffer head = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(length).put(text);
        while (head.hasRemaining()) {
            head.put((byte) ' ');
        }
        out.write(head.array());
        for (ByteBuffer part : parts) {
            out.write(part.array());
        }
    }

    /** What was saved: a tensor, a list of tensors or tensors by name. */
    static Object read(byte[] file, String path) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : all.getLong();
        if (length < 2 || length > file.length - 8 || file[8] != '{') {
            throw new IllegalArgumentException(say("data.load.unknown-file", "path", path));
        }
        JsonNode header = JSON.readTree(file, 8, (int) length);
        StateDict tensors = new StateDict();
        for (Iterator<Map.Entry<String, JsonNode>> fields = header.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals("__metadata__")) {
                tensors.put(field.getKey(), tensor(field.getValue(), all, 8 + (int) length));
            }
        }
        return switch (header.path("__metadata__").path("jacobi").asText("")) {
            case "tensor" -> tensors.values().iterator().next();
            case "list" -> new ArrayList<>(tensors.values());
            default -> tensors;
        };
    }

    private static Tensor tensor(JsonNode about, ByteBuffer all, int start) {
        String name = about.get("dtype").asText();
        for (StoredType type : StoredType.values()) {
            if (type.safetensors.equals(name)) {
                int[] shape = new int[about.get("shape").size()];
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = about.get("shape").get(i).asInt();
                }
                int from = start + about.get("data_offsets").get(0).asInt();
                return type.read(all.duplicate().position(from), shape);
            }
        }
        throw new IllegalArgumentException(say("data.safetensors.type", "name", name));
    }
}
