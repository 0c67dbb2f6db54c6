package jacobi.wire.content;

/** The kernel ends now. */
public record ShutdownReply(String status, boolean restart) implements Content {}
