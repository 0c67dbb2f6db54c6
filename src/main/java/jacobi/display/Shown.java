package jacobi.display;

import java.util.Map;

/**
 * Something that was shown or printed, as the protocol's messages and a notebook's outputs have it.
 *
 * @param type {@code stream}, {@code display_data}, {@code update_display_data}, {@code execute_result}, {@code error}
 *     or {@code clear_output}
 * @param content what the message of that type holds
 */
public record Shown(String type, Map<String, Object> content) {

    /** The id it is shown again by, or null. */
    public Object displayId() {
        return content.get("transient") instanceof Map<?, ?> names ? names.get("display_id") : null;
    }
}
