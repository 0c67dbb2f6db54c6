package jacobi.wire.content;

/** Asks which subshells there are. */
public record ListSubshellRequest() implements Content {}
