package jacobi.wire.content;

/** Asks what the kernel and its machine use. */
public record UsageRequest() implements Content {}
