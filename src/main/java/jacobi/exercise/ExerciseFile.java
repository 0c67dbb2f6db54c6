package jacobi.exercise;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.language.Language;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * One chapter's exercises as a teacher writes them, in YAML; {@code src/site/markdown/exercises.md} describes the fields.
 * A mistake is an {@link ExerciseException} that names the file, the exercise and the field.
 */
final class ExerciseFile {
    private static final double TOLERANCE = 1e-6;
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "points",
            "task",
            "hints",
            "expect",
            "dtype",
            "text",
            "cases",
            "gradient",
            "random",
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
                throw wrong(id, field, say("exercise.exerciseFile.unknown-known", "value", new TreeSet<>(FIELDS)));
            }
        });
        List<String> hints = node.has("hints") ? strings(forReader(node, id, "hints")) : List.of();
        List<Check> checks = checks(node, id);
        if (checks.stream().allMatch(ConstructCheck.class::isInstance)) {
            throw wrong(id, "expect", say("exercise.exerciseFile.missing-exercise-expect-text"));
        }
        return new Exercise(
                id,
                forReader(node, id, "title").asText(),
                forReader(node, id, "task").asText(),
                required(node, id, "points").asInt(),
                hints,
                checks);
    }

    private List<Check> checks(JsonNode node, String id) {
        double tolerance = node.path("tolerance").asDouble(TOLERANCE);
        AnswerComparison comparison = new AnswerComparison(tolerance);
        List<Check> checks = new ArrayList<>();
        if (node.has("expect")) {
            String dtype =
                    node.has("dtype") ? dtype(node.get("dtype"), id).toString().replaceFirst(".*\\.", "") : null;
            checks.add(new ValueCheck(literal(node.get("expect"), id, "expect"), dtype, comparison));
        }
        if (node.has("text")) {
            checks.add(new TextCheck(node.get("text").asText()));
        }
        if (node.has("figure")) {
            checks.add(figure(node.get("figure"), id, tolerance));
        }
        if (node.has("cases")) {
            List<CaseCheck.Case> cases = new ArrayList<>();
            node.get("cases").forEach(one -> cases.add(oneCase(one, id)));
            checks.add(new CaseCheck(cases, comparison));
            if (node.path("gradient").asBoolean()) {
                checks.add(new GradientCheck(
                        cases.stream().map(CaseCheck.Case::given).toList()));
            }
        }
        if (node.has("random")) {
            checks.add(random(node.get("random"), id));
        }
        if (node.has("require") || node.has("forbid")) {
            checks.add(new ConstructCheck(
                    new TreeSet<>(strings(node.path("require"))), new TreeSet<>(strings(node.path("forbid")))));
        }
        return checks;
    }

    private CaseCheck.Case oneCase(JsonNode node, String id) {
        List<Tensor> given = new ArrayList<>();
        required(node, id, "given").forEach(argument -> given.add(tensor(argument, id)));
        return new CaseCheck.Case(given, literal(required(node, id, "expect"), id, "expect"));
    }

    private Check figure(JsonNode node, String id, double tolerance) {
        List<FigureCheck.Point> points = new ArrayList<>();
        node.path("points")
                .forEach(point -> points.add(new FigureCheck.Point(
                        required(point, id, "series").asInt(),
                        required(point, id, "x").asDouble(),
                        required(point, id, "y").asDouble())));
        return new FigureCheck(
                required(node, id, "series").asInt(),
                points,
                limits(node.get("xlim"), id, "xlim"),
                limits(node.get("ylim"), id, "ylim"),
                tolerance);
    }

    private double[] limits(JsonNode node, String id, String field) {
        if (node == null) {
            return null;
        }
        if (node.size() != 2) {
            throw wrong(id, field, say("exercise.exerciseFile.expected-two-numbers", "node", node));
        }
        return new double[] {node.get(0).asDouble(), node.get(1).asDouble()};
    }

    private Check random(JsonNode node, String id) {
        List<int[]> shapes = new ArrayList<>();
        for (JsonNode shape : required(node, id, "shapes")) {
            int[] lengths = new int[shape.size()];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = shape.get(i).asInt();
            }
            shapes.add(lengths);
        }
        Map<String, Property> known = Property.byName();
        List<Property> properties = new ArrayList<>();
        for (String name : strings(required(node, id, "properties"))) {
            if (!known.containsKey(name)) {
                throw wrong(
                        id,
                        "properties",
                        say("exercise.exerciseFile.unknown-known-2", "name", name, "keySet", known.keySet()));
            }
            properties.add(known.get(name));
        }
        return new PropertyCheck(
                shapes, node.path("seed").asLong(), node.path("positive").asBoolean(), properties);
    }

    /** An argument: a nested list or a number, or {@code {tensor: …, dtype: …}}. */
    private Tensor tensor(JsonNode node, String id) {
        if (!node.isObject()) {
            return Tensors.tensor(literal(node, id, "given"));
        }
        return Tensors.tensor(
                literal(required(node, id, "tensor"), id, "tensor"), dtype(required(node, id, "dtype"), id));
    }

    private DType dtype(JsonNode node, String id) {
        return switch (node.asText().toLowerCase(Locale.ROOT)) {
            case "float32" -> DType.float32;
            case "float64" -> DType.float64;
            case "int32" -> DType.int32;
            case "int64" -> DType.int64;
            case "bool" -> DType.bool;
            default -> throw wrong(id, "dtype", say("exercise.exerciseFile.known-bool", "asText", node.asText()));
        };
    }

    private Object literal(JsonNode node, String id, String field) {
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(literal(item, id, field)));
            return items;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.isTextual()) {
            return node.asText();
        }
        throw wrong(id, field, say("exercise.exerciseFile.expected-number-true-false", "node", node));
    }

    private static List<String> strings(JsonNode node) {
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

    private JsonNode required(JsonNode node, String where, String field) {
        if (!node.has(field)) {
            throw wrong(where, field, say("exercise.exerciseFile.missing"));
        }
        return node.get(field);
    }

    private ExerciseException wrong(String where, String field, String problem) {
        return new ExerciseException(file.getFileName() + ": " + where + ": " + field + " " + problem);
    }
}
