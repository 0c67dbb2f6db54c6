package jacobi.course.report;

import jacobi.course.grading.Assignment;
import jacobi.course.grading.StudentMarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * All reports of an assignment: {@code marks.csv}, {@code marks.json}, {@code junit.xml}, {@code class.html}, and for
 * each student {@code students/NAME.html} and {@code gradescope/NAME.json}; {@code results.json} where there is but
 * one.
 */
public final class Reports {
    private Reports() {}

    /**
     * Writes them.
     *
     * @param out the folder of marks
     * @param marks of all students, in the order of the table
     */
    public static void write(Path out, Assignment assignment, List<StudentMarks> marks) throws IOException {
        write(out.resolve("marks.csv"), MarksTable.of(assignment, marks));
        write(out.resolve("marks.json"), MarksJson.of(assignment, marks));
        JUnitMarks.write(out.resolve("junit.xml"), marks);
        List<Similarity.Pair> alike = Similarity.of(marks);
        write(out.resolve("class.html"), ClassPage.of(assignment, marks, alike));
        for (StudentMarks one : marks) {
            write(out.resolve("students").resolve(one.folder() + ".html"), StudentPage.of(assignment, one));
            write(out.resolve("gradescope").resolve(one.folder() + ".json"), Gradescope.results(assignment, one));
        }
        if (marks.size() == 1) {
            // Where Gradescope's autograder, which grades one submission a run, looks for it.
            write(out.resolve("results.json"), Gradescope.results(assignment, marks.get(0)));
        }
    }

    /** In one step: another machine may write the same reports. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = Files.createTempFile(file.getParent(), ".report-", "");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
