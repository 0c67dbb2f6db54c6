package jacobi.wire.content;

/** The cell that runs now, for every page that watches. */
public record ExecuteInput(String code, int executionCount) implements Content {}
