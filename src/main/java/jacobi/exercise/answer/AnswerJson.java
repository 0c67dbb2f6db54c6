package jacobi.exercise.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions and replies as text, for a way between processes. Numbers keep every bit. What is read may come from a
 * stranger: anything that is not as it should be is an {@link IllegalArgumentException}.
 */
public final class AnswerJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerJson() {}

    /** Questions as text. */
    public static String ofQuestions(List<Question> questions) {
        ArrayNode list = JSON.createArrayNode();
        for (Question question : questions) {
            ObjectNode one = list.addObject();
            question.watched().stream().sorted().forEach(one.putArray("watched")::add);
            if (question instanceof Question.Call call) {
                ArrayNode given = one.putArray("given");
                call.given().forEach(argument -> given.add(json(argument)));
                one.put("gradient", call.gradient());
            }
        }
        return list.toString();
    }

    /** The questions in a text. */
    public static List<Question> questions(String text) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode one : read(text)) {
            Set<String> watched = new HashSet<>();
            one.path("watched").forEach(word -> watched.add(word.asText()));
            if (one.has("given")) {
                List<Plain.Numbers> given = new ArrayList<>();
                one.path("given").forEach(argument -> given.add(numbers(argument)));
                questions.add(new Question.Call(given, one.path("gradient").asBoolean(), watched));
            } else {
                questions.add(new Question.Value(watched));
            }
        }
        return questions;
    }

    /** Replies as text. */
    public static String ofReplies(List<Reply> replies) {
        ArrayNode list = JSON.createArrayNode();
        for (Reply reply : replies) {
            ObjectNode one = list.addObject();
            if (reply instanceof Reply.Given given) {
                one.set("value", json(given.value()));
                one.put("printed", given.printed());
                ArrayNode arguments = one.putArray("arguments");
                given.arguments().forEach(argument -> arguments.add(json(argument)));
                one.put("alias", given.alias());
                if (given.gradient() != null) {
                    one.set("gradient", json(given.gradient()));
                }
                if (given.ran() != null) {
                    given.ran().stream().sorted().forEach(one.putArray("ran")::add);
                }
            } else if (reply instanceof Reply.Failed failed) {
                one.put("failed", failed.kind().name()).put("words", failed.words());
            }
        }
        return list.toString();
    }

    /** The replies in a text. */
    public static List<Reply> replies(String text) {
        List<Reply> replies = new ArrayList<>();
        for (JsonNode one : read(text)) {
            if (one.has("value")) {
                List<Plain.Numbers> arguments = new ArrayList<>();
                one.path("arguments").forEach(argument -> arguments.add(numbers(argument)));
                replies.add(new Reply.Given(
                        plain(one.get("value")),
                        one.path("printed").asText(),
                        arguments,
                        one.path("alias").asInt(-1),
                        one.has("gradient") ? numbers(one.get("gradient")) : null,
                        one.has("ran") ? Set.copyOf(texts(one.get("ran"))) : null));
            } else if (one.has("failed")) {
                replies.add(new Reply.Failed(
                        Reply.Kind.valueOf(one.get("failed").asText()),
                        one.path("words").asText()));
            } else {
                replies.add(new Reply.NotAttempted());
            }
        }
        return replies;
    }

    private static JsonNode read(String text) {
        try {
            JsonNode list = JSON.readTree(text);
            if (list.isArray()) {
                return list;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException();
    }

    private static ObjectNode json(Plain value) {
        ObjectNode json = JSON.createObjectNode().put("type", value.type());
        if (value instanceof Plain.Numbers numbers) {
            json.put("dtype", numbers.dtype());
            numbers.shape().forEach(json.putArray("shape")::add);
            json.put("numbers", text(numbers.values()));
        } else if (value instanceof Plain.Texts texts) {
            texts.shape().forEach(json.putArray("shape")::add);
            texts.values().forEach(json.putArray("texts")::add);
        } else if (value instanceof Plain.Drawing drawing) {
            ArrayNode curves = json.putArray("curves");
            drawing.curves()
                    .forEach(curve ->
                            curves.addObject().put("x", text(curve.x())).put("y", text(curve.y())));
            if (drawing.xlim() != null) {
                json.put("xlim", text(drawing.xlim()));
            }
            if (drawing.ylim() != null) {
                json.put("ylim", text(drawing.ylim()));
            }
        } else if (value instanceof Plain.Other other) {
            json.put("other", other.printed());
        }
        return json;
    }

    private static Plain plain(JsonNode json) {
        String type = json.path("type").asText();
        if (json.has("numbers")) {
            return numbers(json);
        } else if (json.has("texts")) {
            List<Integer> shape = shape(json);
            List<String> values = texts(json.get("texts"));
            check(count(shape) == values.size());
            return new Plain.Texts(type, shape, values);
        } else if (json.has("curves")) {
            List<Plain.Curve> curves = new ArrayList<>();
            for (JsonNode curve : json.get("curves")) {
                double[] x = doubles(curve.path("x"));
                double[] y = doubles(curve.path("y"));
                check(x.length == y.length);
                curves.add(new Plain.Curve(x, y));
            }
            return new Plain.Drawing(type, curves, limits(json.path("xlim")), limits(json.path("ylim")));
        }
        return new Plain.Other(type, json.path("other").asText());
    }

    private static double[] limits(JsonNode json) {
        if (json.isMissingNode()) {
            return null;
        }
        double[] limits = doubles(json);
        check(limits.length == 2);
        return limits;
    }

    private static Plain.Numbers numbers(JsonNode json) {
        List<Integer> shape = shape(json);
        double[] values = doubles(json.path("numbers"));
        check(count(shape) == values.length);
        return new Plain.Numbers(json.path("type").asText(), json.path("dtype").asText(), shape, values);
    }

    private static List<Integer> shape(JsonNode json) {
        List<Integer> shape = new ArrayList<>();
        for (JsonNode length : json.path("shape")) {
            check(length.isInt() && length.asInt() >= 0);
            shape.add(length.asInt());
        }
        return shape;
    }

    private static long count(List<Integer> shape) {
        long count = 1;
        for (int length : shape) {
            count *= length;
            check(count <= Integer.MAX_VALUE);
        }
        return count;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Eight bytes each, the highest first, in base64. */
    private static String text(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static double[] doubles(JsonNode text) {
        check(text.isTextual());
        byte[] bytes = Base64.getDecoder().decode(text.asText());
        check(bytes.length % Double.BYTES == 0);
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    private static void check(boolean right) {
        if (!right) {
            // Values that do not fill their shape.
            throw new IllegalArgumentException();
        }
    }
}
