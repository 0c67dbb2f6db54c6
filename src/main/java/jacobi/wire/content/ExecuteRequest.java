package jacobi.wire.content;

import java.util.Map;
import java.util.Objects;

/**
 * Run a cell.
 *
 * @param code the source
 * @param silent publish nothing but the status, count nothing, store nothing
 * @param storeHistory count and remember the cell; true unless silent
 * @param userExpressions name to expression, evaluated after the cell
 * @param allowStdin whether the sender answers {@code input_request}
 * @param stopOnError whether an error aborts the cells queued after it
 */
public record ExecuteRequest(
        String code,
        Boolean silent,
        Boolean storeHistory,
        Map<String, String> userExpressions,
        Boolean allowStdin,
        Boolean stopOnError)
        implements Content {

    public ExecuteRequest {
        Objects.requireNonNull(code, "execute_request needs code");
        silent = Boolean.TRUE.equals(silent);
        storeHistory = !silent && !Boolean.FALSE.equals(storeHistory);
        userExpressions = userExpressions == null ? Map.of() : userExpressions;
        allowStdin = !Boolean.FALSE.equals(allowStdin);
        stopOnError = !Boolean.FALSE.equals(stopOnError);
    }

    /** A cell as a page sends it, except that nobody answers requests for input. */
    public static ExecuteRequest of(String code) {
        return new ExecuteRequest(code, false, true, Map.of(), false, true);
    }
}
