package jacobi.course.grading;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.exercise.Bookshelf;
import jacobi.exercise.Exercise;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
     * A cell of the teacher's.
     *
     * @param index its place among all cells, from 0
     * @param locked whether it is run as the teacher wrote it, whatever was handed in
     * @param answers whether the student writes it
     * @param asks the exercises that are judged after it
     * @param test the question that it tests, or null
     */
    record Cell(
            int index,
            boolean isCode,
            String source,
            List<String> keys,
            boolean locked,
            boolean answers,
            List<CourseQuestion> asks,
            CourseQuestion test) {}

    /**
     * Reads a notebook.
     *
     * @param shelf the exercises, or null where there are none
     * @throws NotebookException if a check names an exercise that is not there, or one is asked twice
     */
    static TeacherNotebook read(Path file, Bookshelf shelf) throws NotebookException {
        Notebook notebook = Notebook.read(file);
        Map<String, CourseQuestion> questions = new LinkedHashMap<>();
        List<Cell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (NotebookCell cell : notebook.cells()) {
            cells.add(cell(cells.size(), cell, shelf, questions, file, ids));
        }
        String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        return new TeacherNotebook(name, cells, List.copyOf(questions.values()));
    }

    private static Cell cell(
            int index,
            NotebookCell cell,
            Bookshelf shelf,
            Map<String, CourseQuestion> questions,
            Path file,
            Set<String> ids)
            throws NotebookException {
        JsonNode nbgrader = cell.metadata().path("nbgrader");
        boolean solution = nbgrader.path("solution").asBoolean();
        boolean graded = nbgrader.path("grade").asBoolean();
        boolean task = nbgrader.path("task").asBoolean();
        String named = cell.metadata().path("jacobi").path("exercise").asText();
        List<CheckCall> calls = cell.isCode() ? CheckCall.in(cell.source()) : List.of();
        List<CourseQuestion> asks = new ArrayList<>();
        for (CheckCall call : calls) {
            Exercise exercise = exercise(call.exercise(), shelf, file);
            if (!ids.add(exercise.id())) {
                throw new NotebookException(say("course.grade.twice", "file", file, "id", exercise.id()));
            }
            asks.add(new CourseQuestion(
                    exercise.id(),
                    exercise.title(),
                    exercise.points(),
                    exercise.manual() ? CourseQuestion.Kind.MANUAL : CourseQuestion.Kind.EXERCISE,
                    exercise,
                    call.answer()));
        }
        CourseQuestion test = null;
        if (asks.isEmpty() && (graded || task)) {
            String id = nbgrader.path("grade_id").asText(cell.id());
            Exercise exercise = find(id, shelf).orElse(null);
            boolean manual = solution || task || !cell.isCode();
            CourseQuestion question = new CourseQuestion(
                    id,
                    exercise == null ? "" : exercise.title(),
                    nbgrader.path("points").asDouble(),
                    manual ? CourseQuestion.Kind.MANUAL : CourseQuestion.Kind.TEST,
                    exercise,
                    "");
            if (ids.add(id)) {
                questions.put(id, question);
            }
            test = manual ? null : question;
        } else if (asks.isEmpty() && !named.isEmpty() && shelf != null) {
            // A text that a person marks, in a notebook without nbgrader's metadata.
            find(named, shelf)
                    .filter(exercise -> exercise.manual() && ids.add(named))
                    .ifPresent(exercise -> questions.put(
                            named,
                            new CourseQuestion(
                                    named,
                                    exercise.title(),
                                    exercise.points(),
                                    CourseQuestion.Kind.MANUAL,
                                    exercise,
                                    "")));
        }
        asks.forEach(question -> questions.put(question.id(), question));
        boolean answers =
                solution || !named.isEmpty() && !nbgrader.path("locked").asBoolean();
        boolean locked = !solution && (nbgrader.path("locked").asBoolean() || graded);
        List<CourseQuestion> judged = asks.stream()
                .filter(question -> question.kind() == CourseQuestion.Kind.EXERCISE)
                .toList();
        return new Cell(
                index,
                cell.isCode(),
                cell.source(),
                SubmittedCell.keys(cell.metadata(), cell.id()),
                locked,
                answers,
                judged,
                test);
    }

    private static Optional<Exercise> find(String id, Bookshelf shelf) {
        return shelf == null
                ? Optional.empty()
                : shelf.chapters().stream()
                        .flatMap(chapter -> chapter.exercises().stream())
                        .filter(exercise -> exercise.id().equals(id))
                        .findFirst();
    }

    private static Exercise exercise(String id, Bookshelf shelf, Path file) throws NotebookException {
        if (shelf == null) {
            throw new NotebookException(say("course.grade.no-exercises", "file", file, "id", id));
        }
        return find(id, shelf)
                .orElseThrow(() -> new NotebookException(say("course.grade.unknown-exercise", "file", file, "id", id)));
    }
}
