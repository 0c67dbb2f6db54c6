package jacobi.wire.content;

/**
 * Whether it can.
 *
 * @param status {@code complete}, {@code incomplete}, {@code invalid} or {@code unknown}
 * @param indent what the next line starts with if incomplete, else null
 */
public record IsCompleteReply(String status, String indent) implements Content {}
