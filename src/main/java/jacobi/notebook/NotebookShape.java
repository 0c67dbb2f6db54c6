package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a JSON file must have to be a notebook of format 4. */
final class NotebookShape {
    private NotebookShape() {}

    static void check(JsonNode json, String name) throws NotebookException {
        if (!json.isObject() || !json.has("nbformat")) {
            throw new NotebookException(name + ": JSON, but no notebook (it has no \"nbformat\"); name an .ipynb file");
        }
        int format = json.path("nbformat").asInt();
        if (format < 4) {
            throw new NotebookException(name + ": notebook format " + format
                    + " is from before 2015; convert it with: jupyter nbconvert --to notebook --inplace '" + name
                    + "'");
        }
        if (format > 4) {
            throw new NotebookException(name + ": notebook format " + format
                    + " is newer than Jacobi reads (4); save it as format 4 or update Jacobi");
        }
        if (!json.path("cells").isArray()) {
            throw new NotebookException(name + ": no list of \"cells\"; restore it from a copy");
        }
        checkIs(json.path("metadata"), JsonNode::isObject, "an object {…}", name + ": \"metadata\"");
        int number = 0;
        for (JsonNode cell : json.path("cells")) {
            number++;
            checkCell(cell, name + ": cell " + number);
        }
    }

    private static void checkCell(JsonNode cell, String where) throws NotebookException {
        String type = cell.path("cell_type").asText();
        if (!type.equals("code") && !type.equals("markdown") && !type.equals("raw")) {
            throw new NotebookException(
                    where + " has cell_type \"" + type + "\"; it must be code, markdown or raw: edit it in Jupyter");
        }
        JsonNode source = cell.path("source");
        if (source.isMissingNode() || source.isNull()) {
            throw new NotebookException(where + " has no \"source\"; edit it in Jupyter, or restore it from a copy");
        }
        checkIs(source, NotebookShape::isText, "a text or a list of texts", where + ", \"source\"");
        JsonNode metadata = cell.path("metadata");
        checkIs(metadata, JsonNode::isObject, "an object {…}", where + ", \"metadata\"");
        checkIs(metadata.path("tags"), tags -> all(tags, JsonNode::isTextual), "a list of texts", where + ", \"tags\"");
        JsonNode outputs = cell.path("outputs");
        checkIs(outputs, list -> all(list, JsonNode::isObject), "a list of objects", where + ", \"outputs\"");
    }

    /** What is not there may be added; what is there has to be right. */
    private static void checkIs(JsonNode found, Predicate<JsonNode> right, String expected, String where)
            throws NotebookException {
        if (!found.isMissingNode() && !found.isNull() && !right.test(found)) {
            throw new NotebookException(where + " must be " + expected + ", but is " + describe(found)
                    + "; mend it in a text editor, or restore the file from a copy");
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
            case ARRAY -> found.isEmpty() ? "an empty list" : "a list with " + describeElements(found);
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "the number " + found.asText();
            default -> found.toString();
        };
    }

    private static String describeElements(JsonNode list) {
        Set<String> kinds = new LinkedHashSet<>();
        list.forEach(element -> kinds.add(element.isContainerNode() ? describeContainer(element) : describe(element)));
        return String.join(" and ", kinds.stream().limit(3).toList());
    }

    private static String describeContainer(JsonNode element) {
        return element.isArray() ? "a list" : "an object";
    }
}
