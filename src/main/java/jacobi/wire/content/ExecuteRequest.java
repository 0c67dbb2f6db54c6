package jacobi.wire.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
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

    /**
     * A request as it came. Jackson's way to a record took a thirtieth of the time of a cell's threads, in the first
     * hundred cells.
     *
     * @throws IllegalArgumentException if there is no code, or a field is of the wrong type
     */
    public static ExecuteRequest of(JsonNode content) {
        String code = Fields.text(content, "code");
        if (code == null) {
            throw new IllegalArgumentException("execute_request needs code");
        }
        Map<String, String> expressions = new LinkedHashMap<>();
        JsonNode asked = content.path("user_expressions");
        if (!asked.isObject() && !asked.isMissingNode() && !asked.isNull()) {
            throw new IllegalArgumentException("user_expressions is no object");
        }
        asked.fieldNames().forEachRemaining(name -> {
            String expression = Fields.text(asked, name);
            expressions.put(name, expression == null ? "" : expression);
        });
        return new ExecuteRequest(
                code,
                Fields.truth(content, "silent"),
                Fields.truth(content, "store_history"),
                expressions,
                Fields.truth(content, "allow_stdin"),
                Fields.truth(content, "stop_on_error"));
    }

    /** A cell as a page sends it, except that nobody answers requests for input. */
    public static ExecuteRequest of(String code) {
        return new ExecuteRequest(code, false, true, Map.of(), false, true);
    }
}
