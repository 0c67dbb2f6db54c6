package jacobi.course;

import static jacobi.language.Say.say;

import jacobi.exercise.Bookshelf;
import jacobi.exercise.Chapter;
import jacobi.exercise.ExerciseException;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes what students get of what a teacher has, and proves it first: the teacher's version earns every point, the
 * students' none. Nothing is written to the release before all notebooks are proven.
 */
public final class Release {
    private final Path release;
    private final KernelSpec kernel;
    private final Consumer<String> tell;
    private final Path work;
    private final Map<Path, Path> exercises = new LinkedHashMap<>();

    /**
     * One notebook of a release.
     *
     * @param points what its exercises and tests are worth, those a person marks included
     * @param exercises how many there are
     */
    public record Assigned(Path file, double points, int exercises) {}

    private Release(Path release, KernelSpec kernel, Consumer<String> tell, Path work) {
        this.release = release;
        this.kernel = kernel;
        this.tell = tell;
        this.work = work;
    }

    /**
     * Makes a release.
     *
     * @param names notebooks, or folders of them
     * @param release the folder for it; what is in its place is replaced
     * @param kernel what runs the proofs: Jacobi's own
     * @param tell is told, a line each, what goes on
     * @throws NotebookException if a notebook cannot be read or is not proven; the message names cell and exercise
     */
    public static List<Assigned> make(List<Path> names, Path release, KernelSpec kernel, Consumer<String> tell)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("jacobi-assign-");
        try {
            return new Release(release, kernel, tell, work).make(names);
        } finally {
            delete(work);
        }
    }

    private List<Assigned> make(List<Path> names) throws IOException, InterruptedException {
        Path root = names.get(0).toAbsolutePath().normalize();
        Map<Path, Path> found = new LinkedHashMap<>(NotebookFiles.find(names, tell));
        // A release made inside the teacher's folder is no source of the next.
        found.keySet().removeIf(file -> file.toAbsolutePath().startsWith(release.toAbsolutePath()));
        NotebookFiles.requireOwnCopies(found);
        List<Assigned> assigned = new ArrayList<>();
        for (Map.Entry<Path, Path> entry : found.entrySet()) {
            assigned.add(one(entry.getKey(), entry.getValue(), Files.isDirectory(root) ? root : root.getParent()));
        }
        copy(work, release);
        return assigned;
    }

    private Assigned one(Path file, Path target, Path root) throws IOException, InterruptedException {
        Notebook teacher = Notebook.read(file);
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = target.toString();
        Notebook student;
        Notebook solved;
        Bookshelf shelf;
        try {
            shelf = Bookshelf.nearestOrNone(folder);
            student = StudentVersion.of(teacher, shelf, name);
            solved = TeacherVersion.of(teacher, shelf, files(teacher, shelf, root));
        } catch (ExerciseException e) {
            throw new NotebookException(name + ": " + e.getMessage(), e);
        }
        tell.accept(say("course.assign.proving", "file", name));
        provenRight(solved, file, folder, name);
        Path place = work.resolve(target);
        Files.createDirectories(place.getParent());
        // Of the student's: a file that only a solution or a hidden test names is the teacher's.
        NamedFiles.copy(NamedFiles.of(student, folder), place.getParent());
        student.write(place, LinkOption.NOFOLLOW_LINKS);
        return provenEmpty(student.copy(), file, place, name, shelf);
    }

    /** The files of exercises the notebook uses, each with the place of the students' version. */
    private Map<Path, Path> files(Notebook notebook, Bookshelf shelf, Path root) throws IOException {
        Map<Path, Path> used = new LinkedHashMap<>();
        for (NotebookCell cell : notebook.cells()) {
            Optional<Chapter> chapter = ExerciseCell.id(cell).flatMap(shelf::chapterOf);
            if (chapter.isPresent()) {
                Path from = shelf.fileOf(chapter.get());
                Path below = from.startsWith(root)
                        ? root.relativize(from)
                        : Path.of("exercises").resolve(from.getFileName());
                Path to = work.resolve(below);
                if (!exercises.containsKey(from)) {
                    exercises.put(from, to);
                    used.put(from, to);
                }
            }
        }
        return used;
    }

    private void provenRight(Notebook solved, Path file, Path folder, String name)
            throws IOException, InterruptedException {
        for (TrialRun.Ran ran : TrialRun.of(solved, file, folder, kernel).values()) {
            boolean isHandout = ran.number() == solved.cells().size();
            boolean isTest =
                    NbgraderCell.of(ran.cell()).filter(NbgraderCell::isTest).isPresent();
            boolean wrong =
                    ran.card().filter(card -> !card.passed() && !card.manual()).isPresent();
            if (ran.failed()
                    && (isHandout || isTest || ExerciseCell.id(ran.cell()).isPresent())) {
                throw new NotebookException(
                        say("course.assign.teacher-fails", "where", ran.where(name), "error", ran.error()));
            } else if (wrong) {
                throw new NotebookException(say(
                        "course.assign.teacher-wrong",
                        "where",
                        ran.where(name),
                        "id",
                        ran.card().get().exercise()));
            }
        }
    }

    private Assigned provenEmpty(Notebook student, Path file, Path place, String name, Bookshelf shelf)
            throws IOException, InterruptedException {
        double points = 0;
        int count = 0;
        for (TrialRun.Ran ran :
                TrialRun.of(student, place, place.getParent(), kernel).values()) {
            Optional<NbgraderCell> known = NbgraderCell.of(ran.cell());
            boolean isTest = known.filter(NbgraderCell::isTest).isPresent();
            if (ran.failed() && known.isPresent() && !isTest) {
                String key = ran.isUnwritten() ? "course.assign.stub-needs" : "course.assign.stub-fails";
                throw new NotebookException(say(key, "where", ran.where(name), "error", ran.error()));
            }
            boolean earns = ran.card().isPresent()
                    ? ran.card().get().attempted() && !ran.card().get().manual()
                    : isTest && !ran.failed();
            if (earns) {
                throw new NotebookException(say("course.assign.student-earns", "where", ran.where(name)));
            }
        }
        for (NotebookCell cell : student.cells()) {
            Optional<NbgraderCell> known = NbgraderCell.of(cell);
            if (known.filter(cellOf -> cellOf.grade() || cellOf.task()).isPresent()) {
                points += known.get().points();
                count++;
            }
        }
        return new Assigned(release.resolve(name), points, count);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
