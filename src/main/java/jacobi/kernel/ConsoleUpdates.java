package jacobi.kernel;

import jacobi.display.MimeBundle;
import jacobi.wire.Header;
import jacobi.wire.content.StreamText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Display updates for jupyter-console, which prints what is displayed and ignores updates: a progress bar would stand
 * at its beginning for ever. It is sent printed text that goes up to what the last displays printed and writes over
 * it; what cannot be reached any more, since the cell printed below it, is printed at the end of the cell as it then
 * is.
 *
 * <p>No message names its front end. Consoles ask {@code is_complete} before each cell, as notebook pages do not, and
 * those of Python number their messages {@code session_process_number}, as JupyterLab's, which shows updates, does not.
 */
final class ConsoleUpdates {
    /** More cannot be reached in a small terminal. */
    private static final int MOST_LINES = 16;
    /** A longer line takes two in a terminal of usual width. */
    private static final int WIDTH = 79;

    private final Output output;
    private final Set<String> consoles = ConcurrentHashMap.newKeySet();
    private Origin cell = Origin.none();
    /** The displays the cell has printed last, in order, with what each printed. */
    private final Map<String, String> reachable = new LinkedHashMap<>();
    /** The newest state of those further up. */
    private final Map<String, String> late = new LinkedHashMap<>();
    /** What the console had printed when the last of the reachable was. */
    private long printed;

    ConsoleUpdates(Output output) {
        this.output = output;
    }

    /** A front end asked whether a cell is complete. */
    void asked(Header question) {
        if (question.msgId().startsWith(question.session() + "_")) {
            consoles.add(question.session());
        }
    }

    /** A cell begins; only its own displays are followed. */
    void begin(Origin origin) {
        synchronized (output) {
            cell = origin;
            reachable.clear();
            late.clear();
        }
    }

    /** A display has just been published, under the lock of the output. */
    void shown(String id, MimeBundle bundle, Origin origin) {
        if (isFollowed(origin)) {
            if (output.printed() != printed + 1) {
                reachable.clear();
            }
            reachable.put(id, bundle.plain());
            printed = output.printed();
        }
    }

    /** A display has a new state that is about to be published, under the lock of the output. */
    void updated(String id, MimeBundle bundle, Origin origin) {
        if (!isFollowed(origin)) {
            return;
        }
        if (output.printed() != printed) {
            reachable.clear();
        }
        String before = reachable.get(id);
        if (before == null || !canBeRewritten(before, bundle.plain())) {
            late.put(id, bundle.plain());
            return;
        }
        late.remove(id);
        reachable.put(id, bundle.plain());
        StringBuilder text = new StringBuilder("\033[" + lines(reachable.values()) + "A\r");
        reachable.forEach((other, plain) -> rewrite(plain, other.equals(id) ? before : plain, text));
        output.publish(new StreamText("stdout", text.toString()), origin);
        printed = output.printed();
    }

    /** The cell has ended: what could not be written over is printed in its last state. */
    void end(Origin origin) {
        synchronized (output) {
            if (isFollowed(origin)) {
                late.values().forEach(plain -> output.publish(new StreamText("stdout", plain + "\n"), origin));
            }
            begin(Origin.none());
        }
    }

    private boolean isFollowed(Origin origin) {
        return origin == cell
                && origin.request() != null
                && consoles.contains(origin.request().session());
    }

    private boolean canBeRewritten(String before, String plain) {
        return lines(List.of(before)) == lines(List.of(plain))
                && lines(reachable.values()) <= MOST_LINES
                && Stream.concat(reachable.values().stream(), Stream.of(plain))
                        .flatMap(String::lines)
                        .allMatch(line -> line.length() <= WIDTH);
    }

    private static int lines(Collection<String> plains) {
        return plains.stream().mapToInt(plain -> plain.split("\n", -1).length).sum();
    }

    /** Blanks take the place of what was longer: not every console knows how to erase a line. */
    private static void rewrite(String plain, String before, StringBuilder text) {
        String[] old = before.split("\n", -1);
        String[] lines = plain.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            text.append(lines[i])
                    .append(" ".repeat(Math.max(0, old[i].length() - lines[i].length())))
                    .append('\n');
        }
    }
}
