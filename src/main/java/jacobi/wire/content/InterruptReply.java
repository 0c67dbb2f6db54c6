package jacobi.wire.content;

/** The cell was told to stop. */
public record InterruptReply(String status) implements Content {}
