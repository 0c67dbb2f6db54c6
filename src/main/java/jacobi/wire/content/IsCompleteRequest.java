package jacobi.wire.content;

/** Can this source run as it stands? */
public record IsCompleteRequest(String code) implements Content {}
