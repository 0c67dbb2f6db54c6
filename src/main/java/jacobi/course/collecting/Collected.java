package jacobi.course.collecting;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was collected so far: kept in the file {@value #FILE} beside the students' folders, which the grader reads too.
 */
public final class Collected {
    static final String FILE = "collected.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Entry> entries = new TreeMap<>();

    /**
     * One student's submission.
     *
     * @param student as the platform names the person
     * @param folder the name of the student's folder
     * @param times when each notebook was handed in, by its path below the student's folder
     * @param flags what to know of it
     */
    public record Entry(String student, String folder, Map<String, Instant> times, Set<Remark> flags) {
        static Entry of(String student, String folder) {
            return new Entry(student, folder, new TreeMap<>(), EnumSet.noneOf(Remark.class));
        }
    }

    /**
     * Reads what is noted in a folder of submissions; nothing where nothing was collected.
     *
     * @throws NotebookException if the notes are damaged
     */
    public static Collected read(Path folder) throws NotebookException {
        Collected collected = new Collected();
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return collected;
        }
        try {
            for (JsonNode one : JSON.readTree(Files.readString(file)).path("submissions")) {
                Entry entry = Entry.of(
                        one.path("student").asText(), one.path("folder").asText());
                one.path("times")
                        .properties()
                        .forEach(time -> entry.times()
                                .put(
                                        time.getKey(),
                                        Instant.parse(time.getValue().asText())));
                one.path("flags")
                        .forEach(flag -> entry.flags()
                                .add(Remark.valueOf(
                                        flag.asText().toUpperCase(Locale.ROOT).replace('-', '_'))));
                collected.entries.put(entry.folder(), entry);
            }
            return collected;
        } catch (JsonProcessingException | RuntimeException e) {
            throw new NotebookException(say("course.collect.damaged", "file", file), e);
        } catch (IOException e) {
            throw new NotebookException(say("course.collect.not-read", "file", file, "reason", e.getMessage()), e);
        }
    }

    /** The name of a notebook's file without its ending and what was added because it was handed in again. */
    public static String notebook(String file) {
        return Name.notebook(file);
    }

    /** The submissions, in the order of their folders. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The submission in that folder, made if there is none. */
    Entry entry(String student, String folder) {
        return entries.computeIfAbsent(folder, name -> Entry.of(student, name));
    }

    /** Writes the notes. */
    void write(Path folder) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("submissions");
        for (Entry entry : entries.values()) {
            ObjectNode one = list.addObject().put("student", entry.student()).put("folder", entry.folder());
            ObjectNode times = one.putObject("times");
            entry.times().forEach((file, time) -> times.put(file, time.toString()));
            ArrayNode flags = one.putArray("flags");
            entry.flags().forEach(flag -> flags.add(flag.word()));
        }
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
