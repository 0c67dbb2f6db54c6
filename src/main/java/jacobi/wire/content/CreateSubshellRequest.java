package jacobi.wire.content;

/** Asks for a subshell: a queue of shell requests beside the main one. */
public record CreateSubshellRequest() implements Content {}
