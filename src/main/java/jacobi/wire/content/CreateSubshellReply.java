package jacobi.wire.content;

/** The id by which headers name the new subshell. */
public record CreateSubshellReply(String status, String subshellId) implements Content {}
