package jacobi.course;

import static jacobi.language.Say.say;

import jacobi.exercise.Bookshelf;
import jacobi.exercise.Chapter;
import jacobi.exercise.Exercise;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a student's notebook would come to, run from its first cell in a new kernel.
 *
 * @param points earned by the checks in the notebook
 * @param of what all its exercises are worth
 * @param problems what to mend before handing in, a line each; empty if nothing
 */
public record Validation(double points, double of, List<String> problems) {
    public Validation {
        problems = List.copyOf(problems);
    }

    /** Runs a notebook, which is left as it is, in its own folder. */
    public static Validation of(Path file, KernelSpec kernel) throws IOException, InterruptedException {
        Notebook notebook = Notebook.read(file);
        Path folder = file.toAbsolutePath().getParent();
        List<Problem> problems = new ArrayList<>(structure(notebook));
        double points = 0;
        double of = 0;
        Map<Integer, TrialRun.Ran> cells = TrialRun.of(notebook.copy(), file, folder, kernel);
        for (TrialRun.Ran ran : cells.values()) {
            String where = say("course.validate.cell", "number", ran.number());
            Optional<NbgraderCell> known = NbgraderCell.of(ran.cell());
            boolean isTest = known.filter(NbgraderCell::isTest).isPresent();
            if (isTest) {
                of += known.get().points();
            }
            if (ran.card().isPresent()) {
                CardResult card = ran.card().get();
                points += card.points();
                if (!card.attempted()) {
                    problems.add(new Problem(
                            ran.number(), say("course.validate.not-attempted", "where", where, "id", card.exercise())));
                } else if (!card.passed() && !card.manual()) {
                    problems.add(new Problem(
                            ran.number(), say("course.validate.not-passed", "where", where, "id", card.exercise())));
                }
            } else if (isTest && !ran.failed()) {
                points += known.get().points();
            }
            // Where an answer is not written, its check says so.
            boolean told = ran.isUnwritten() && ExerciseCell.id(ran.cell()).isPresent();
            if (ran.failed() && !told && !ran.cell().hasTag("raises-exception")) {
                problems.add(
                        new Problem(ran.number(), say("course.validate.fails", "where", where, "error", ran.error())));
            }
        }
        problems.sort(Comparator.comparingInt(Problem::cell));
        List<String> lines =
                new ArrayList<>(problems.stream().map(Problem::text).toList());
        missing(folder, checked(notebook)).forEach(id -> lines.add(say("course.validate.missing", "id", id)));
        return new Validation(points, of, lines);
    }

    /** What to mend in a cell, by its number. */
    private record Problem(int cell, String text) {}

    /** The exercises that are checked in a notebook, or marked by a person. */
    private static Set<String> checked(Notebook notebook) {
        Set<String> checked = new HashSet<>();
        for (NotebookCell cell : notebook.cells()) {
            ExerciseCell.of(cell).map(ExerciseCell::id).ifPresent(checked::add);
            if (NbgraderCell.of(cell).filter(NbgraderCell::isManual).isPresent()) {
                ExerciseCell.id(cell).ifPresent(checked::add);
            }
        }
        return checked;
    }

    /** What can be seen without running: cells that were changed or copied, and texts that were not written. */
    private static List<Problem> structure(Notebook notebook) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (NotebookCell cell : notebook.cells()) {
            number++;
            String where = say("course.validate.cell", "number", number);
            Optional<NbgraderCell> known = NbgraderCell.of(cell);
            if (known.isEmpty()) {
                continue;
            }
            if (!seen.add(known.get().gradeId())) {
                problems.add(new Problem(
                        number,
                        say(
                                "course.validate.twice",
                                "where",
                                where,
                                "id",
                                known.get().gradeId())));
            }
            boolean closed = known.get().locked() || known.get().isTest();
            if (closed && !NbgraderCell.isUnchanged(cell)) {
                problems.add(new Problem(
                        number,
                        say(
                                "course.validate.changed",
                                "where",
                                where,
                                "id",
                                known.get().gradeId())));
            } else if (known.get().isManual()
                    && !closed
                    && NbgraderCell.isUnchanged(cell)
                    && known.get().solution()) {
                problems.add(new Problem(
                        number,
                        say(
                                "course.validate.not-attempted",
                                "where",
                                where,
                                "id",
                                known.get().gradeId())));
            }
        }
        return problems;
    }

    /** Exercises of a chapter of which the notebook has others. */
    private static Set<String> missing(Path folder, Set<String> checked) {
        Set<String> missing = new TreeSet<>();
        for (Chapter chapter : Bookshelf.nearestOrNone(folder).chapters()) {
            List<String> ids = chapter.exercises().stream().map(Exercise::id).toList();
            if (ids.stream().anyMatch(checked::contains)) {
                ids.stream().filter(id -> !checked.contains(id)).forEach(missing::add);
            }
        }
        return missing;
    }
}
