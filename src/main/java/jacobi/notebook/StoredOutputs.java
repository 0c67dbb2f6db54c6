package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jacobi.language.Ansi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stored outputs against fresh ones.
 *
 * <p>Text is equal to the character, colours aside; pixel images by their pixels; SVG by its elements, whatever its ids
 * are called. The forms of a drawing that are made from its SVG are not compared: their pixels depend on the fonts of
 * the computer, and on a computer without fonts they are not made. Counts are not compared. A cell tagged {@value
 * #IGNORE} (nbval's word) may show anything.
 */
public final class StoredOutputs {
    private static final String IGNORE = "nbval-ignore-output";
    private static final String SVG = "image/svg+xml";
    private static final int SHOWN = 120;

    private StoredOutputs() {}

    /**
     * The result with every cell that ran but shows something else than {@code stored} marked as differing, and every
     * cell with stored outputs that did not run or is exempt noted as not compared.
     */
    public static NotebookResult of(NotebookResult result, Notebook stored, Notebook fresh) {
        List<CellResult> cells = new ArrayList<>();
        for (CellResult cell : result.cells()) {
            NotebookCell before = stored.cells().get(cell.cell() - 1);
            NotebookCell now = fresh.cells().get(cell.cell() - 1);
            cells.add(compared(cell, before, now));
        }
        return new NotebookResult(result.file(), cells, result.time(), result.problems());
    }

    private static CellResult compared(CellResult cell, NotebookCell stored, NotebookCell fresh) {
        if (cell.state() != CellResult.State.RAN || stored.hasTag(IGNORE)) {
            return stored.outputs().isEmpty() ? cell : cell.with(CellResult.Note.NOT_COMPARED);
        }
        List<String> differences = differences(stored.outputs(), fresh.outputs());
        return differences.isEmpty() ? cell : cell.differing(differences);
    }

    static List<String> differences(ArrayNode stored, ArrayNode fresh) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(stored.size(), fresh.size()); i++) {
            String where = say("notebook.compare.output", "number", i + 1);
            if (i >= fresh.size()) {
                found.add(where + say("notebook.compare.missing", "stored", describe(stored.get(i))));
            } else if (i >= stored.size()) {
                found.add(where + say("notebook.compare.new", "now", describe(fresh.get(i))));
            } else if (!kind(stored.get(i)).equals(kind(fresh.get(i)))) {
                found.add(where + changed(describe(stored.get(i)), describe(fresh.get(i))));
            } else {
                parts(stored.get(i), fresh.get(i)).ifPresent(difference -> found.add(where + difference));
            }
        }
        return found;
    }

    private static Optional<String> parts(JsonNode stored, JsonNode fresh) {
        Map<String, JsonNode> before = named(stored);
        Map<String, JsonNode> now = named(fresh);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        if (before.containsKey(SVG) && now.containsKey(SVG)) {
            names.removeIf(name -> isMadeFromSvg(name, before) && isMadeFromSvg(name, now));
        }
        for (String name : names) {
            if (!before.containsKey(name) || !now.containsKey(name)) {
                return Optional.of(say(
                        before.containsKey(name) ? "notebook.compare.part-missing" : "notebook.compare.part-new",
                        "part",
                        name));
            }
            Optional<String> difference = part(name, before.get(name), now.get(name));
            if (difference.isPresent()) {
                return difference.map(text -> name + ", " + text);
            }
        }
        return Optional.empty();
    }

    /** Whether a part shows the drawing once more; absent, it says nothing else. */
    private static boolean isMadeFromSvg(String name, Map<String, JsonNode> parts) {
        return switch (name) {
            case "image/png", "application/pdf" -> true;
            case "text/html" ->
                !parts.containsKey(name)
                        || Lines.join(parts.get(name))
                                .matches("(?s)<img [^>]*src=\"data:image/svg\\+xml;base64,[^>]*>");
            default -> false;
        };
    }

    /** What an output says, each part under its name: the MIME types of a bundle, the fields of anything else. */
    private static Map<String, JsonNode> named(JsonNode output) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        JsonNode holder = output.has("data") ? output.path("data") : output;
        for (Map.Entry<String, JsonNode> field : holder.properties()) {
            parts.put(field.getKey(), field.getValue());
        }
        return parts;
    }

    private static Optional<String> part(String name, JsonNode stored, JsonNode fresh) {
        if (stored.equals(fresh)) {
            return Optional.empty();
        }
        boolean text = isText(stored) && isText(fresh);
        if (!text) {
            return Optional.of(changed(shorten(stored.toString()), shorten(fresh.toString())));
        }
        if (name.startsWith("image/") && !name.equals(SVG)) {
            return Pictures.difference(Lines.join(stored), Lines.join(fresh));
        }
        String before = Lines.join(stored);
        String now = Lines.join(fresh);
        return name.equals(SVG) || before.startsWith("<svg")
                ? firstDifference(Pictures.drawing(before), Pictures.drawing(now))
                : firstDifference(plain(name, stored), plain(name, fresh));
    }

    private static String plain(String name, JsonNode part) {
        // A traceback is a list of lines without their ends.
        String separator = name.equals("traceback") ? "\n" : "";
        List<String> lines = new ArrayList<>();
        if (part.isArray()) {
            part.forEach(line -> lines.add(line.asText()));
        } else {
            lines.add(part.asText());
        }
        return Ansi.removed(String.join(separator, lines));
    }

    private static Optional<String> firstDifference(String stored, String fresh) {
        if (stored.equals(fresh)) {
            return Optional.empty();
        }
        String[] before = stored.split("\n", -1);
        String[] now = fresh.split("\n", -1);
        int line = Arrays.mismatch(before, now);
        String nothing = say("notebook.compare.nothing");
        return Optional.of(say(
                "notebook.compare.line",
                "line",
                line + 1,
                "change",
                changed(
                        line < before.length ? quote(before[line]) : nothing,
                        line < now.length ? quote(now[line]) : nothing)));
    }

    private static String changed(String stored, String now) {
        return say("notebook.compare.changed", "stored", stored, "now", now);
    }

    private static boolean isText(JsonNode node) {
        if (!node.isArray()) {
            return node.isTextual();
        }
        for (JsonNode line : node) {
            if (!line.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static String kind(JsonNode output) {
        return output.path("output_type").asText() + output.path("name").asText();
    }

    private static String describe(JsonNode output) {
        String type = output.path("output_type").asText();
        return switch (type) {
            case "stream" -> output.path("name").asText() + " " + quote(Lines.join(output.get("text")));
            case "error" ->
                say("notebook.compare.error", "name", output.path("ename").asText());
            default -> type + " " + quote(Lines.join(output.path("data").get("text/plain")));
        };
    }

    private static String quote(String text) {
        return "'" + shorten(text.strip().replace("\n", "⏎")) + "'";
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
