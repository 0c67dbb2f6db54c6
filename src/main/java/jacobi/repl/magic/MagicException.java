package jacobi.repl.magic;

/** A magic that cannot do what it was asked; the message says what to write instead. */
public final class MagicException extends Exception {
    private static final long serialVersionUID = 1;

    public MagicException(String message) {
        super(message);
    }

    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
