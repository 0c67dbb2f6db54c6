package jacobi.wire;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Large messages that were read and not dealt with yet. When they take too much memory, no further ones are read: they
 * wait with their sender, as its socket provides.
 */
final class Backlog {
    /** Smaller messages are not counted: a queue of them takes no notable memory. */
    private static final long LARGE = 64 << 10;
    /** What may be read takes this share of the heap, or one message. */
    private static final int HEAP_PER_BACKLOG = 8;

    private final long most = Runtime.getRuntime().maxMemory() / HEAP_PER_BACKLOG;
    private final Map<Message, Long> sizes = new IdentityHashMap<>();
    private long bytes;

    synchronized void add(Message message, long size) {
        if (size > LARGE) {
            sizes.put(message, size);
            bytes += size;
        }
    }

    /** Notes that a message has been dealt with; true if that makes room to read on. */
    synchronized boolean remove(Message message) {
        Long size = sizes.remove(message);
        if (size == null) {
            return false;
        }
        boolean full = isFull();
        bytes -= size;
        return full && !isFull();
    }

    synchronized boolean isFull() {
        return bytes > most;
    }
}
