package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The folder that executed copies are written to.
 *
 * <p>Nothing outside it is touched: no link in it is written through, and no copy replaces one of the notebooks that
 * were named.
 */
final class OutputFolder {
    private final Path folder;
    private final Set<Path> originals = new HashSet<>();

    /**
     * A folder, which need not be there yet.
     *
     * @param notebooks all notebooks of the run
     */
    OutputFolder(Path folder, Collection<Path> notebooks) {
        this.folder = folder;
        for (Path notebook : notebooks) {
            originals.add(real(notebook));
        }
    }

    /**
     * Where a copy goes.
     *
     * @param copy its path below this folder
     * @throws NotebookException if it cannot be written there, or something else would be lost by it
     */
    Path place(Path copy) throws NotebookException {
        Path target = folder.resolve(copy);
        Path parent = real(target.toAbsolutePath().getParent());
        if (!parent.startsWith(real(folder))) {
            throw new NotebookException(
                    say("command.run.link-out", "target", target, "folder", folder, "parent", parent));
        }
        checkWritable(target, parent);
        // A link in its place is replaced itself.
        if (originals.contains(Files.isSymbolicLink(target) ? parent.resolve(copy.getFileName()) : real(target))) {
            throw new NotebookException(say("command.run.over-input", "target", target));
        }
        return target;
    }

    /** A place that cannot be written to is told before the run, not after it. */
    static void checkWritable(Path target, Path folder) throws NotebookException {
        Path existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new NotebookException(say("command.run.no-folder", "target", target, "existing", existing));
        }
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
