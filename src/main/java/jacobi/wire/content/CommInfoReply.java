package jacobi.wire.content;

import java.util.Map;

/**
 * The open comms.
 *
 * @param comms comm id to its target
 */
public record CommInfoReply(String status, Map<String, Target> comms) implements Content {

    /** What a comm was opened for. */
    public record Target(String targetName) {}
}
