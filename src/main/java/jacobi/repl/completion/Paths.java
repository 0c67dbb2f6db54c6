package jacobi.repl.completion;

import jacobi.repl.Completions;
import jacobi.repl.Completions.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files whose names go on from what is typed. */
final class Paths {
    private static final int MOST = 200;

    private Paths() {}

    /** Completes the path that starts at {@code from} and ends at the cursor. */
    static Completions complete(String source, int from, int cursor) {
        String typed = source.substring(from, cursor);
        int slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\'));
        String folder = typed.substring(0, slash + 1);
        String prefix = typed.substring(slash + 1);
        List<Match> matches = new ArrayList<>();
        try {
            String place = folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
            try (Stream<Path> files = Files.list(Path.of(place.isEmpty() ? "." : place))) {
                files.filter(file -> file.getFileName().toString().startsWith(prefix))
                        .filter(file -> !prefix.isEmpty()
                                || !file.getFileName().toString().startsWith("."))
                        .sorted(Comparator.comparing(Path::toString))
                        .limit(MOST)
                        .forEach(file -> matches.add(
                                new Match(file.getFileName() + (Files.isDirectory(file) ? "/" : ""), "path", "")));
            }
        } catch (IOException | InvalidPathException e) {
            // Nothing is there; then nothing completes it.
        }
        return new Completions(from + slash + 1, cursor, matches);
    }
}
