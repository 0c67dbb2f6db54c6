package jacobi.kernel;

import jacobi.display.Shown;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.Content;
import jacobi.wire.content.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one way to IOPub. Printed text is gathered per origin and published every {@value #GATHERING_MILLIS} ms, or
 * sooner when something else is published for the same origin, so that all a cell shows keeps its order.
 */
final class Output implements AutoCloseable {
    private static final int GATHERING_MILLIS = 20;
    /** What a silent cell keeps to itself; its status and its comms concern programs, not readers. */
    private static final Set<String> SHOWN = Set.of(
            "stream",
            "display_data",
            "update_display_data",
            "execute_input",
            "execute_result",
            "error",
            "clear_output");

    private final KernelSockets sockets;
    /** How often something was published or gathered that a console prints. */
    private long printed;

    private final Map<Origin, PrintedText> gathered = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(null, work, "jacobi-output");
        thread.setDaemon(true);
        return thread;
    });
    private boolean scheduled;

    Output(KernelSockets sockets) {
        this.sockets = sockets;
    }

    /** Publishes after all that {@code origin} printed; of a silent cell nothing that shows. */
    void publish(Content content, Origin origin) {
        publish(message(content, origin), origin);
    }

    /** A message about to be published, to be given metadata or buffers. */
    Message message(Content content, Origin origin) {
        return sockets.session().message(content, origin.request());
    }

    synchronized void publish(Message message, Origin origin) {
        flush(origin);
        if (!origin.silent() || !SHOWN.contains(message.type())) {
            printed += SHOWN.contains(message.type()) && !message.type().equals("update_display_data") ? 1 : 0;
            deliver(message, origin);
        }
    }

    @SuppressWarnings("unchecked")
    private void deliver(Message message, Origin origin) {
        boolean taken = origin.taker() != null
                && SHOWN.contains(message.type())
                && origin.taker().test(new Shown(message.type(), message.content(Map.class)));
        if (!taken) {
            sockets.publish(message);
        }
    }

    /** A number that is another when a console has printed something more. */
    synchronized long printed() {
        return printed;
    }

    /** Publishes whether the kernel is busy with {@code origin}. */
    void status(String state, Origin origin) {
        publish(new Status(state), origin);
    }

    /** Gathers printed bytes of UTF-8. */
    synchronized void print(Origin origin, String stream, byte[] bytes, int offset, int length) {
        if (origin.silent()) {
            return;
        }
        printed++;
        gathered.computeIfAbsent(origin, o -> new PrintedText(text -> deliver(message(text, o), o)))
                .append(stream, bytes, offset, length);
        if (!scheduled && !clock.isShutdown()) {
            clock.schedule(this::flushAll, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
            // After it, because it fails where memory is exhausted; flushAll waits for this method to end.
            scheduled = true;
        }
    }

    /** Publishes what {@code origin} has printed so far. */
    synchronized void flush(Origin origin) {
        PrintedText text = gathered.get(origin);
        if (text != null && text.flush()) {
            gathered.remove(origin);
        }
    }

    /** Publishes what {@code origin} has printed, its last half of a character too: its request is done. */
    synchronized void end(Origin origin) {
        PrintedText text = gathered.remove(origin);
        if (text != null) {
            text.end();
        }
    }

    private synchronized void flushAll() {
        scheduled = false;
        gathered.values().removeIf(PrintedText::flush);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        gathered.values().forEach(PrintedText::end);
        gathered.clear();
    }
}
