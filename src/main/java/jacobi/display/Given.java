package jacobi.display;

import com.google.gson.Gson;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that are of a MIME type as they are, without a renderer. */
final class Given {
    private Given() {}

    /** The value in these types; null where a renderer has to make them. */
    static MimeBundle as(Object value, String... mimeTypes) {
        if (value == null) {
            return as("null", mimeTypes);
        }
        if (value instanceof MimeBundle || value instanceof DisplayData) {
            return only(Displays.render(value), mimeTypes);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        for (String type : mimeTypes) {
            Object form = form(value, type);
            if (form == null) {
                return null;
            }
            data.put(type, form);
        }
        return new MimeBundle(data, Map.of());
    }

    private static Object form(Object value, String type) {
        if (value instanceof CharSequence text) {
            return RendererOutput.portable(type, text.toString());
        }
        if (isJson(type)) {
            return json(value);
        }
        return value instanceof byte[] bytes
                ? type.startsWith("text/")
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : RendererOutput.portable(type, bytes)
                : null;
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** The value as JSON's maps, lists, texts and numbers; null where it is of none of these kinds. */
    private static Object json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> json = new LinkedHashMap<>();
            map.forEach((key, each) -> json.put(String.valueOf(key), inside(each)));
            return json;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> json = new ArrayList<>();
            list.forEach(each -> json.add(inside(each)));
            return json;
        }
        if (value.getClass().isArray()) {
            List<Object> json = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                json.add(inside(Array.get(value, i)));
            }
            return json;
        }
        if (value instanceof Record) {
            return new Gson().fromJson(new Gson().toJson(value), Object.class);
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }

    private static Object inside(Object value) {
        Object json = value == null ? null : json(value);
        return json != null || value == null ? json : String.valueOf(value);
    }

    private static MimeBundle only(MimeBundle bundle, String... mimeTypes) {
        Map<String, Object> data = new LinkedHashMap<>(bundle.data());
        data.keySet().retainAll(List.of(mimeTypes));
        return new MimeBundle(data, bundle.metadata());
    }
}
