package jacobi.wire.content;

import java.util.List;

/**
 * The cells that ran before, oldest first.
 *
 * @param history session, line and source each; in place of the source a pair of source and output if that was asked
 */
public record HistoryReply(String status, List<List<Object>> history) implements Content {}
