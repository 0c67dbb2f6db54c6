package jacobi.display;

import java.util.List;
import java.util.Map;

/**
 * What one side of a comm said.
 *
 * @param data a JSON object
 * @param metadata a JSON object beside it, as the {@code version} that widgets want in the message that opens their
 *     comm; usually empty
 * @param buffers raw bytes sent along
 */
public record CommMessage(Map<String, ?> data, Map<String, ?> metadata, List<byte[]> buffers) {

    public CommMessage {
        buffers = List.copyOf(buffers);
    }

    /** A message of data alone. */
    public CommMessage(Map<String, ?> data) {
        this(data, Map.of(), List.of());
    }
}
