package jacobi.wire.content;

import java.util.List;
import java.util.Map;

/**
 * The answer to any request that failed; its message type is that of the request's reply.
 *
 * @param executionCount the number of the cell, or null for requests other than to execute
 * @param payload as in {@link ExecuteReply}, or null
 */
public record ErrorReply(
        String status,
        String ename,
        String evalue,
        List<String> traceback,
        Integer executionCount,
        List<Map<String, Object>> payload,
        Map<String, Object> userExpressions)
        implements Content {

    /** A failed request other than to execute. */
    public static ErrorReply of(String ename, String evalue) {
        return new ErrorReply("error", ename, evalue, List.of(ename + ": " + evalue), null, null, null);
    }

    /** A failed cell. */
    public static ErrorReply of(String ename, String evalue, List<String> traceback, int executionCount) {
        return new ErrorReply("error", ename, evalue, traceback, executionCount, List.of(), Map.of());
    }
}
