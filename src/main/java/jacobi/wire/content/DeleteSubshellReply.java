package jacobi.wire.content;

/** The subshell takes no more requests. */
public record DeleteSubshellReply(String status) implements Content {}
