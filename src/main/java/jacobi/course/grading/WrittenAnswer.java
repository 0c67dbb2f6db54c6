package jacobi.course.grading;

import jacobi.course.CheckCall;
import java.util.List;
import java.util.Optional;

/** What a student wrote to a question that a person marks. */
final class WrittenAnswer {
    private WrittenAnswer() {}

    /** The text of the last cell for it that is not as it was handed out; nothing where there is none. */
    static Optional<String> of(CourseQuestion question, TeacherNotebook teacher, List<SubmittedCell> cells) {
        List<TeacherNotebook.Cell> originals = teacher.cells().stream()
                .filter(cell -> cell.answers().contains(question.id()))
                .toList();
        return cells.stream()
                .filter(cell -> !cell.asGiven() && !cell.source().isBlank())
                .filter(cell -> !CheckCall.isAllOf(cell.source()))
                .filter(cell -> originals.stream().anyMatch(original -> isChanged(original, cell)))
                .map(SubmittedCell::source)
                .reduce((earlier, later) -> later);
    }

    private static boolean isChanged(TeacherNotebook.Cell original, SubmittedCell cell) {
        return original.keys().stream().anyMatch(cell.keys()::contains)
                && !original.given().strip().equals(cell.source().strip());
    }
}
