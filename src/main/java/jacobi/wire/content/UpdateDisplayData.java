package jacobi.wire.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What takes the place of everything shown under the same {@code display_id}.
 *
 * @param transientData {@code display_id}
 */
public record UpdateDisplayData(
        Map<String, Object> data,
        Map<String, Object> metadata,
        @JsonProperty("transient") Map<String, Object> transientData)
        implements Content {}
