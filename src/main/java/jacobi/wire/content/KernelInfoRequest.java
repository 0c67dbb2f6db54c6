package jacobi.wire.content;

/** Who are you? */
public record KernelInfoRequest() implements Content {}
