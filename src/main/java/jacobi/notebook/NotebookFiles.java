package jacobi.notebook;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The notebooks that files and folders on a command line stand for. */
public final class NotebookFiles {
    private NotebookFiles() {}

    /**
     * Finds notebooks: a file stands for itself, a folder for all in it and below, in alphabetic order, hidden folders
     * and Jupyter's checkpoints left out. Links to folders are not followed.
     *
     * @param skipped is told, a line each, what in a folder cannot be read and is left out: a link that leads nowhere
     *     or to itself, a folder without permission
     * @return each notebook's path, and the path it has below the folder it was found in, by which a copy goes by
     * @throws NotebookException if a name does not exist, or a folder holds no notebook
     */
    public static Map<Path, Path> find(List<Path> names, Consumer<String> skipped) throws NotebookException {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (Path name : names) {
            if (!Files.exists(name)) {
                throw new NotebookException(
                        Files.isSymbolicLink(name)
                                ? name + ": " + leadsNowhere(name)
                                : say(
                                        "notebook.find.nothing",
                                        "name",
                                        name,
                                        "folder",
                                        Path.of("").toAbsolutePath()));
            }
            if (Files.isDirectory(name)) {
                List<Path> inside = walk(name, skipped);
                if (inside.isEmpty()) {
                    throw new NotebookException(say("notebook.find.no-notebook", "name", name));
                }
                inside.forEach(file -> found.putIfAbsent(file, name.relativize(file)));
            } else {
                found.putIfAbsent(name, name.getFileName());
            }
        }
        return found;
    }

    /**
     * Makes sure that copies of what was found do not overwrite one another.
     *
     * @throws NotebookException if two notebooks of different folders would share a copy
     */
    public static void requireOwnCopies(Map<Path, Path> found) throws NotebookException {
        Map<Path, Path> copies = new LinkedHashMap<>();
        for (Map.Entry<Path, Path> entry : found.entrySet()) {
            Path other = copies.putIfAbsent(entry.getValue(), entry.getKey());
            if (other != null) {
                throw new NotebookException(say(
                        "notebook.find.same-name", "one", entry.getKey(), "other", other, "name", entry.getValue()));
            }
        }
    }

    private static List<Path> walk(Path folder, Consumer<String> skipped) throws NotebookException {
        List<Path> notebooks = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    boolean hidden = inside.getFileName().toString().startsWith(".") && !inside.equals(folder);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (!name.endsWith(".ipynb") || name.startsWith(".")) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (!Files.exists(file)) {
                        skipped.accept(say("notebook.find.skipped", "file", file, "reason", leadsNowhere(file)));
                    } else if (!Files.isDirectory(file)) {
                        notebooks.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(folder)) {
                        throw e;
                    }
                    skipped.accept(say(
                            "notebook.find.skipped",
                            "file",
                            file,
                            "reason",
                            say("notebook.find.not-readable", "reason", Replacement.reason(e))));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new NotebookException(
                    say("notebook.find.not-listed", "folder", folder, "reason", Replacement.reason(e)), e);
        }
        notebooks.sort(null);
        return notebooks;
    }

    private static String leadsNowhere(Path link) {
        try {
            Path to = Files.readSymbolicLink(link);
            boolean itself = link.resolveSibling(to).normalize().equals(link.normalize());
            return itself ? say("notebook.find.link-to-itself") : say("notebook.find.link-nowhere", "target", to);
        } catch (IOException e) {
            return say("notebook.find.link-not-readable", "reason", Replacement.reason(e));
        }
    }
}
