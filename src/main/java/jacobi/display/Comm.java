package jacobi.display;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A channel between a cell and code on the page, as widgets use: both sides send JSON objects. */
public final class Comm {
    private final String id;
    private final String target;
    private final CommMessage opening;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Consumer<CommMessage> receiver = message -> {};
    private volatile Runnable closed = () -> {};

    Comm(String id, String target, CommMessage opening) {
        this.id = id;
        this.target = target;
        this.opening = opening;
    }

    /** The id both sides know this comm by. */
    public String id() {
        return id;
    }

    /** What it was opened for. */
    public String target() {
        return target;
    }

    /** What the side that opened it sent along. */
    public CommMessage opening() {
        return opening;
    }

    /** Sends a JSON object: strings, numbers, booleans, lists and maps. */
    public void send(Map<String, ?> data) {
        send(new CommMessage(data));
    }

    /** Sends a JSON object and raw bytes. */
    public void send(Map<String, ?> data, List<byte[]> buffers) {
        send(new CommMessage(data, Map.of(), buffers));
    }

    /** Sends a message with metadata and raw bytes. */
    public void send(CommMessage message) {
        Comms.line().send(this, message);
    }

    /** Calls {@code handler} with what the page sends from now on. */
    public void onMessage(Consumer<CommMessage> handler) {
        receiver = handler;
    }

    /** Calls {@code handler} when the page closes this comm. */
    public void onClose(Runnable handler) {
        closed = handler;
    }

    /**
     * How many messages of the page have arrived and wait for those before them: who draws what a page sets may leave
     * out a value that a newer one follows.
     */
    public int waiting() {
        return waiting.get();
    }

    /** Has {@code drawing} done after the message that is handled now has been answered. */
    public void whenAnswered(Runnable drawing) {
        Comms.line().whenAnswered(this, drawing);
    }

    /** Ends the conversation. */
    public void close() {
        Comms.close(this);
    }

    void arrived() {
        waiting.incrementAndGet();
    }

    void received(CommMessage message) {
        waiting.updateAndGet(count -> Math.max(0, count - 1));
        receiver.accept(message);
    }

    void closedByPage() {
        closed.run();
    }
}
