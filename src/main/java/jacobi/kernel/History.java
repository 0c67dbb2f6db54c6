package jacobi.kernel;

import jacobi.wire.content.HistoryReply;
import jacobi.wire.content.HistoryRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The cells that ran, in this session and before, and the three ways to ask for them. */
final class History {
    /** What IPython gives when a request names no number. */
    private static final int DEFAULT_COUNT = 1_000;

    private final HistoryFolder folder;
    /** The cells of this session, whose number is taken with the first that is stored. */
    private final List<Cell> current = new ArrayList<>();
    /** How many of them are stored. */
    private int stored;

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
        current.add(new Cell(0, line, source, output));
    }

    /** Stores what was added: apart, so that no cell's answer waits for the disk. */
    synchronized void store() {
        while (stored < current.size()) {
            folder.store(current.get(stored++));
        }
    }

    void answer(Request request) {
        HistoryRequest asked = request.content(HistoryRequest.class);
        int n = Objects.requireNonNullElse(asked.n(), DEFAULT_COUNT);
        String type = Objects.requireNonNullElse(asked.histAccessType(), "tail");
        List<Cell> found = switch (type) {
            case "tail" -> last(n, cell -> true);
            case "range" -> range(asked);
            case "search" -> search(asked, n);
            default ->
                throw new IllegalArgumentException("hist_access_type is '" + type + "'; use tail, range or search");
        };
        boolean here = type.equals("range") && Objects.requireNonNullElse(asked.session(), 0) == 0;
        request.reply(new HistoryReply(
                "ok",
                found.stream()
                        .map(cell -> row(cell, here ? 0 : cell.session(), asked.output()))
                        .toList()));
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
        List<Cell> cells = session == folder.session() ? copyOfCurrent() : folder.read(session);
        return cells.stream()
                .filter(cell -> cell.line() >= start && cell.line() < stop)
                .toList();
    }

    private int session(HistoryRequest asked) {
        int session = Objects.requireNonNullElse(asked.session(), 0);
        return session > 0 ? session : folder.session() + session;
    }

    private List<Cell> search(HistoryRequest asked, int n) {
        Pattern pattern = glob(Objects.requireNonNullElse(asked.pattern(), "*"));
        Set<String> seen = new HashSet<>();
        return last(
                n,
                cell -> pattern.matcher(cell.source()).matches() && (!asked.unique() || seen.add(cell.source())));
    }

    /**
     * The last {@code n} cells of any session that {@code wanted}, asked of the newest first, lets pass; oldest first.
     * No more sessions are read than it takes.
     */
    private List<Cell> last(int n, Predicate<Cell> wanted) {
        List<Cell> found = new ArrayList<>();
        List<Cell> session = copyOfCurrent();
        Iterator<List<Cell>> earlier = folder.earlier();
        while (found.size() < n) {
            for (int i = session.size() - 1; i >= 0 && found.size() < n; i--) {
                if (wanted.test(session.get(i))) {
                    found.add(session.get(i));
                }
            }
            if (!earlier.hasNext()) {
                break;
            }
            session = earlier.next();
        }
        Collections.reverse(found);
        return found;
    }

    private synchronized List<Cell> copyOfCurrent() {
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
