package jacobi.wire.content;

/** What a message of one type says. */
public interface Content {

    /** The message type, {@code execute_request} for {@link ExecuteRequest}. */
    default String type() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
