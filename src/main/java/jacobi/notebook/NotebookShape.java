package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;

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
        if (!source.isTextual() && !source.isArray()) {
            throw new NotebookException(where + " has no \"source\"; edit it in Jupyter, or restore it from a copy");
        }
    }
}
