package jacobi.wire.content;

/**
 * What may stand here?
 *
 * @param cursorPos counted in Unicode code points; at the end if null
 */
public record CompleteRequest(String code, Integer cursorPos) implements Content {}
