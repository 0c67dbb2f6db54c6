package jacobi.wire.content;

/** The answer to a cell that was queued behind one that failed; its message type is {@code execute_reply}. */
public record AbortedReply(String status, int executionCount) implements Content {
    public AbortedReply(int executionCount) {
        this("aborted", executionCount);
    }
}
