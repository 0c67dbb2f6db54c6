package jacobi.wire.content;

import com.fasterxml.jackson.databind.JsonNode;

/** Something said over a comm. */
public record CommMsg(String commId, JsonNode data) implements Content {}
