package jacobi.exercise;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.exercise.answer.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a chapter's exercises as students get them: without reference solutions and hidden cases, and with what is
 * expected sealed. Runs where reference solutions can: in a kernel, of the teacher's.
 */
public final class Handout {
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What nobody may read before the answer is given. */
    private static final List<String> SECRET = List.of("hints", "expect", "dtype", "text", "figure", "cases", "trials");

    private static final List<String> TEACHERS = List.of("reference", "hidden");

    private Handout() {}

    /**
     * Writes the students' file.
     *
     * @param teachers the chapter's file
     * @param students overwritten; its folder is made
     * @throws ExerciseException if the teacher's file is wrong, a reference solution fails, or the place is not
     * writable
     */
    public static void write(Path teachers, Path students) {
        Chapter chapter = ExerciseFile.read(teachers);
        try {
            JsonNode root = YAML.readTree(Files.readString(teachers));
            for (JsonNode exercise : root.get("exercises")) {
                String id = exercise.get("id").asText();
                Exercise read = chapter.exercises().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                seal((ObjectNode) exercise, read);
            }
            Files.createDirectories(students.toAbsolutePath().getParent());
            Files.writeString(students, YAML.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new ExerciseException(
                    say("exercise.handout.cannot-write", "file", students, "reason", e.getMessage()));
        }
    }

    private static void seal(ObjectNode exercise, Exercise read) {
        ObjectNode secret = JSON.createObjectNode();
        Rules rules = Trial.solved(read, Exercises::reference);
        for (String field : SECRET) {
            if (exercise.has(field)) {
                secret.set(field, exercise.get(field));
            }
        }
        if (!rules.cases().isEmpty()) {
            secret.set("cases", cases(rules.cases()));
        }
        if (!rules.sealed().isEmpty()) {
            secret.set("trials", cases(rules.sealed()));
        }
        if (rules.byReference()) {
            secret.set("expect", literal(((ValueCheck) rules.checks().get(0)).expected()));
        }
        exercise.remove(SECRET);
        exercise.remove(TEACHERS);
        if (!secret.isEmpty()) {
            exercise.put(Seal.FIELD, Seal.of(secret, read.id()));
        }
    }

    private static ArrayNode cases(List<CaseCheck.Case> cases) {
        ArrayNode all = JSON.createArrayNode();
        for (CaseCheck.Case one : cases) {
            ObjectNode node = all.addObject();
            ArrayNode given = node.putArray("given");
            for (Plain.Numbers argument : one.given()) {
                ObjectNode tensor = given.addObject();
                tensor.set("tensor", literal(argument));
                tensor.put("dtype", argument.dtype());
            }
            node.set("expect", literal(one.expected()));
        }
        return all;
    }

    private static JsonNode literal(Plain value) {
        if (value instanceof Plain.Texts texts) {
            return nested(
                    texts.shape(),
                    texts.values().stream().map(JSON::<JsonNode>valueToTree).toList(),
                    0,
                    0);
        } else if (value instanceof Plain.Numbers numbers) {
            boolean truth = numbers.dtype().equals("bool");
            List<JsonNode> leaves = Arrays.stream(numbers.values())
                    .mapToObj(number -> JSON.<JsonNode>valueToTree(truth ? (Object) (number != 0) : (Object) number))
                    .toList();
            return nested(numbers.shape(), leaves, 0, 0);
        }
        throw new ExerciseException(say("exercise.handout.no-literal", "type", value.type()));
    }

    private static JsonNode nested(List<Integer> shape, List<JsonNode> leaves, int axis, int from) {
        if (axis == shape.size()) {
            return leaves.get(from);
        }
        int stride = shape.subList(axis + 1, shape.size()).stream().reduce(1, (a, b) -> a * b);
        ArrayNode list = JSON.createArrayNode();
        for (int i = 0; i < shape.get(axis); i++) {
            list.add(nested(shape, leaves, axis + 1, from + i * stride));
        }
        return list;
    }
}
