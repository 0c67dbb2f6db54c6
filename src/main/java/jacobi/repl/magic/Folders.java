package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.repl.failure.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder magics find files from, and what is in folders: {@code %pwd}, {@code %cd}, {@code %ls}, {@code
 * %%writefile}.
 */
final class Folders {
    private static final Path START = Path.of("").toAbsolutePath();

    /** Jupyter's name for the notebook, as a path where it knows one. */
    private final String notebook;

    private Path current = START;
    private Path before = START;

    Folders(String notebook) {
        this.notebook = notebook;
    }

    Path current() {
        return current;
    }

    /** Where files named without their folder may be: beside what {@code %cd} went to, else beside the notebook. */
    Set<Path> homes() {
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(current);
        if (notebook != null && current.equals(START)) {
            try {
                Path file = START.resolve(notebook).normalize();
                if (Files.isRegularFile(file)) {
                    homes.add(file.getParent());
                }
            } catch (InvalidPathException e) {
                // Jupyter's name of a session can be any text.
            }
        }
        return homes;
    }

    /** A path as typed, which may start at the home folder. */
    static Path path(String text) throws MagicException {
        try {
            boolean home = text.equals("~") || text.startsWith("~/");
            return Path.of(home ? System.getProperty("user.home") + text.substring(1) : text);
        } catch (InvalidPathException e) {
            throw new MagicException(say("magic.folders.no-path", "text", text), e);
        }
    }

    Path resolve(String text) throws MagicException {
        return current.resolve(path(text)).normalize();
    }

    Evaluation print(Magic.Call call) {
        if (call.wantsValue()) {
            return new Evaluation.Value(current.toString());
        }
        System.out.println(current);
        return new Evaluation.Done();
    }

    /** Goes to another folder: where magics and shells find files from now on. */
    Evaluation change(Magic.Call call) throws MagicException {
        String name = MavenCoordinates.withoutComment(call.arguments());
        Path wanted = name.equals("-") ? before : resolve(name.isEmpty() ? "~" : name);
        if (!Files.isDirectory(wanted)) {
            throw new MagicException(
                    Files.exists(wanted)
                            ? say("magic.folders.file-no-folder", "wanted", wanted, "nearest", nearest(wanted))
                            : say("magic.folders.there-no-folder", "wanted", wanted, "nearest", nearest(wanted)));
        }
        before = current;
        current = wanted;
        System.out.println(current);
        if (!current.equals(START)) {
            System.out.println(say("magic.folders.magics-shell-commands-find", "start", START));
        }
        return new Evaluation.Done();
    }

    /** Lists a folder, or what a pattern matches; with {@code -l} sizes and times, too, with {@code -a} hidden ones. */
    Evaluation list(Magic.Call call) throws MagicException {
        boolean details = false;
        boolean hidden = false;
        List<String> names = new ArrayList<>();
        for (String word : call.words()) {
            if (word.matches("-[la]+")) {
                details |= word.contains("l");
                hidden |= word.contains("a");
            } else if (word.startsWith("-")) {
                throw new MagicException(say("magic.folders.there-no-option-only", "word", word));
            } else {
                names.add(word);
            }
        }
        List<Path> found = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(".") : names) {
            found.addAll(listed(name, hidden));
        }
        if (call.wantsValue()) {
            return new Evaluation.Value(found.stream().map(Folders::shown).toList());
        }
        if (!details) {
            found.forEach(file -> System.out.println(shown(file)));
            return new Evaluation.Done();
        }
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
        try {
            for (Path file : found) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %12d  %s  %s%n",
                        permissions(file),
                        Files.isDirectory(file) ? 0 : Files.size(file),
                        time.format(Files.getLastModifiedTime(file).toInstant()),
                        shown(file));
            }
        } catch (IOException e) {
            throw new MagicException(reason(e), e);
        }
        return new Evaluation.Done();
    }

    private List<Path> listed(String name, boolean hidden) throws MagicException {
        Path path = resolve(name);
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        List<Path> found = Files.isDirectory(path) ? children(path, hidden) : matching(name, 1);
        if (found.isEmpty() && !Files.isDirectory(path)) {
            throw new MagicException(say("magic.folders.there-no", "path", path, "nearest", nearest(path)));
        }
        return found;
    }

    private static List<Path> children(Path folder, boolean hidden) throws MagicException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> hidden || !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new MagicException(say("magic.folders.cannot-list", "folder", folder, "reason", reason(e)), e);
        }
    }

    /** The files a pattern as {@code libs/*.jar} stands for, in order; or the file itself. */
    List<Path> matching(String pattern, int depth) throws MagicException {
        if (!pattern.matches(".*[*?\\[{].*")) {
            Path path = resolve(pattern);
            return Files.exists(path) ? List.of(path) : List.of();
        }
        String portable = pattern.replace('\\', '/');
        int slash = portable.substring(0, portable.replaceAll("[*?\\[{].*", "").length())
                .lastIndexOf('/');
        Path folder = resolve(slash < 0 ? "" : portable.substring(0, slash + 1));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + portable.substring(slash + 1));
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> !file.equals(folder) && matcher.matches(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MagicException(say("magic.folders.cannot-list", "folder", folder, "reason", e.getMessage()), e);
        }
    }

    private static String shown(Path file) {
        return file.getFileName() + (Files.isDirectory(file) ? "/" : "");
    }

    private static String permissions(Path file) throws IOException {
        String kind = Files.isDirectory(file) ? "d" : "-";
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? kind + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                : kind;
    }

    Evaluation write(Magic.Call call) throws MagicException {
        List<String> words = call.words();
        boolean append = words.size() > 1 && words.get(0).equals("-a");
        String name = append ? call.arguments().substring(2).strip() : call.arguments();
        if (name.isEmpty()) {
            throw new MagicException(say("magic.folders.name-file-data-csv"));
        }
        Path file = resolve(name);
        // The body keeps its lines after a blank one in place of the magic's own.
        String body = call.body().substring(call.body().indexOf('\n') + 1);
        String text = body.endsWith("\n") ? body : body + "\n";
        try {
            boolean there = Files.exists(file);
            Files.writeString(file, append && there ? Files.readString(file) + text : text);
            System.out.println(
                    append && there
                            ? say("magic.folders.appending", "name", name)
                            : (there
                                    ? say("magic.folders.overwriting", "name", name)
                                    : say("magic.folders.writing", "name", name)));
        } catch (IOException e) {
            throw new MagicException(say("magic.folders.cannot-write", "file", file, "reason", reason(e)), e);
        }
        return new Evaluation.Done();
    }

    /**
     * A sentence about the file of the most alike name in the same folder, with or without an ending; empty where
     * none is alike.
     */
    String nearest(Path missing) {
        Path folder = missing.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        String name = missing.getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            String alike = Nearest.among(name, names);
            if (alike == null && name.indexOf('.') < 0) {
                String start =
                        Nearest.among(name, names.stream().map(Folders::start).toList());
                alike = names.stream()
                        .filter(one -> start(one).equals(start))
                        .findFirst()
                        .orElse(null);
            }
            return alike == null ? "" : say("magic.folders.there", "alike", alike);
        } catch (IOException e) {
            return "";
        }
    }

    private static String start(String name) {
        return name.replaceFirst("(?<=.)\\..*", "");
    }

    /** What a failure of the file system means, without the path that is told already. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return say("magic.folders.permission-denied");
        }
        if (e instanceof NoSuchFileException) {
            return say("magic.folders.no-such-file-folder");
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}
