package jacobi.wire.content;

/** The line typed, without its end. */
public record InputReply(String value) implements Content {}
