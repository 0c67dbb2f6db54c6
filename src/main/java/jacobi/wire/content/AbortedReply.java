package jacobi.wire.content;

/**
 * The answer to a cell that was queued after one that failed; its message type is {@code execute_reply}. It has no
 * {@code execution_count}, since a cell that never ran has no number: pages write the one they are told beside it.
 */
public record AbortedReply(String status) implements Content {
    public AbortedReply() {
        this("aborted");
    }
}
