package jacobi.course.grading;

import jacobi.course.NamedFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * A submission's own folder among the temporary files: sockets, the folder its cells run in, and its temporary files.
 */
final class WorkFolder implements AutoCloseable {
    private final Path root;

    private WorkFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes one, for this user only.
     *
     * @param named files by their paths from the notebook's folder
     * @param data a folder whose files every submission finds beside its notebook, too, or null
     */
    static WorkFolder with(Map<Path, Path> named, Path data) throws IOException {
        WorkFolder folder = new WorkFolder(Files.createTempDirectory("jg-").toRealPath());
        Files.createDirectory(folder.work());
        Files.createDirectory(folder.temporary());
        NamedFiles.copy(named, folder.work());
        if (data != null) {
            folder.copy(data.toRealPath());
        }
        return folder;
    }

    Path root() {
        return root;
    }

    /** Where cells find relative paths. */
    Path work() {
        return root.resolve("work");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** A folder for the sockets of a kernel, another one for each. */
    Path sockets() throws IOException {
        return Files.createTempDirectory(root, "s");
    }

    private void copy(Path data) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(work().resolve(data.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = work().resolve(data.relativize(file));
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        delete(root);
    }

    /**
     * Deletes a folder with all that is in it, as far as it lets itself be deleted; a link is deleted, not followed.
     */
    static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inside, IOException e) throws IOException {
                    Files.deleteIfExists(inside);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Left among the temporary files, which are the system's to clear.
        }
    }
}
