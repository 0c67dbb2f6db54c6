package jacobi.course.report;

import jacobi.course.grading.Mark;
import jacobi.course.grading.StudentMarks;
import jacobi.notebook.JUnitXml;
import jacobi.notebook.JUnitXml.Ending;
import jacobi.notebook.NotebookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a class in the XML form of JUnit: a suite a student, a case a question, a failure for a wrong answer.
 */
final class JUnitMarks {
    private JUnitMarks() {}

    static void write(Path file, List<StudentMarks> all) throws NotebookException {
        List<JUnitXml.Suite> suites = new ArrayList<>();
        for (StudentMarks marks : all) {
            suites.add(new JUnitXml.Suite(
                    marks.folder(),
                    marks.seconds(),
                    marks.marks().stream().map(JUnitMarks::one).toList()));
        }
        JUnitXml.write(file, suites);
    }

    private static JUnitXml.Case one(Mark mark) {
        String points = MarksTable.number(mark.earned()) + "/" + MarksTable.number(mark.most());
        Ending ending = switch (mark.state()) {
            case RIGHT -> Ending.PASSED;
            case TO_BE_MARKED -> Ending.SKIPPED;
            case PARTLY, WRONG, NOT_ATTEMPTED -> Ending.FAILURE;
            case FAILED, NOT_GRADED -> Ending.ERROR;
        };
        String text = mark.note().isEmpty() ? StudentPage.plain(mark.card()) : mark.note();
        return new JUnitXml.Case(
                mark.question(), 0, ending, points, mark.state().name(), text);
    }
}
