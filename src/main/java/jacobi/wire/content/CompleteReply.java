package jacobi.wire.content;

import java.util.List;
import java.util.Map;

/**
 * What may replace the text between two cursor positions, counted in Unicode code points.
 *
 * @param metadata {@code _jupyter_types_experimental}: type and signature of each match
 */
public record CompleteReply(
        String status, List<String> matches, int cursorStart, int cursorEnd, Map<String, Object> metadata)
        implements Content {}
