package jacobi.course.grading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The code of a submission that is the student's own: its cells without the lines that the teacher's notebook has. */
final class OwnWork {
    private OwnWork() {}

    static void of(TeacherNotebook teacher, List<SubmittedCell> cells, StringBuilder work) {
        Set<String> given = new HashSet<>();
        teacher.cells().stream()
                .filter(cell -> cell.isCode() && cell.answers().isEmpty())
                .forEach(cell -> cell.given().lines().forEach(line -> given.add(line.strip())));
        for (SubmittedCell cell : cells) {
            if (cell.isCode()) {
                cell.source()
                        .lines()
                        .filter(line ->
                                !given.contains(line.strip()) && !line.strip().startsWith("check(") && !line.isBlank())
                        .forEach(line -> work.append(line).append('\n'));
            }
        }
    }
}
