package jacobi.course;

import jacobi.exercise.Bookshelf;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.nio.file.Path;
import java.util.Map;

/** A teacher's notebook as it is run to see that its solutions are right. */
final class TeacherVersion {
    private TeacherVersion() {}

    /**
     * The notebook with reference solutions in the place of stubs, and a last cell that writes the students' files of
     * exercises.
     *
     * @param teacher not modified
     * @param exercises files to read, and where to write those for students
     */
    static Notebook of(Notebook teacher, Bookshelf shelf, Map<Path, Path> exercises) {
        Notebook notebook = teacher.copy();
        for (NotebookCell cell : notebook.cells()) {
            ExerciseCell.of(cell).filter(ExerciseCell::isStub).ifPresent(exercise -> {
                String reference = shelf.exercise(exercise.id()).reference().strip();
                if (!reference.isEmpty()) {
                    cell.source(reference + "\n" + exercise.check() + "\n" + exercise.rest());
                }
            });
        }
        StringBuilder hand = new StringBuilder();
        exercises.forEach((from, to) -> hand.append("jacobi.exercise.Handout.write(")
                .append(literal(from))
                .append(", ")
                .append(literal(to))
                .append(");\n"));
        notebook.insertCode(notebook.cells().size(), "handout", hand.toString());
        return notebook;
    }

    private static String literal(Path path) {
        String text = path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "java.nio.file.Path.of(\"" + text + "\")";
    }
}
