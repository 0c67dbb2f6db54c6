package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ipywidgets 7 names otherwise than 8: such properties go to the page in both names, and come in either. */
final class PageNames {
    private static final Map<String, List<String>> OF_SEVEN = Map.of(
            "playing", List.of("_playing"),
            "repeat", List.of("_repeat"),
            "border", List.of("border_top", "border_right", "border_bottom", "border_left"),
            "titles", List.of("_titles"));

    private PageNames() {}

    /** Adds a property to a state, in each of its names. */
    static void put(Map<String, Object> state, Widget owner, String key, Object json) {
        state.put(key, json);
        for (String other : OF_SEVEN.getOrDefault(key, List.of())) {
            state.put(other, other.equals("_titles") ? numbered((List<?>) json) : json);
        }
        if (key.equals("tooltip") && owner instanceof Described) {
            state.put("description_tooltip", json);
        }
    }

    /** The name here of a key of either version. */
    static String read(String key) {
        return switch (key) {
            case "_playing" -> "playing";
            case "_repeat" -> "repeat";
            default -> key;
        };
    }

    private static Map<String, Object> numbered(List<?> titles) {
        Map<String, Object> numbered = new LinkedHashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            numbered.put(String.valueOf(i), titles.get(i));
        }
        return numbered;
    }
}
