package jacobi.course.collecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Submissions in a folder. A link is followed only to a file inside the folder. */
final class Folder implements Source {
    /** The charset of names that Chinese systems wrote and that are no UTF-8; it has all of GBK in it. */
    static final Charset CHINESE = Charset.forName("GB18030");

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void forEach(Taker taker, Consumer<PassedOver> passedOver) throws IOException {
        Path home = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    link(file, home, files, passedOver);
                } else if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                passedOver.accept(new PassedOver(name(home, file), Remark.UNREADABLE));
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(file -> name(home, file)));
        for (Path file : files) {
            taker.take(new HandedIn(
                    name(home, file), Files.getLastModifiedTime(file).toInstant(), () -> Files.newInputStream(file)));
        }
    }

    /** A link is followed within a student's own folder: elsewhere is another's work, or what is nobody's. */
    private static void link(Path file, Path home, List<Path> files, Consumer<PassedOver> passedOver) {
        try {
            Path to = file.toRealPath();
            Path own = home.resolve(home.relativize(file).getName(0));
            if (to.startsWith(own) && Files.isRegularFile(to)) {
                files.add(file);
            } else {
                passedOver.accept(new PassedOver(name(home, file), Remark.LINK_LEADS_OUT));
            }
        } catch (IOException e) {
            passedOver.accept(new PassedOver(name(home, file), Remark.LINK_LEADS_OUT));
        }
    }

    /** The path below the folder, read again from its bytes where the system's charset did not fit them. */
    private static String name(Path home, Path file) {
        Path below = home.relativize(file);
        StringBuilder name = new StringBuilder();
        for (Path part : below) {
            name.append(name.isEmpty() ? "" : "/").append(readable(home, part));
        }
        return name.toString();
    }

    private static String readable(Path home, Path part) {
        String text = part.toString();
        if (text.chars().allMatch(c -> c < 0x80) && !text.contains("?")) {
            return text;
        }
        byte[] bytes = bytes(home.resolve(part));
        return bytes == null ? text : decode(bytes);
    }

    /** The bytes of a path's last name: its address as a URI has them, whatever charset the JDK reads names in. */
    private static byte[] bytes(Path path) {
        try {
            String raw = Path.of("/").resolve(path).toUri().getRawPath();
            String last = raw.replaceAll("/+$", "");
            last = last.substring(last.lastIndexOf('/') + 1);
            ByteBuffer bytes = ByteBuffer.allocate(last.length());
            for (int i = 0; i < last.length(); i++) {
                if (last.charAt(i) == '%') {
                    bytes.put((byte) Integer.parseInt(last.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    bytes.put((byte) last.charAt(i));
                }
            }
            byte[] all = new byte[bytes.flip().remaining()];
            bytes.get(all);
            return all;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // A system whose paths are no bytes.
            return null;
        }
    }

    /** Text in UTF-8, or else as Chinese systems write it. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
