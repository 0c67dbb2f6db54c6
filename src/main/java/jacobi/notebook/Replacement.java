package jacobi.notebook;

import static jacobi.language.Say.say;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The replacing of a file in one step: until the new content is complete and on the disk, the file has the old one,
 * whatever fails and whoever is killed in between.
 */
final class Replacement {
    private Replacement() {}

    /** What the file will hold. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, making missing folders. An existing file's permissions are kept.
     *
     * @param file if it is a link, the link itself is replaced; resolve it first to replace what it leads to
     * @throws IOException if that fails; the file is then as it was
     */
    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            // A terminal or a pipe takes the content as it comes.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        // Not made of the file's name, which may be as long as the system allows.
        Path temporary = folder.resolve(".jacobi-" + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            keepPermissions(file, temporary);
            // Only so is it one step: the JDK's plain replacing move deletes first, then renames.
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            discard(temporary);
            throw e;
        }
        sync(folder);
    }

    private static void keepPermissions(Path file, Path temporary) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The first error is the one to report.
        }
    }

    /** Brings the renaming itself to the disk. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows and some network disks open no folders; their renaming is as durable as they make it.
        }
    }

    /** Why a file could not be read or written, in words for a person. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return say("notebook.reason.no-permission");
        }
        if (e instanceof NoSuchFileException missing) {
            return say("notebook.reason.missing", "file", missing.getFile());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
