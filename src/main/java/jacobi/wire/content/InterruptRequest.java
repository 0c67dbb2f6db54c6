package jacobi.wire.content;

/** Stop the running cell. */
public record InterruptRequest() implements Content {}
