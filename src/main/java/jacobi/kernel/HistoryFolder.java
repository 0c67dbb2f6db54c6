package jacobi.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import jacobi.wire.FaultLog;
import jacobi.wire.Json;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where cells are remembered: a file to which all sessions append, one line of JSON per cell, so that a console which
 * asks for a thousand cells before its first prompt has one file read for it, not one a session.
 *
 * <p>A session takes its number by creating an empty file, which the file system grants once, and adds a line by one
 * write, so any number of kernels write side by side. Both begin when its first cell runs. Nothing here may stop a
 * cell: a disk that is full or read-only is reported once and history goes on in memory.
 */
final class HistoryFolder {
    private static final String CELLS = "cells.jsonl";
    /** Cells of long ago, by the number of the session that put them aside. */
    private static final Pattern ASIDE = Pattern.compile("cells-(\\d{1,9})\\.jsonl");

    private static final Pattern SESSION = Pattern.compile("session-(\\d{1,9})");
    /** Some tens of thousands of cells. */
    private static final int LARGEST_FILE = 4 << 20;

    private static final int FILES_ASIDE = 3;
    /** More than one, since another kernel may be about to take the number after one it saw a while ago. */
    private static final int NUMBERS_KEPT = 20;

    private static final int LONGEST_OUTPUT = 10_000;
    /** What a stream, too, writes at once. */
    private static final int SHORT_LINE = 8_192;
    /** A longer cell is data, not something to be typed again; every later request for history would read it. */
    private static final int LONGEST_SOURCE = 1_000_000;

    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final FaultLog faults;
    private int session;

    /** @param folder made when needed; null keeps nothing beyond the session */
    HistoryFolder(Path folder, FaultLog faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The number of this session: one above the latest. */
    synchronized int session() {
        return session > 0 ? session : latest() + 1;
    }

    synchronized void store(History.Cell cell) {
        if (folder == null || cell.source().length() > LONGEST_SOURCE) {
            return;
        }
        try {
            if (session == 0) {
                claim();
            }
            String output = cell.output() == null || cell.output().length() <= LONGEST_OUTPUT
                    ? cell.output()
                    : cell.output().substring(0, LONGEST_OUTPUT);
            append(Json.text(new History.Cell(session, cell.line(), cell.source(), output)) + "\n");
        } catch (IOException e) {
            faults.report("history could not be written", e);
        }
    }

    /** The last cells of earlier sessions, in the order of sessions and lines. */
    synchronized List<History.Cell> earlier(int atMost) {
        List<History.Cell> cells = new ArrayList<>();
        if (folder != null) {
            List<Path> files = new ArrayList<>(numbered(ASIDE));
            files.add(folder.resolve(CELLS));
            for (int i = files.size() - 1; i >= 0 && cells.size() < atMost; i--) {
                cells.addAll(0, read(files.get(i), atMost - cells.size()));
            }
        }
        // Sessions at the same time wrote their lines between each other's.
        cells.sort(Comparator.comparingInt(History.Cell::session));
        return cells;
    }

    private void append(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        File cells = folder.resolve(CELLS).toFile();
        if (bytes.length <= SHORT_LINE && cells.exists()) {
            // A channel takes several times the processor time of this.
            try (OutputStream file = new FileOutputStream(cells, true)) {
                file.write(bytes);
            }
            return;
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel file = FileChannel.open(cells.toPath(), options, owners(OWNERS_FILE))) {
            file.write(ByteBuffer.wrap(bytes));
        }
    }

    /** Has a new file or folder be its owner's alone, where the file system can say so: cells may hold secrets. */
    private FileAttribute<?>[] owners(FileAttribute<?> permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {permissions} : new FileAttribute<?>[0];
    }

    private void claim() throws IOException {
        Files.createDirectories(folder, owners(OWNERS_FOLDER));
        for (int number = latest() + 1; session == 0; number++) {
            try {
                Files.createFile(
                        folder.resolve(String.format(Locale.ROOT, "session-%06d", number)), owners(OWNERS_FILE));
                session = number;
            } catch (FileAlreadyExistsException e) {
                // Another kernel took this number between the look and the try.
            }
        }
        Path cells = folder.resolve(CELLS);
        if (Files.exists(cells) && Files.size(cells) > LARGEST_FILE) {
            Files.move(cells, folder.resolve(String.format(Locale.ROOT, "cells-%06d.jsonl", session)));
        }
        if (!endsWithLine(cells)) {
            append("\n");
        }
        deleteAllBut(NUMBERS_KEPT, numbered(SESSION));
        deleteAllBut(FILES_ASIDE, numbered(ASIDE));
    }

    /** Not so where a kernel was killed, or the disk was full, while it wrote. */
    private static boolean endsWithLine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return true;
        }
        try (FileChannel cells = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            cells.read(last, cells.size() - 1);
            return last.get(0) == '\n';
        }
    }

    private static void deleteAllBut(int kept, List<Path> files) throws IOException {
        for (Path file : files.subList(0, Math.max(0, files.size() - kept))) {
            Files.deleteIfExists(file);
        }
    }

    private int latest() {
        List<Path> sessions = numbered(SESSION);
        return sessions.isEmpty() ? 0 : number(SESSION, sessions.get(sessions.size() - 1));
    }

    private List<Path> numbered(Pattern name) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> number(name, file) > 0)
                    .sorted(Comparator.comparingInt(file -> number(name, file)))
                    .toList();
        } catch (IOException e) {
            faults.report("history could not be listed", e);
            return List.of();
        }
    }

    private static int number(Pattern name, Path file) {
        Matcher matcher = name.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private List<History.Cell> read(Path path, int atMost) {
        List<History.Cell> cells = new ArrayList<>();
        try {
            byte[] bytes = Files.readAllBytes(path);
            int end = bytes.length;
            // More than once where lines are this session's, or no cells.
            while (end > 0 && cells.size() < atMost) {
                int start = startOfLast(atMost - cells.size(), bytes, end);
                cells.addAll(0, cells(bytes, start, end));
                end = start;
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            faults.report("history could not be read", e);
        }
        return cells;
    }

    /** Where the last so many lines before {@code end} begin. */
    private static int startOfLast(int lines, byte[] bytes, int end) {
        int start = end;
        for (int found = 0; start > 0; start--) {
            if (bytes[start - 1] == '\n' && start < end && ++found == lines) {
                break;
            }
        }
        return start;
    }

    private List<History.Cell> cells(byte[] lines, int start, int end) throws IOException {
        List<History.Cell> cells = new ArrayList<>();
        int at = start;
        while (at < end) {
            int from = at;
            try (JsonParser parser = Json.parser(lines, from, end - from)) {
                while (parser.nextToken() != null) {
                    History.Cell cell = cell(parser);
                    if (cell.source() != null && cell.session() != session) {
                        cells.add(cell);
                    }
                    at = from + (int) parser.currentLocation().getByteOffset();
                }
                at = end;
            } catch (JsonProcessingException e) {
                // The last line of a kernel that was killed while it wrote: the next line is read again.
                at++;
                while (at < end && lines[at - 1] != '\n') {
                    at++;
                }
                while (at < end && lines[at] == '\n') {
                    at++;
                }
            }
        }
        return cells;
    }

    /**
     * One line, field by field: a console asks before the kernel has warmed up, and then binding a thousand lines to
     * records takes 150 ms of processor time, reading tokens 14.
     */
    private static History.Cell cell(JsonParser line) throws IOException {
        int session = 0;
        int number = 0;
        String source = null;
        String output = null;
        for (String field = line.nextFieldName(); field != null; field = line.nextFieldName()) {
            line.nextToken();
            switch (field) {
                case "session" -> session = line.getIntValue();
                case "line" -> number = line.getIntValue();
                case "source" -> source = line.getValueAsString();
                case "output" -> output = line.getValueAsString();
                default -> line.skipChildren();
            }
        }
        return new History.Cell(session, number, source, output);
    }
}
