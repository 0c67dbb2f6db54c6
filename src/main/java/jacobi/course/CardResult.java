package jacobi.course;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.notebook.NotebookCell;
import java.util.Optional;

/**
 * What the card under a cell says.
 *
 * @param exercise the id
 * @param attempted whether there is an answer
 * @param passed whether it is right
 * @param points what it earned
 * @param manual whether a person marks it
 */
record CardResult(String exercise, boolean attempted, boolean passed, double points, boolean manual) {

    /** The last card among a cell's outputs. */
    static Optional<CardResult> of(NotebookCell cell) {
        Optional<CardResult> last = Optional.empty();
        for (JsonNode output : cell.outputs()) {
            JsonNode said = output.path("metadata").path("jacobi");
            if (said.has("exercise")) {
                last = Optional.of(new CardResult(
                        said.path("exercise").asText(),
                        said.path("attempted").asBoolean(),
                        said.path("passed").asBoolean(),
                        said.path("points").asDouble(),
                        said.path("manual").asBoolean()));
            }
        }
        return last;
    }
}
