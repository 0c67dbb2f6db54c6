package jacobi.course.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import java.util.List;
import java.util.Locale;

/** The marks of a class as JSON. */
final class MarksJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MarksJson() {}

    static String of(Assignment assignment, List<StudentMarks> all) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode questions = root.putArray("questions");
        for (CourseQuestion question : assignment.questions()) {
            questions
                    .addObject()
                    .put("id", question.id())
                    .put("title", question.title())
                    .put("points", question.points())
                    .put("kind", question.kind().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode students = root.putArray("students");
        for (StudentMarks marks : all) {
            ObjectNode one = students.addObject()
                    .put("student", marks.student())
                    .put("folder", marks.folder())
                    .put("total", marks.total())
                    .put("most", marks.most())
                    .put("seconds", marks.seconds());
            ArrayNode flags = one.putArray("flags");
            marks.flags().forEach(flag -> flags.add(flag.word()));
            ObjectNode points = one.putObject("points");
            for (Mark mark : marks.marks()) {
                points.put(mark.question(), mark.points());
            }
        }
        return text(root);
    }

    static String text(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
