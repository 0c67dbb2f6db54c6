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

    /** The folder {@code exercises} beside the notebook, or in a folder above it. */
    static Bookshelf nearest(Path start) {
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
