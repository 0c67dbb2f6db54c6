package jacobi.course;

import jacobi.notebook.NotebookCell;
import jacobi.source.Cell;
import jacobi.source.Part;
import java.util.List;
import java.util.Optional;

/**
 * A code cell with an exercise's answer and its check.
 *
 * @param call what checks it
 * @param answer what stands before the check
 * @param check the statement with the call, its semicolon too if it has one
 * @param rest what stands after it, such as hidden tests
 */
public record ExerciseCell(CheckCall call, String answer, String check, String rest) {

    /** The exercise of a cell with a call of {@code check} at its top; the last one, if there are several. */
    public static Optional<ExerciseCell> of(NotebookCell cell) {
        return cell.isCode() ? of(cell.source()) : Optional.empty();
    }

    static Optional<ExerciseCell> of(String source) {
        List<Part> parts = Cell.of(0, source).parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            String text = part.span().of(source);
            Optional<CheckCall> call = part instanceof Part.Value || part instanceof Part.Statement
                    ? CheckCall.of(text)
                    : Optional.empty();
            if (call.isPresent()) {
                return Optional.of(new ExerciseCell(
                        call.get(),
                        source.substring(0, part.start()).stripTrailing(),
                        text,
                        source.substring(part.end()).replaceFirst("^\\s*\n", "").stripTrailing()));
            }
        }
        return Optional.empty();
    }

    /** The exercise's id. */
    public String id() {
        return call.exercise();
    }

    /** The exercise's id in the cell's metadata, {@code {"jacobi": {"exercise": "data-1"}}}, or of the check in it. */
    public static Optional<String> id(NotebookCell cell) {
        String said = cell.metadata().path("jacobi").path("exercise").asText();
        return said.isEmpty() ? of(cell).map(ExerciseCell::id) : Optional.of(said);
    }

    /** Whether the answer is still to be written. */
    boolean isStub() {
        return answer.contains("todo()");
    }
}
