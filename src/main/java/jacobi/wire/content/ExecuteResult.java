package jacobi.wire.content;

import java.util.Map;

/** The value of a cell, by MIME type. */
public record ExecuteResult(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
        implements Content {}
