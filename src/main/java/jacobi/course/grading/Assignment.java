package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.course.NamedFiles;
import jacobi.exercise.Bookshelf;
import jacobi.language.Language;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the class was given to do, as the teacher has it: notebooks with solutions and hidden tests, and exercise files.
 */
public final class Assignment {
    private final Path home;
    private final List<Path> files;
    private final List<TeacherNotebook> notebooks;
    private final Path exercises;
    private final Map<Path, Path> named;

    private Assignment(
            Path home, List<Path> files, List<TeacherNotebook> notebooks, Path exercises, Map<Path, Path> named) {
        this.home = home;
        this.files = files;
        this.notebooks = notebooks;
        this.exercises = exercises;
        this.named = named;
    }

    /**
     * Reads an assignment. Messages of this process are from then on in the language its notebook names, if it names
     * one.
     *
     * @param place a notebook, or a folder of notebooks
     * @throws NotebookException if there is nothing to grade in it, or it is not as it should be
     */
    public static Assignment read(Path place) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> found = Files.list(place)) {
                found.filter(file -> file.toString().endsWith(".ipynb")
                                && !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(files::add);
            }
        } else {
            files.add(place);
        }
        if (files.isEmpty()) {
            throw new NotebookException(say("course.grade.no-notebook", "place", place));
        }
        Notebook.read(files.get(0)).readersLanguage().ifPresent(Language::useNotebooks);
        Path home = files.get(0).toAbsolutePath().normalize().getParent();
        Path exercises = exercises(home);
        Bookshelf shelf = exercises == null ? null : Bookshelf.read(exercises);
        List<TeacherNotebook> notebooks = new ArrayList<>();
        Map<Path, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            named.putAll(NamedFiles.of(Notebook.read(file), home));
            TeacherNotebook notebook = TeacherNotebook.read(file, shelf);
            if (!notebook.questions().isEmpty()) {
                notebooks.add(notebook);
            }
        }
        if (notebooks.isEmpty()) {
            throw new NotebookException(say("course.grade.nothing", "place", place));
        }
        return new Assignment(home, files, notebooks, exercises, named);
    }

    private static Path exercises(Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("exercises"))) {
                return at.resolve("exercises");
            }
        }
        return null;
    }

    /** What it is called: its notebooks, without the ending of their files. */
    public String name() {
        return notebooks.stream().map(TeacherNotebook::name).collect(Collectors.joining(", "));
    }

    /** The questions of all notebooks, in order: the columns of the table of marks. */
    public List<CourseQuestion> questions() {
        return notebooks.stream()
                .flatMap(notebook -> notebook.questions().stream())
                .toList();
    }

    /** The points of all questions. */
    public double points() {
        return questions().stream().mapToDouble(CourseQuestion::points).sum();
    }

    /** The folders no submission may read. */
    public List<Path> secret() {
        return exercises == null ? List.of(home) : List.of(home, exercises);
    }

    List<TeacherNotebook> notebooks() {
        return notebooks;
    }

    /**
     * Files that the notebooks name, by their paths from the notebooks' folder: submissions find them beside them, too.
     */
    Map<Path, Path> named() {
        return named;
    }

    /** The files that decide about marks. */
    List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>(files);
        all.addAll(named.values());
        if (exercises != null) {
            try (Stream<Path> found = Files.list(exercises)) {
                found.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return all;
    }
}
