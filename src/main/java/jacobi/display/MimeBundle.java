package jacobi.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several representations, keyed by MIME type; the page shows the richest it can.
 *
 * @param data MIME type to representation: text as {@code String}, binary as base64, JSON as maps and lists
 * @param metadata MIME type to hints such as width and height
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    /** No representation at all: nothing to show. */
    public static final MimeBundle NOTHING = new MimeBundle(Map.of(), Map.of());

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static MimeBundle text(String plain) {
        return new MimeBundle(Map.of("text/plain", plain), Map.of());
    }

    /** One representation, with the source itself for pages and consoles that know only plain text. */
    public static MimeBundle of(String mimeType, String source) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", source);
        data.put(mimeType, source);
        return new MimeBundle(data, Map.of());
    }

    /** The {@code text/plain} representation, or an empty string. */
    public String plain() {
        return String.valueOf(data.getOrDefault("text/plain", ""));
    }
}
