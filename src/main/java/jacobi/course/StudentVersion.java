package jacobi.course;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.exercise.Bookshelf;
import jacobi.exercise.Exercise;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookException;
import java.util.List;
import java.util.Optional;

/**
 * Makes a student's notebook of a teacher's: stubs for solutions, no hidden tests, no outputs, each check in a locked
 * cell of its own, and nbgrader's metadata.
 */
final class StudentVersion {
    private final Notebook notebook;
    private final Bookshelf shelf;
    private final String name;

    private StudentVersion(Notebook notebook, Bookshelf shelf, String name) {
        this.notebook = notebook;
        this.shelf = shelf;
        this.name = name;
    }

    /**
     * @param teacher not modified
     * @param name the file's, for errors
     * @throws NotebookException if a mark has no partner; the message names the cell
     */
    static Notebook of(Notebook teacher, Bookshelf shelf, String name) throws NotebookException {
        StudentVersion version = new StudentVersion(teacher.copy(), shelf, name);
        version.make();
        return version.notebook;
    }

    private void make() throws NotebookException {
        for (int i = 0; i < notebook.cells().size(); i++) {
            NotebookCell cell = notebook.cells().get(i);
            String where = say("course.cell", "file", name, "number", i + 1);
            cell.source(withoutSecrets(cell.source(), where));
            Optional<ExerciseCell> exercise = ExerciseCell.of(cell);
            Optional<String> id = ExerciseCell.id(cell);
            Optional<NbgraderCell> known = NbgraderCell.of(cell);
            if (id.isPresent() && shelf.exercise(id.get()).manual()) {
                manual(cell, shelf.exercise(id.get()), where);
            } else if (exercise.isPresent()) {
                i += split(cell, exercise.get(), i, where);
            } else if (known.isPresent()) {
                stubbed(cell, known.get(), where, checkedNext(i));
            } else {
                cell.source(stub(cell, cell.source(), where));
            }
            if (cell.isCode()) {
                cell.clear();
            }
        }
    }

    private static String withoutSecrets(String source, String where) throws NotebookException {
        return Region.MARK_SCHEME.removed(Region.HIDDEN_TESTS.removed(source, where), where);
    }

    private void manual(NotebookCell cell, Exercise exercise, String where) throws NotebookException {
        cell.source(stub(cell, cell.source(), where));
        mark(cell, exercise.id());
        NbgraderCell.manual(gradeId(exercise.id()), exercise.points()).writeTo(cell);
    }

    /** Puts the check into a cell of its own; returns how many cells that adds. */
    private int split(NotebookCell cell, ExerciseCell parts, int at, String where) throws NotebookException {
        Exercise exercise = shelf.exercise(parts.id());
        String id = gradeId(exercise.id());
        String test = parts.rest().isBlank() ? parts.check() : parts.check() + "\n" + parts.rest();
        NbgraderCell asTest = NbgraderCell.test(id + "-check", exercise.points());
        if (parts.answer().isBlank()) {
            cell.source(test);
            mark(cell, exercise.id());
            asTest.writeTo(cell);
            return 0;
        }
        cell.source(AnswerLine.of(exercise.id()) + "\n" + stub(cell, parts.answer(), where));
        mark(cell, exercise.id());
        NbgraderCell.answer(id).writeTo(cell);
        NotebookCell check = notebook.insertCode(at + 1, id + "-check", test);
        mark(check, exercise.id());
        asTest.writeTo(check);
        return 1;
    }

    /** A cell of nbgrader's: as it does, a solution without marks is a solution as a whole. */
    private void stubbed(NotebookCell cell, NbgraderCell known, String where, Optional<String> checked)
            throws NotebookException {
        if (known.solution()) {
            boolean whole =
                    !Region.SOLUTION.isIn(cell.source()) && !cell.source().contains("todo()");
            String source = whole ? "// BEGIN SOLUTION\n" + cell.source() + "\n// END SOLUTION" : cell.source();
            cell.source(stub(cell, source, where));
            checked.ifPresent(id -> {
                cell.source(AnswerLine.of(id) + "\n" + cell.source());
                mark(cell, id);
            });
        }
        known.writeTo(cell);
    }

    /** The exercise that the code cell after this one does nothing but check. */
    private Optional<String> checkedNext(int at) {
        return notebook.cells().stream()
                .skip(at + 1L)
                .filter(NotebookCell::isCode)
                .findFirst()
                .flatMap(ExerciseCell::of)
                .filter(next -> next.answer().isBlank())
                .map(ExerciseCell::id);
    }

    private static String stub(NotebookCell cell, String source, String where) throws NotebookException {
        if (!cell.isCode()) {
            return Region.SOLUTION.replaced(
                    source, where, (indent, lines) -> List.of(indent + say("course.write-here")));
        }
        String stubbed = Region.SOLUTION.replaced(source, where, (indent, lines) -> Stub.of(source, indent, lines));
        return stubbed.isBlank() ? "// " + say("course.write-here") : stubbed;
    }

    private static void mark(NotebookCell cell, String id) {
        ObjectNode own = cell.metadata().path("jacobi") instanceof ObjectNode there
                ? there
                : cell.metadata().putObject("jacobi");
        own.put("exercise", id);
    }

    /** nbgrader allows letters, digits, hyphens and underscores. */
    private static String gradeId(String id) {
        return id.replaceAll("[^a-zA-Z0-9_-]", "-");
    }
}
