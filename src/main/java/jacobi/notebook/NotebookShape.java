package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a JSON file must have to be a notebook of format 4. */
final class NotebookShape {
    private NotebookShape() {}

    static void check(JsonNode json, String name) throws NotebookException {
        if (!json.isObject() || !json.has("nbformat")) {
            throw new NotebookException(say("notebook.shape.no-nbformat", "name", name));
        }
        int format = json.path("nbformat").asInt();
        if (format < 4) {
            throw new NotebookException(say("notebook.shape.old", "name", name, "format", format));
        }
        if (format > 4) {
            throw new NotebookException(say("notebook.shape.new", "name", name, "format", format));
        }
        if (!json.path("cells").isArray()) {
            throw new NotebookException(say("notebook.shape.no-cells", "name", name));
        }
        checkIs(json.path("metadata"), JsonNode::isObject, say("notebook.shape.an-object"), name + ": \"metadata\"");
        int number = 0;
        for (JsonNode cell : json.path("cells")) {
            number++;
            checkCell(cell, say("notebook.shape.cell", "file", name, "number", number));
        }
    }

    private static void checkCell(JsonNode cell, String where) throws NotebookException {
        String type = cell.path("cell_type").asText();
        if (!type.equals("code") && !type.equals("markdown") && !type.equals("raw")) {
            throw new NotebookException(say("notebook.shape.cell-type", "where", where, "type", type));
        }
        JsonNode source = cell.path("source");
        if (source.isMissingNode() || source.isNull()) {
            throw new NotebookException(say("notebook.shape.no-source", "where", where));
        }
        checkIs(source, NotebookShape::isText, say("notebook.shape.text-or-list"), where + ", \"source\"");
        JsonNode metadata = cell.path("metadata");
        checkIs(metadata, JsonNode::isObject, say("notebook.shape.an-object"), where + ", \"metadata\"");
        checkIs(
                metadata.path("tags"),
                tags -> all(tags, JsonNode::isTextual),
                say("notebook.shape.list-of-texts"),
                where + ", \"tags\"");
        JsonNode outputs = cell.path("outputs");
        checkIs(
                outputs,
                list -> all(list, JsonNode::isObject),
                say("notebook.shape.list-of-objects"),
                where + ", \"outputs\"");
    }

    /** What is not there may be added; what is there has to be right. */
    private static void checkIs(JsonNode found, Predicate<JsonNode> right, String expected, String where)
            throws NotebookException {
        if (!found.isMissingNode() && !found.isNull() && !right.test(found)) {
            throw new NotebookException(
                    say("notebook.shape.other", "where", where, "expected", expected, "found", describe(found)));
        }
    }

    private static boolean isText(JsonNode source) {
        return source.isTextual() || all(source, JsonNode::isTextual);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> right) {
        if (!list.isArray()) {
            return false;
        }
        for (JsonNode element : list) {
            if (!right.test(element)) {
                return false;
            }
        }
        return true;
    }

    private static String describe(JsonNode found) {
        return switch (found.getNodeType()) {
            case ARRAY ->
                found.isEmpty()
                        ? say("notebook.shape.empty-list")
                        : say("notebook.shape.list-with", "elements", describeElements(found));
            case OBJECT -> say("notebook.shape.object");
            case STRING -> say("notebook.shape.text");
            case NUMBER -> say("notebook.shape.number", "number", found.asText());
            default -> found.toString();
        };
    }

    private static String describeElements(JsonNode list) {
        Set<String> kinds = new LinkedHashSet<>();
        list.forEach(element -> kinds.add(element.isContainerNode() ? describeContainer(element) : describe(element)));
        return kinds.stream()
                .limit(3)
                .reduce((one, other) -> say("notebook.shape.and", "first", one, "second", other))
                .orElse("");
    }

    private static String describeContainer(JsonNode element) {
        return say(element.isArray() ? "notebook.shape.list" : "notebook.shape.object");
    }
}
