package jacobi.wire.content;

import com.fasterxml.jackson.databind.JsonNode;

/** The end of a comm. */
public record CommClose(String commId, JsonNode data) implements Content {}
