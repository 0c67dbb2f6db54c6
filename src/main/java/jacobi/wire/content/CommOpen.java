package jacobi.wire.content;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A new comm.
 *
 * @param commId chosen by the side that opens it
 * @param targetName what on the other side it is meant for
 * @param data a JSON object
 */
public record CommOpen(String commId, String targetName, JsonNode data) implements Content {}
