package jacobi.wire.content;

/**
 * What the kernel does.
 *
 * @param executionState {@code starting}, {@code busy} or {@code idle}
 */
public record Status(String executionState) implements Content {}
