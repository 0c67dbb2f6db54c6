package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.course.ExerciseCell;
import jacobi.course.NbgraderCell;
import jacobi.exercise.Bookshelf;
import jacobi.exercise.Exercise;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A teacher's notebook: which cells are given, which are the students', and what is asked where.
 *
 * @param name the file's name without its ending
 * @param cells in order
 * @param questions in the order of the cells
 */
record TeacherNotebook(String name, List<Cell> cells, List<CourseQuestion> questions) {

    /**
     * A cell of the teacher's. One with an answer and its check is two, as {@code assign} makes them.
     *
     * @param index its place among all cells, from 0
     * @param source what is run of it, if anything is
     * @param given the teacher's text, for a comparison with what was handed in
     * @param locked whether it is run as the teacher wrote it, whatever was handed in
     * @param answers the ids of the questions that the student answers in it
     * @param asks the exercises that are judged after it
     * @param test the question that it tests, or null
     * @param added whether students need not have it
     */
    record Cell(
            int index,
            boolean isCode,
            String source,
            String given,
            List<String> keys,
            boolean locked,
            Set<String> answers,
            List<CourseQuestion> asks,
            CourseQuestion test,
            boolean added) {}

    /**
     * Reads a notebook.
     *
     * @param shelf the exercises, or null where there are none
     * @throws NotebookException if a check names an exercise that is not there, or one is asked twice
     */
    static TeacherNotebook read(Path file, Bookshelf shelf) throws NotebookException {
        Reader reader = new Reader(file, shelf);
        for (NotebookCell cell : Notebook.read(file).cells()) {
            reader.read(cell);
        }
        String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        return new TeacherNotebook(name, reader.cells, List.copyOf(reader.questions.values()));
    }

    /** Reads cell by cell. */
    private static final class Reader {
        private final Path file;
        private final Bookshelf shelf;
        private final List<Cell> cells = new ArrayList<>();
        private final Map<String, CourseQuestion> questions = new LinkedHashMap<>();

        Reader(Path file, Bookshelf shelf) {
            this.file = file;
            this.shelf = shelf;
        }

        void read(NotebookCell cell) throws NotebookException {
            Optional<ExerciseCell> checked = ExerciseCell.of(cell);
            Optional<NbgraderCell> role = NbgraderCell.of(cell);
            if (checked.isPresent()) {
                exercise(cell, checked.get());
            } else if (role.isPresent()) {
                graded(cell, role.get());
            } else {
                String named = ExerciseCell.id(cell).orElse("");
                find(named, shelf).filter(Exercise::manual).ifPresent(this::manual);
                add(cell, cell.source(), SubmittedCell.keys(cell.metadata(), cell.id()), false, named, null);
            }
        }

        private void exercise(NotebookCell cell, ExerciseCell checked) throws NotebookException {
            Exercise exercise = known(checked.id());
            if (questions.containsKey(exercise.id())) {
                throw new NotebookException(say("course.grade.twice", "file", file, "id", exercise.id()));
            }
            List<String> keys = new ArrayList<>(SubmittedCell.keys(cell.metadata(), cell.id()));
            boolean apart = checked.answer().isBlank();
            String check = "grade:" + checked.id() + "-check";
            if (!apart) {
                keys.add("grade:" + checked.id());
                keys.add("exercise:" + checked.id());
                add(cell, cell.source(), keys, false, checked.id(), null);
            }
            if (exercise.manual()) {
                manual(exercise);
                return;
            }
            CourseQuestion question = new CourseQuestion(
                    exercise.id(),
                    exercise.title(),
                    exercise.points(),
                    CourseQuestion.Kind.EXERCISE,
                    exercise,
                    checked.call().answer());
            questions.put(question.id(), question);
            List<String> own = new ArrayList<>(List.of(check));
            if (apart) {
                keys.stream().filter(key -> !key.startsWith("exercise:")).forEach(own::add);
            }
            cells.add(new Cell(
                    cells.size(),
                    true,
                    checked.rest(),
                    cell.source(),
                    own,
                    true,
                    Set.of(),
                    List.of(question),
                    null,
                    !apart));
        }

        private void graded(NotebookCell cell, NbgraderCell role) {
            CourseQuestion test = null;
            if (role.isTest() && !cell.isCode()) {
                // A locked text is worth nothing by itself.
                test = null;
            } else if (role.isTest() || role.isManual()) {
                Optional<Exercise> exercise = find(role.gradeId(), shelf);
                CourseQuestion question = new CourseQuestion(
                        role.gradeId(),
                        exercise.map(Exercise::title).orElse(""),
                        role.points(),
                        role.isManual() ? CourseQuestion.Kind.MANUAL : CourseQuestion.Kind.TEST,
                        null,
                        "");
                questions.putIfAbsent(question.id(), question);
                test = role.isTest() ? question : null;
            }
            add(
                    cell,
                    cell.source(),
                    SubmittedCell.keys(cell.metadata(), cell.id()),
                    role.locked(),
                    role.solution() ? role.gradeId() : "",
                    test);
        }

        private void manual(Exercise exercise) {
            questions.putIfAbsent(
                    exercise.id(),
                    new CourseQuestion(
                            exercise.id(),
                            exercise.title(),
                            exercise.points(),
                            CourseQuestion.Kind.MANUAL,
                            exercise,
                            ""));
        }

        private void add(
                NotebookCell cell,
                String source,
                List<String> keys,
                boolean locked,
                String answer,
                CourseQuestion test) {
            cells.add(new Cell(
                    cells.size(),
                    cell.isCode(),
                    source,
                    source,
                    keys,
                    locked,
                    answer.isEmpty() ? Set.of() : Set.of(answer),
                    List.of(),
                    test,
                    false));
        }

        private Exercise known(String id) throws NotebookException {
            if (shelf == null) {
                throw new NotebookException(say("course.grade.no-exercises", "file", file, "id", id));
            }
            return find(id, shelf)
                    .orElseThrow(
                            () -> new NotebookException(say("course.grade.unknown-exercise", "file", file, "id", id)));
        }
    }

    private static Optional<Exercise> find(String id, Bookshelf shelf) {
        return shelf == null
                ? Optional.empty()
                : shelf.chapters().stream()
                        .flatMap(chapter -> chapter.exercises().stream())
                        .filter(exercise -> exercise.id().equals(id))
                        .findFirst();
    }
}
