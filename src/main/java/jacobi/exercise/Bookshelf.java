package jacobi.exercise;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All chapters in a folder of exercise files, read once. */
public final class Bookshelf {
    private final Path folder;
    private final List<Chapter> chapters;

    private Bookshelf(Path folder, List<Chapter> chapters) {
        this.folder = folder;
        this.chapters = List.copyOf(chapters);
    }

    /** Reads every {@code .yaml} file of a folder, in the order of their names. */
    public static Bookshelf read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new Bookshelf(
                    folder,
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(ExerciseFile::read)
                            .toList());
        } catch (IOException e) {
            throw new ExerciseException(
                    say("exercise.bookshelf.cannot-read", "folder", folder, "reason", e.getMessage()));
        }
    }

    /** As {@link #nearest}; without a chapter where there is no such folder. */
    public static Bookshelf nearestOrNone(Path start) {
        try {
            return nearest(start);
        } catch (ExerciseException e) {
            if (hasFolder(start)) {
                throw e;
            }
            return new Bookshelf(start, List.of());
        }
    }

    private static boolean hasFolder(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("exercises"))) {
                return true;
            }
        }
        return false;
    }

    /** The folder {@code exercises} beside the notebook, or in a folder above it. */
    public static Bookshelf nearest(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("exercises");
            if (Files.isDirectory(folder)) {
                return read(folder);
            }
        }
        throw new ExerciseException(
                say("exercise.bookshelf.no-folder-named-exercises", "start", start.toAbsolutePath()));
    }

    /** The chapters in the order of their files' names. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** The exercise of that id. */
    public Exercise exercise(String id) {
        return chapterOf(id)
                .flatMap(chapter -> chapter.exercises().stream()
                        .filter(e -> e.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> new ExerciseException(say(
                        "exercise.bookshelf.there-no-exercise-known",
                        "id",
                        id,
                        "folder",
                        folder.getFileName(),
                        "ids",
                        ids())));
    }

    /** The file a chapter was read from. */
    public Path fileOf(Chapter chapter) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> ExerciseFile.read(file).name().equals(chapter.name()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new ExerciseException(
                    say("exercise.bookshelf.cannot-read", "folder", folder, "reason", e.getMessage()));
        }
    }

    /** The chapter that holds the exercise of that id. */
    public Optional<Chapter> chapterOf(String id) {
        return chapters.stream()
                .filter(chapter -> chapter.exercises().stream().anyMatch(e -> e.id().equals(id)))
                .findFirst();
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        chapters.forEach(chapter -> chapter.exercises().forEach(e -> ids.add(e.id())));
        return ids;
    }
}
