package jacobi.wire.content;

import java.util.List;

/** The ids of the subshells, in the order they were made. */
public record ListSubshellReply(String status, List<String> subshellId) implements Content {}
