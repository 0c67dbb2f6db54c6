package jacobi.wire.content;

/**
 * What is the name at the cursor?
 *
 * @param cursorPos counted in Unicode code points; at the end if null
 * @param detailLevel 0 or 1; 1 asks for the source too
 */
public record InspectRequest(String code, Integer cursorPos, int detailLevel) implements Content {}
