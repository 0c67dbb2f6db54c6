package jacobi.wire.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Something shown, by MIME type.
 *
 * @param transientData {@code display_id}, the name later updates go by; not stored in the notebook
 */
public record DisplayData(
        Map<String, Object> data,
        Map<String, Object> metadata,
        @JsonProperty("transient") Map<String, Object> transientData)
        implements Content {}
