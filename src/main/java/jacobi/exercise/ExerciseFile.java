package jacobi.exercise;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * One chapter's exercises as a teacher writes them, in YAML; {@code src/site/markdown/exercises.md} describes the
 * fields. A mistake is an {@link ExerciseException} that names the file, the exercise and the field.
 */
final class ExerciseFile {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "points",
            "task",
            "section",
            "hints",
            "expect",
            "dtype",
            "text",
            "cases",
            "gradient",
            "random",
            "trials",
            "hidden",
            "reference",
            "manual",
            "partial",
            "sealed",
            "figure",
            "require",
            "forbid",
            "tolerance");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path file;

    private ExerciseFile(Path file) {
        this.file = file;
    }

    /** Reads a chapter. */
    static Chapter read(Path file) {
        return new ExerciseFile(file).chapter();
    }

    private Chapter chapter() {
        JsonNode root;
        try {
            root = YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String problem =
                    e.getCause() instanceof MarkedYAMLException yaml ? yaml.getProblem() : e.getOriginalMessage();
            throw new ExerciseException(say(
                    "exercise.exerciseFile.line-not-yaml",
                    "file",
                    file,
                    "lineNr",
                    e.getLocation().getLineNr(),
                    "problem",
                    problem));
        } catch (IOException e) {
            throw new ExerciseException(
                    say("exercise.exerciseFile.cannot-read", "file", file, "reason", e.getMessage()));
        }
        List<Exercise> exercises = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode node : required(root, say("exercise.exerciseFile.file"), "exercises")) {
            Exercise exercise = exercise(node);
            if (!ids.add(exercise.id())) {
                throw wrong(exercise.id(), "id", say("exercise.exerciseFile.stands-twice-every-id"));
            }
            exercises.add(exercise);
        }
        return new Chapter(
                required(root, say("exercise.exerciseFile.file"), "chapter").asText(),
                root.has("title")
                        ? forReader(root, say("exercise.exerciseFile.file"), "title")
                                .asText()
                        : "",
                exercises);
    }

    private Exercise exercise(JsonNode node) {
        String id = required(node, say("exercise.exerciseFile.exercise"), "id").asText();
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw wrong(id, field, say("exercise.exerciseFile.unknown-field", "value", new TreeSet<>(FIELDS)));
            }
        });
        JsonNode whole = Seal.opened(node, file, id);
        RulesReader reader = new RulesReader(this, whole, id);
        Rules rules = reader.rules();
        boolean manual = whole.path("manual").asBoolean();
        if (rules.areEmpty() && !manual) {
            throw wrong(id, "expect", say("exercise.exerciseFile.missing-exercise-expect-text"));
        }
        return new Exercise(
                id,
                forReader(node, id, "title").asText(),
                forReader(node, id, "task").asText(),
                section(node, id),
                required(node, id, "points").asInt(),
                node.path("partial").asBoolean(),
                manual,
                hints(whole, id, reader),
                whole.path("reference").asText(),
                rules);
    }

    private String section(JsonNode node, String id) {
        if (!node.has("section")) {
            return "";
        }
        JsonNode section = forReader(node, id, "section");
        if (!section.isTextual() || section.asText().isBlank()) {
            throw wrong(id, "section", say("exercise.exerciseFile.expected-section", "node", section));
        }
        return section.asText();
    }

    /** A text, or one with what it is for: {@code {when: shape, say: …}}, {@code {got: 24, say: …}}. */
    private List<Hint> hints(JsonNode node, String id, RulesReader reader) {
        List<Hint> hints = new ArrayList<>();
        if (!node.has("hints")) {
            return hints;
        }
        for (JsonNode hint : forReader(node, id, "hints")) {
            if (!hint.isObject()) {
                hints.add(new Hint(hint.asText(), null, null));
                continue;
            }
            boolean result = hint.has("got");
            hints.add(new Hint(
                    required(hint, id, "say").asText(),
                    result && !hint.has("when")
                            ? null
                            : mistake(required(hint, id, "when").asText(), id),
                    result ? CardText.value(reader.plain(hint.get("got"), "got")) : null));
        }
        return hints;
    }

    private Mistake mistake(String name, String id) {
        return Arrays.stream(Mistake.values())
                .filter(one -> Hint.name(one).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        id,
                        "when",
                        say(
                                "exercise.exerciseFile.unknown-value",
                                "name",
                                name,
                                "keySet",
                                Arrays.stream(Mistake.values()).map(Hint::name).toList())));
    }

    static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    /** What stands once for all readers, or once for each language; in English where the reader's is missing. */
    private JsonNode forReader(JsonNode node, String where, String field) {
        JsonNode value = required(node, where, field);
        if (!value.isObject()) {
            return value;
        }
        String code = Language.current().code();
        return value.has(code) ? value.get(code) : required(value, where, "en");
    }

    JsonNode required(JsonNode node, String where, String field) {
        if (!node.has(field)) {
            throw wrong(where, field, say("exercise.exerciseFile.missing"));
        }
        return node.get(field);
    }

    ExerciseException wrong(String where, String field, String problem) {
        return new ExerciseException(file.getFileName() + ": " + where + ": " + field + " " + problem);
    }
}
