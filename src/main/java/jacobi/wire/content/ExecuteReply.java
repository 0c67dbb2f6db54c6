package jacobi.wire.content;

import java.util.List;
import java.util.Map;

/**
 * How a cell ended.
 *
 * @param status {@code ok}; an error comes as {@link ErrorReply}
 * @param executionCount the number of the cell
 * @param payload instructions to the page, such as text for its pager
 * @param userExpressions name to the rendered value or the error
 */
public record ExecuteReply(
        String status, int executionCount, List<Map<String, Object>> payload, Map<String, Object> userExpressions)
        implements Content {}
