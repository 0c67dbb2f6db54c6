package jacobi.wire.content;

/**
 * Which comms are open?
 *
 * @param targetName only those of this target; all if null
 */
public record CommInfoRequest(String targetName) implements Content {}
