package jacobi.display;

/** A cell asked for a line of input where nobody can type one, as when a notebook runs unattended. */
public final class InputUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public InputUnavailableException(String message) {
        super(message);
    }
}
