package jacobi.wire;

/** Frames that are no Jupyter message: torn, badly signed, or not JSON. The message says which. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
