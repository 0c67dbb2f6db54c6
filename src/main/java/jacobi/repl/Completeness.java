package jacobi.repl;

/** Whether a piece of source can run as it stands, in the words of {@code is_complete_reply}. */
public sealed interface Completeness {
    record Complete() implements Completeness {}

    /** More lines are needed; {@code indent} is the white space the next one starts with. */
    record Incomplete(String indent) implements Completeness {}

    /** No further line makes it compile. */
    record Invalid() implements Completeness {}
}
