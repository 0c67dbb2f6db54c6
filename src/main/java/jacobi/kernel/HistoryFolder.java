package jacobi.kernel;

import jacobi.wire.FaultLog;
import jacobi.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where cells are remembered: a folder with one file per session, one line of JSON per cell.
 *
 * <p>A session takes its number by creating its file, which the file system grants once, so any number of kernels
 * write side by side. A file is made when its first cell runs. Nothing here may stop a cell: a disk that is full or
 * read-only is reported once and history goes on in memory.
 */
final class HistoryFolder {
    private static final String SUFFIX = ".jsonl";
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.jsonl");
    private static final int SESSIONS_KEPT = 1_000;
    private static final int LONGEST_OUTPUT = 10_000;
    /** A longer cell is data, not something to be typed again; every later request for history would read it. */
    private static final int LONGEST_SOURCE = 1_000_000;

    private final Path folder;
    private final FaultLog faults;
    private Path file;
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
            if (file == null) {
                claim();
            }
            String output = cell.output() == null || cell.output().length() <= LONGEST_OUTPUT
                    ? cell.output()
                    : cell.output().substring(0, LONGEST_OUTPUT);
            String line = Json.text(new History.Cell(session, cell.line(), cell.source(), output)) + "\n";
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            faults.report("history could not be written", e);
        }
    }

    /** The cells of one earlier session; none if it is unknown. */
    List<History.Cell> read(int number) {
        return folder == null ? List.of() : read(file(number));
    }

    /** The cells of every earlier session, the newest session first; each is read when it is asked for. */
    Iterator<List<History.Cell>> earlier() {
        List<Integer> numbers = new ArrayList<>(sessions());
        numbers.remove((Integer) claimed());
        Collections.reverse(numbers);
        return numbers.stream().map(number -> read(file(number))).iterator();
    }

    /** This session's number if it has one yet, else 0. */
    private synchronized int claimed() {
        return session;
    }

    private void claim() throws IOException {
        Files.createDirectories(folder);
        prune();
        for (int number = latest() + 1; ; number++) {
            try {
                file = Files.createFile(file(number));
                session = number;
                return;
            } catch (FileAlreadyExistsException e) {
                // Another kernel took this number between the look and the try.
            }
        }
    }

    private void prune() throws IOException {
        List<Integer> numbers = sessions();
        for (int number : numbers.subList(0, Math.max(0, numbers.size() - SESSIONS_KEPT))) {
            Files.deleteIfExists(file(number));
        }
    }

    private int latest() {
        List<Integer> numbers = sessions();
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    }

    private List<Integer> sessions() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> NAME.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.report("history could not be listed", e);
            return List.of();
        }
    }

    private Path file(int number) {
        return folder.resolve(String.format("%06d%s", number, SUFFIX));
    }

    private List<History.Cell> read(Path path) {
        List<History.Cell> cells = new ArrayList<>();
        try {
            for (String line : Files.readString(path, StandardCharsets.UTF_8).split("\n")) {
                try {
                    cells.add(Json.as(Json.read(line), History.Cell.class));
                } catch (IOException | IllegalArgumentException e) {
                    // The last line of a kernel that was killed while it wrote.
                    continue;
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            faults.report("history could not be read", e);
        }
        cells.removeIf(cell -> cell == null || cell.source() == null);
        return cells;
    }
}
