package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a card under a cell says of an exercise: the last try, if there were several.
 *
 * @param attempted false where the stub was left as it is
 * @param points what was earned
 * @param most what a right answer earns
 * @param card the card as text
 */
public record CheckedExercise(String id, boolean attempted, boolean passed, double points, double most, String card) {

    /** The exercises checked in a cell with these outputs. */
    static List<CheckedExercise> in(JsonNode outputs) {
        Map<String, CheckedExercise> found = new LinkedHashMap<>();
        for (JsonNode output : outputs) {
            JsonNode told = output.path("metadata").path("jacobi");
            String id = told.path("exercise").asText();
            if (!id.isEmpty()) {
                found.put(
                        id,
                        new CheckedExercise(
                                id,
                                told.path("attempted").asBoolean(),
                                told.path("passed").asBoolean(),
                                told.path("points").asDouble(),
                                told.path("of").asDouble(),
                                Lines.join(output.path("data").path("text/plain"))));
            }
        }
        return List.copyOf(found.values());
    }
}
