package jacobi.wire.content;

import java.util.Map;

/**
 * What it is.
 *
 * @param data MIME type to description; empty unless found
 */
public record InspectReply(String status, boolean found, Map<String, Object> data, Map<String, Object> metadata)
        implements Content {}
