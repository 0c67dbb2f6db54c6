package jacobi.exercise;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.PlainForm;
import jacobi.tensor.DType;
import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads from an exercise's YAML how it is judged. */
final class RulesReader {
    private static final double TOLERANCE = 1e-6;
    /** How often a reference solution is tried on random inputs. */
    private static final int TRIALS = 4;

    private final ExerciseFile file;
    private final JsonNode node;
    private final String id;
    private final double tolerance;

    RulesReader(ExerciseFile file, JsonNode node, String id) {
        this.file = file;
        this.node = node;
        this.id = id;
        tolerance = node.path("tolerance").asDouble(TOLERANCE);
    }

    Rules rules() {
        AnswerComparison comparison = new AnswerComparison(tolerance);
        List<Check> checks = new ArrayList<>();
        if (node.has("expect")) {
            String dtype = node.has("dtype") ? dtype(node.get("dtype")) : null;
            checks.add(new ValueCheck(plain(node.get("expect"), "expect"), dtype, comparison));
        }
        if (node.has("text")) {
            checks.add(new TextCheck(node.get("text").asText()));
        }
        if (node.has("figure")) {
            checks.add(figure(node.get("figure")));
        }
        boolean hasReference = node.has("reference");
        List<CaseCheck.Case> cases = cases("cases", hasReference);
        List<CaseCheck.Case> hidden = cases("hidden", hasReference);
        RandomInputs random = node.has("random") ? random(node.get("random"), hasReference) : null;
        boolean judged = !checks.isEmpty() || !cases.isEmpty() || !hidden.isEmpty() || random != null;
        return new Rules(
                checks,
                cases,
                hidden,
                random,
                cases("trials", false),
                node.path("gradient").asBoolean() && !cases.isEmpty(),
                new Constructs(
                        new LinkedHashSet<>(ExerciseFile.strings(node.path("require"))),
                        new LinkedHashSet<>(ExerciseFile.strings(node.path("forbid")))),
                hasReference && !judged,
                comparison);
    }

    private List<CaseCheck.Case> cases(String field, boolean hasReference) {
        List<CaseCheck.Case> cases = new ArrayList<>();
        for (JsonNode one : node.path(field)) {
            List<Plain.Numbers> given = new ArrayList<>();
            file.required(one, id, "given").forEach(argument -> given.add(argument(argument)));
            boolean open = hasReference && !one.has("expect");
            cases.add(new CaseCheck.Case(given, open ? null : plain(file.required(one, id, "expect"), "expect")));
        }
        return cases;
    }

    private Check figure(JsonNode figure) {
        List<FigureCheck.Point> points = new ArrayList<>();
        int series = file.required(figure, id, "series").asInt();
        for (JsonNode point : figure.path("points")) {
            int line = file.required(point, id, "series").asInt();
            if (line < 1 || line > series) {
                throw file.wrong(id, "series", say("exercise.exerciseFile.no-such-line", "node", line, "n", series));
            }
            points.add(new FigureCheck.Point(
                    line,
                    file.required(point, id, "x").asDouble(),
                    file.required(point, id, "y").asDouble()));
        }
        return new FigureCheck(
                series, points, limits(figure.get("xlim"), "xlim"), limits(figure.get("ylim"), "ylim"), tolerance);
    }

    private double[] limits(JsonNode limits, String field) {
        if (limits == null) {
            return null;
        }
        if (limits.size() != 2) {
            throw file.wrong(id, field, say("exercise.exerciseFile.expected-two-numbers", "node", limits));
        }
        return new double[] {limits.get(0).asDouble(), limits.get(1).asDouble()};
    }

    private RandomInputs random(JsonNode random, boolean hasReference) {
        List<RandomInputs.Argument> arguments = new ArrayList<>();
        if (random.has("shapes")) {
            RandomInputs.Source source =
                    random.path("positive").asBoolean() ? RandomInputs.Source.UNIFORM : RandomInputs.Source.NORMAL;
            random.get("shapes")
                    .forEach(shape ->
                            arguments.add(new RandomInputs.Argument(shape(shape), List.of(source), "float32", 0, 1)));
        } else {
            file.required(random, id, "arguments").forEach(one -> arguments.add(randomArgument(one)));
        }
        Map<String, Property> known = Property.byName();
        List<Property> properties = new ArrayList<>();
        for (String name : ExerciseFile.strings(random.path("properties"))) {
            if (!known.containsKey(name)) {
                throw file.wrong(
                        id,
                        "properties",
                        say("exercise.exerciseFile.unknown-value", "name", name, "keySet", known.keySet()));
            }
            properties.add(known.get(name));
        }
        boolean compares = hasReference || node.has("trials");
        if (properties.isEmpty() && !compares) {
            throw file.wrong(id, "properties", say("exercise.exerciseFile.missing"));
        }
        int trials = random.path("trials").asInt(compares ? TRIALS : 1);
        return new RandomInputs(arguments, random.path("seed").asLong(), trials, properties);
    }

    private RandomInputs.Argument randomArgument(JsonNode one) {
        Map<String, RandomInputs.Source> known = RandomInputs.Source.byName();
        List<String> names = one.path("from").isArray()
                ? ExerciseFile.strings(one.get("from"))
                : List.of(one.path("from").asText("normal"));
        List<RandomInputs.Source> sources = new ArrayList<>();
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw file.wrong(
                        id, "from", say("exercise.exerciseFile.unknown-value", "name", name, "keySet", known.keySet()));
            }
            sources.add(known.get(name));
        }
        boolean whole = sources.contains(RandomInputs.Source.INTEGERS);
        return new RandomInputs.Argument(
                shape(file.required(one, id, "shape")),
                sources,
                one.has("dtype") ? dtype(one.get("dtype")) : whole ? "int64" : "float32",
                one.path("low").asDouble(0),
                one.path("high").asDouble(1));
    }

    private List<String> shape(JsonNode shape) {
        List<String> lengths = ExerciseFile.strings(shape);
        if (lengths.stream().anyMatch(length -> !length.matches("\\d+|[a-z]"))) {
            throw file.wrong(id, "shape", say("exercise.exerciseFile.expected-lengths", "node", shape));
        }
        return lengths;
    }

    /** An argument: a nested list or a number, or {@code {tensor: …, dtype: …}}. */
    private Plain.Numbers argument(JsonNode argument) {
        JsonNode values = argument.isObject() ? file.required(argument, id, "tensor") : argument;
        String dtype = argument.isObject() ? dtype(file.required(argument, id, "dtype")) : "";
        if (!(plain(values, "given") instanceof Plain.Numbers numbers)) {
            throw file.wrong(id, "given", say("exercise.exerciseFile.expected-number-true-false", "node", values));
        }
        String own = PlainForm.name(Tensors.tensor(literal(values, "given")).dtype());
        return new Plain.Numbers("Tensor", dtype.isEmpty() ? own : dtype, numbers.shape(), numbers.values());
    }

    private String dtype(JsonNode dtype) {
        String name = dtype.asText().toLowerCase(Locale.ROOT);
        Optional<DType> known = Arrays.stream(DType.values())
                .filter(one -> PlainForm.name(one).equals(name))
                .findFirst();
        return known.map(PlainForm::name)
                .orElseThrow(() ->
                        file.wrong(id, "dtype", say("exercise.exerciseFile.known-bool", "asText", dtype.asText())));
    }

    /** A number, a truth value, a text or a nested list of them. */
    Plain plain(JsonNode literal, String field) {
        Plain plain = PlainForm.of(literal(literal, field));
        if (plain instanceof Plain.Other) {
            throw file.wrong(id, field, say("exercise.exerciseFile.expected-number-true-false", "node", literal));
        }
        return plain;
    }

    private Object literal(JsonNode literal, String field) {
        if (literal.isArray()) {
            List<Object> items = new ArrayList<>();
            literal.forEach(item -> items.add(literal(item, field)));
            return items;
        }
        if (literal.isBoolean()) {
            return literal.asBoolean();
        }
        if (literal.isIntegralNumber()) {
            return literal.asLong();
        }
        if (literal.isNumber()) {
            return literal.asDouble();
        }
        if (literal.isTextual()) {
            return literal.asText();
        }
        throw file.wrong(id, field, say("exercise.exerciseFile.expected-number-true-false", "node", literal));
    }
}
