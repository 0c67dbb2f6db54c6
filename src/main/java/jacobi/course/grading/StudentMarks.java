package jacobi.course.grading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The marks of one student: what is kept in {@code students/FOLDER.json} and all reports are made of.
 *
 * @param marks one for each question, in order
 * @param seconds the grading took
 * @param notes further lines for the teacher
 * @param work the code the student wrote
 * @param fingerprint of all that decided about the marks
 */
public record StudentMarks(
        String student,
        String folder,
        List<Mark> marks,
        double seconds,
        Set<Flag> flags,
        List<String> notes,
        String work,
        String fingerprint) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "students";

    /** The points so far. */
    public double total() {
        return marks.stream().mapToDouble(Mark::earned).sum();
    }

    /** The points of right answers to everything. */
    public double most() {
        return marks.stream().mapToDouble(Mark::most).sum();
    }

    /** The flags in words, and the notes. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        flags.stream()
                .filter(flag -> flag != Flag.COLLECTED && (flag != Flag.LATE || notes.isEmpty()))
                .forEach(flag -> remarks.add(flag.words()));
        remarks.addAll(notes);
        return remarks;
    }

    /** The same, with the points that a person gave, by question. */
    StudentMarks with(Map<String, Double> given) {
        List<Mark> all = new ArrayList<>();
        for (Mark mark : marks) {
            Double points = given.get(mark.question());
            all.add(
                    points == null
                            ? mark
                            : new Mark(
                                    mark.question(),
                                    points,
                                    mark.most(),
                                    points >= mark.most()
                                            ? Mark.State.RIGHT
                                            : points > 0 ? Mark.State.PARTLY : Mark.State.WRONG,
                                    mark.note(),
                                    mark.card()));
        }
        Set<Flag> left = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
        if (all.stream().noneMatch(mark -> mark.points() == null)) {
            left.remove(Flag.TO_BE_MARKED);
        }
        return new StudentMarks(student, folder, all, seconds, left, notes, work, fingerprint);
    }

    static Path file(Path out, String folder) {
        return out.resolve(FOLDER).resolve(folder + ".json");
    }

    /** The marks in a file; empty if there are none or it is damaged. */
    static Optional<StudentMarks> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            List<Mark> marks = new ArrayList<>();
            for (JsonNode one : json.path("questions")) {
                marks.add(new Mark(
                        one.path("id").asText(),
                        one.path("points").isNumber() ? one.path("points").asDouble() : null,
                        one.path("most").asDouble(),
                        Mark.State.valueOf(one.path("state").asText()),
                        one.path("note").asText(),
                        one.path("card").asText()));
            }
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            json.path("flags").forEach(flag -> flags.add(Flag.of(flag.asText())));
            List<String> notes = new ArrayList<>();
            json.path("notes").forEach(note -> notes.add(note.asText()));
            return Optional.of(new StudentMarks(
                    json.path("student").asText(),
                    json.path("folder").asText(),
                    marks,
                    json.path("seconds").asDouble(),
                    flags,
                    notes,
                    json.path("work").asText(),
                    json.path("fingerprint").asText()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes the file in one step. */
    void write(Path out) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("student", student).put("folder", folder);
        json.put("total", total()).put("most", most()).put("seconds", seconds);
        ArrayNode words = json.putArray("flags");
        flags.forEach(flag -> words.add(flag.word()));
        notes.forEach(json.putArray("notes")::add);
        ArrayNode questions = json.putArray("questions");
        for (Mark mark : marks) {
            questions
                    .addObject()
                    .put("id", mark.question())
                    .put("points", mark.points())
                    .put("most", mark.most())
                    .put("state", mark.state().name())
                    .put("note", mark.note())
                    .put("card", mark.card());
        }
        json.put("work", work).put("fingerprint", fingerprint);
        Path file = file(out, folder);
        Files.createDirectories(file.getParent());
        Path partial = Files.createTempFile(file.getParent(), ".marks-", "");
        Files.writeString(partial, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
