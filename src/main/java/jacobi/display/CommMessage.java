package jacobi.display;

import java.util.List;
import java.util.Map;

/**
 * What one side of a comm said.
 *
 * @param data a JSON object
 * @param buffers raw bytes sent along
 */
public record CommMessage(Map<String, Object> data, List<byte[]> buffers) {}
