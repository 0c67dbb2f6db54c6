package jacobi.course.report;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.StudentMarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All reports of an assignment. */
public final class Reports {
    private Reports() {}

    /**
     * Writes them.
     *
     * @param out the folder of marks
     * @param marks of all students, in the order of the table
     */
    public static void write(Path out, Assignment assignment, List<StudentMarks> marks) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("marks.csv"), MarksTable.of(assignment, marks));
    }
}
