package jacobi.wire;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The signatures of the latest messages, so that one sent again by somebody who has read it on its way is not obeyed
 * again. Message ids are unique, so no two messages of an honest sender have one signature.
 */
final class Replays {
    /** As many as Jupyter's own Session remembers; 6 MB when it is full. */
    private static final int REMEMBERED = 1 << 16;

    private final Set<ByteBuffer> seen = new LinkedHashSet<>();

    /** Whether a signature is new; remembers it. An empty one, of a connection without a key, always is. */
    synchronized boolean isNew(byte[] signature) {
        if (signature.length == 0) {
            return true;
        }
        boolean first = seen.add(ByteBuffer.wrap(signature));
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return first;
    }
}
