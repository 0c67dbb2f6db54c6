package jacobi.wire.content;

/**
 * Which cells ran before?
 *
 * @param output whether to add what they showed
 * @param raw whether to give the source as typed; Java has no other
 * @param histAccessType {@code range}, {@code tail} or {@code search}
 * @param session for a range: the session's number, 0 for this one, negative counted back from it
 * @param start for a range: the first cell
 * @param stop for a range: the cell after the last; to the end if null
 * @param n for a tail or a search: at most the last n cells
 * @param pattern for a search: a glob with {@code *} and {@code ?}
 * @param unique for a search: give equal cells once
 */
public record HistoryRequest(
        boolean output,
        boolean raw,
        String histAccessType,
        Integer session,
        Integer start,
        Integer stop,
        Integer n,
        String pattern,
        boolean unique)
        implements Content {}
