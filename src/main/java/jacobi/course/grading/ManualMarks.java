package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.course.Csv;
import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points a person gave: {@value #FILE} in the folder of marks, a line {@code student,question,points} each, which
 * the grader makes with the lines to be filled in.
 */
public final class ManualMarks {
    public static final String FILE = "manual.csv";
    private static final String HEADER = "student,question,points";

    private ManualMarks() {}

    /** The points by student's folder and question. */
    static Map<String, Map<String, Double>> read(Path out) throws IOException {
        Map<String, Map<String, Double>> marks = new HashMap<>();
        Path file = out.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return marks;
        }
        int number = 0;
        for (String line : lines(file)) {
            number++;
            List<String> fields = Csv.fields(line);
            if (line.isBlank() || number == 1 && fields.get(0).equals("student")) {
                continue;
            }
            if (fields.size() != 3) {
                throw new NotebookException(
                        say("course.manual.expected", "file", file, "number", number, "header", HEADER, "line", line));
            }
            if (!fields.get(2).isBlank()) {
                marks.computeIfAbsent(Csv.named(fields.get(0)), name -> new HashMap<>())
                        .put(Csv.named(fields.get(1)), points(fields.get(2), file, number));
            }
        }
        return marks;
    }

    /** Also of a file that a spreadsheet of a Chinese system saved. */
    private static List<String> lines(Path file) throws IOException {
        return SubmittedNotebook.decode(Files.readAllBytes(file)).lines().toList();
    }

    private static double points(String text, Path file, int line) throws NotebookException {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new NotebookException(say("course.manual.no-number", "file", file, "line", line, "text", text), e);
        }
    }

    /** Adds lines for what waits to be marked and has none yet. */
    public static void write(Path out, List<StudentMarks> all) throws IOException {
        Path file = out.resolve(FILE);
        StringBuilder lines = new StringBuilder();
        Map<String, Map<String, Double>> there = new HashMap<>();
        if (Files.isRegularFile(file)) {
            for (String line : lines(file)) {
                List<String> fields = Csv.fields(line);
                if (fields.size() > 1) {
                    there.computeIfAbsent(Csv.named(fields.get(0)), name -> new HashMap<>())
                            .put(Csv.named(fields.get(1)), 0.0);
                }
                lines.append(line).append('\n');
            }
        } else {
            lines.append(HEADER).append('\n');
        }
        boolean added = false;
        for (StudentMarks marks : all) {
            for (Mark mark : marks.marks()) {
                boolean waits = mark.state() == Mark.State.TO_BE_MARKED;
                if (waits && !there.getOrDefault(marks.folder(), Map.of()).containsKey(mark.question())) {
                    lines.append(Csv.line(List.of(Csv.name(marks.folder()), Csv.name(mark.question()), "")));
                    added = true;
                }
            }
        }
        if (added) {
            Files.writeString(file, Csv.marked(lines.toString()));
        }
    }
}
