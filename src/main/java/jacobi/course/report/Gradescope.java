package jacobi.course.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.course.grading.Assignment;
import jacobi.course.grading.CourseQuestion;
import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import java.util.List;

/** A student's marks in the form of Gradescope's {@code results.json}: a test a question, its card as HTML. */
final class Gradescope {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Gradescope() {}

    static String results(Assignment assignment, StudentMarks marks) {
        ObjectNode root = JSON.createObjectNode();
        root.put("score", marks.total());
        root.put("execution_time", marks.seconds());
        root.put("visibility", "visible");
        root.put("stdout_visibility", "hidden");
        root.put("test_output_format", "html");
        root.put("output", String.join("\n", marks.remarks()));
        ArrayNode tests = root.putArray("tests");
        List<CourseQuestion> questions = assignment.questions();
        for (int i = 0; i < marks.marks().size(); i++) {
            Mark mark = marks.marks().get(i);
            ObjectNode test = tests.addObject();
            test.put("score", mark.earned());
            test.put("max_score", mark.most());
            if (mark.points() != null) {
                test.put("status", mark.points() >= mark.most() ? "passed" : "failed");
            }
            test.put("name", StudentPage.heading(questions.get(i)));
            test.put("number", Integer.toString(i + 1));
            test.put("output", StudentPage.reply(questions.get(i), mark));
            test.put("output_format", "html");
            test.put("visibility", "visible");
        }
        return MarksJson.text(root);
    }
}
