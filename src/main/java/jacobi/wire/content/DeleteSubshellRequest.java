package jacobi.wire.content;

/** Asks for the end of a subshell. */
public record DeleteSubshellRequest(String subshellId) implements Content {}
