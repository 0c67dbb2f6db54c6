package jacobi.course.collecting;

import static jacobi.language.Say.say;

import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Submissions in a zip, as learning platforms hand out. Names that say nothing of their charset are read as UTF-8, and
 * as Chinese Windows writes them where they are none.
 */
final class Archive implements Source {
    private static final int MOST_ENTRIES = 100_000;

    private final ZipFile zip;
    /** A copy to be deleted, of an archive that was inside another; or null. */
    private final Path copy;

    private Archive(ZipFile zip, Path copy) {
        this.zip = zip;
        this.copy = copy;
    }

    /**
     * Opens a zip.
     *
     * @throws NotebookException if it is none
     */
    static Archive open(Path file) throws IOException {
        return new Archive(zip(file), null);
    }

    /** Opens an archive that lies in another. */
    static Archive open(InputStream content, long mostBytes) throws IOException {
        Path copy = Files.createTempFile("jacobi-archive-", ".zip");
        try {
            try (InputStream in = new Bounded(content, mostBytes);
                    var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            return new Archive(zip(copy), copy);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            try {
                return new ZipFile(file.toFile(), Folder.CHINESE);
            } catch (ZipException | IllegalArgumentException again) {
                throw new NotebookException(
                        say("course.collect.no-archive", "file", file, "reason", again.getMessage()), again);
            }
        }
    }

    @Override
    public void forEach(Taker taker, Consumer<PassedOver> passedOver) throws IOException {
        List<? extends ZipEntry> entries = zip.stream()
                .limit(MOST_ENTRIES)
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        for (ZipEntry entry : entries) {
            String path = entry.getName().replace('\\', '/');
            if (leadsOut(path)) {
                passedOver.accept(new PassedOver(path, Remark.LEADS_OUT_OF_ARCHIVE));
                continue;
            }
            FileTime time = entry.getLastModifiedTime();
            taker.take(new HandedIn(
                    path, time == null ? Instant.EPOCH : time.toInstant(), () -> zip.getInputStream(entry)));
        }
        if (zip.size() > MOST_ENTRIES) {
            passedOver.accept(new PassedOver(zip.getName(), Remark.TOO_LARGE));
        }
    }

    private static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
