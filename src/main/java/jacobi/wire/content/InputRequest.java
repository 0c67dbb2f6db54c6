package jacobi.wire.content;

/**
 * The cell asks for a line.
 *
 * @param password whether to hide what is typed
 */
public record InputRequest(String prompt, boolean password) implements Content {}
