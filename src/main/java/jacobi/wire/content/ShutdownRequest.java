package jacobi.wire.content;

/**
 * End.
 *
 * @param restart whether another kernel follows
 */
public record ShutdownRequest(boolean restart) implements Content {}
