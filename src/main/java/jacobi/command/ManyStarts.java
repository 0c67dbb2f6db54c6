package jacobi.command;

import jacobi.notebook.KernelSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * This program's kernel for a run that starts many of them, each for some seconds.
 *
 * <p>They share a {@link StartUpArchive}: the one beside the jar of an installed kernel, or, where there are enough of
 * them to be worth it, one made for this run and deleted after it.
 */
final class ManyStarts implements AutoCloseable {
    /** Making an archive takes about as much processor time as it saves in so many kernels. */
    private static final int WORTH_AN_ARCHIVE = 8;

    private final OwnKernel kernel;
    private final StartUpArchive archive;
    /** To be deleted; null if nothing was made. */
    private final Path made;

    private ManyStarts(OwnKernel kernel, StartUpArchive archive, Path made) {
        this.kernel = archive == null ? kernel : kernel.with(archive);
        this.archive = archive;
        this.made = made;
    }

    /** @param count how many kernels it is about */
    static ManyStarts of(OwnKernel kernel, int count) throws IOException, InterruptedException {
        if (!kernel.isJar()) {
            return new ManyStarts(kernel, null, null);
        }
        StartUpArchive installed =
                StartUpArchive.in(Path.of(kernel.program()).toAbsolutePath().getParent());
        if (Files.isRegularFile(installed.file())) {
            return new ManyStarts(kernel, installed, null);
        }
        if (count < WORTH_AN_ARCHIVE) {
            return new ManyStarts(kernel, null, null);
        }
        Path folder = Files.createTempDirectory("jacobi-archive-").toRealPath();
        StartUpArchive fresh = StartUpArchive.in(folder);
        return new ManyStarts(kernel, fresh.make(kernel) ? fresh : null, folder);
    }

    KernelSpec spec() {
        return kernel.shortLived().spec();
    }

    /** What a kernel's process reads: Java, the program, and the archive. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(kernel.java().toAbsolutePath().normalize().getParent().getParent());
        for (String entry : kernel.program().split(Pattern.quote(File.pathSeparator))) {
            files.addAll(KernelJars.of(Path.of(entry)));
        }
        if (archive != null) {
            files.add(archive.file());
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        if (made != null) {
            if (archive != null) {
                Files.deleteIfExists(archive.file());
            }
            Files.deleteIfExists(made);
        }
    }
}
