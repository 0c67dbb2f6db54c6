package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.wire.content.HistoryReply;
import jacobi.wire.content.HistoryRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells that ran, in this session and before, and the three ways to ask for them. */
final class History {
    /** What IPython gives when a request names no number. */
    private static final int DEFAULT_COUNT = 1_000;

    /** A longer cell is data; of such the newest are kept, as many as take this share of the heap. */
    private static final int LARGE = 64 << 10;

    private static final int HEAP_PER_LARGE_CELLS = 16;

    private final HistoryFolder folder;
    /** The cells of this session, whose number is taken with the first that is stored. */
    private final List<Cell> current = new ArrayList<>();
    /** Those that are not stored yet. */
    private final Queue<Cell> added = new ArrayDeque<>();

    private final Queue<Cell> large = new ArrayDeque<>();
    private long largeChars;

    /**
     * A cell that ran.
     *
     * @param session the session's number, from 1
     * @param line the cell's number in its session
     * @param output the plain text of its value, or null
     */
    record Cell(int session, int line, String source, String output) {}

    History(HistoryFolder folder) {
        this.folder = folder;
    }

    synchronized void add(int line, String source, String output) {
        Cell cell = new Cell(0, line, source, output);
        current.add(cell);
        added.add(cell);
        if (source.length() > LARGE) {
            large.add(cell);
            largeChars += source.length();
        }
        while (largeChars > Runtime.getRuntime().maxMemory() / HEAP_PER_LARGE_CELLS) {
            Cell oldest = large.remove();
            largeChars -= oldest.source().length();
            current.remove(oldest);
        }
    }

    /** Stores what was added: apart, so that no cell's answer waits for the disk. */
    synchronized void store() {
        for (Cell cell = added.poll(); cell != null; cell = added.poll()) {
            folder.store(cell);
        }
    }

    void answer(Request request) {
        HistoryRequest asked = request.content(HistoryRequest.class);
        int n = Objects.requireNonNullElse(asked.n(), DEFAULT_COUNT);
        String type = Objects.requireNonNullElse(asked.histAccessType(), "tail");
        List<Cell> found = switch (type) {
            case "tail" -> last(n);
            case "range" -> range(asked);
            case "search" -> search(asked, n);
            default -> throw new IllegalArgumentException(say("kernel.history.access", "type", type));
        };
        boolean here = type.equals("range") && Objects.requireNonNullElse(asked.session(), 0) == 0;
        request.reply(reply(found, here, asked.output()));
    }

    private static HistoryReply reply(List<Cell> cells, boolean here, boolean output) {
        return new HistoryReply(
                "ok",
                cells.stream()
                        .map(cell -> row(cell, here ? 0 : cell.session(), output))
                        .toList());
    }

    /** Who asks for session 0, the current one, is answered with 0, as IPython does. */
    private static List<Object> row(Cell cell, int session, boolean output) {
        List<Object> pair = new ArrayList<>(List.of(cell.source()));
        pair.add(cell.output());
        return List.of(session, cell.line(), output ? pair : cell.source());
    }

    private List<Cell> range(HistoryRequest asked) {
        int session = session(asked);
        int start = Objects.requireNonNullElse(asked.start(), 0);
        int stop = Objects.requireNonNullElse(asked.stop(), Integer.MAX_VALUE);
        return last(Integer.MAX_VALUE).stream()
                .filter(cell -> cell.session() == session && cell.line() >= start && cell.line() < stop)
                .toList();
    }

    private int session(HistoryRequest asked) {
        int session = Objects.requireNonNullElse(asked.session(), 0);
        return session > 0 ? session : folder.session() + session;
    }

    private List<Cell> search(HistoryRequest asked, int n) {
        Pattern pattern = glob(Objects.requireNonNullElse(asked.pattern(), "*"));
        List<Cell> matching = new ArrayList<>(last(Integer.MAX_VALUE).stream()
                .filter(cell -> pattern.matcher(cell.source()).matches())
                .toList());
        if (asked.unique()) {
            Set<String> seen = new HashSet<>();
            Collections.reverse(matching);
            matching.removeIf(cell -> !seen.add(cell.source()));
            Collections.reverse(matching);
        }
        return last(n, matching);
    }

    /** The last cells of any session, oldest first. */
    private List<Cell> last(int n) {
        List<Cell> here = copyOfCurrent();
        List<Cell> cells = new ArrayList<>(folder.earlier(n - here.size()));
        cells.addAll(here);
        return last(n, cells);
    }

    private static List<Cell> last(int n, List<Cell> cells) {
        return cells.subList(Math.max(0, cells.size() - Math.max(0, n)), cells.size());
    }

    private synchronized List<Cell> copyOfCurrent() {
        if (current.isEmpty()) {
            return List.of();
        }
        int session = folder.session();
        return current.stream()
                .map(cell -> new Cell(session, cell.line(), cell.source(), cell.output()))
                .toList();
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints()
                .forEach(c -> regex.append(
                        c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(new String(Character.toChars(c)))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
